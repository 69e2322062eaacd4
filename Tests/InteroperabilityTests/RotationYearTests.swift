import AuthKeysJOSE
import Consumers
import Encodings
import Foundation
import KeyRotation
import Testing

/// Real consumers verify every token of a year of quarterly rotation, and refuse none.
@Suite struct RotationYearTests {
    static let keys = (0..<6).compactMap { _ in try? RSAPrivateKey(keySize: .bits2048) }

    struct Batch: Encodable {
        let sets: [String]
        let tokens: [String]
        /// Token, set, time.
        let checks: [[Int64]]

        init(_ year: RotationYear) {
            sets = year.sets.map { $0.set.json.compactJSON }
            tokens = year.tokens
            checks = year.checks.map { [Int64($0.token), Int64($0.set), $0.time] }
        }
    }

    enum Consumer: String, CaseIterable {
        case jose, pyJWT

        /// The checks that it refuses.
        func refusals(_ batch: Batch) throws -> [Int] {
            let client =
                switch self {
                case .jose: Client.node("rotation_jose.mjs", [])
                case .pyJWT: Client.python("rotation_pyjwt.py")
                }
            let output = try client.output(input: Array(JSONEncoder().encode(batch)))
            return try JSONDecoder().decode([Int].self, from: Data(output))
        }
    }

    @Test(arguments: Profile.all.filter(\.tokensCarryKeyID).map(\.name))
    func noTokenOfAYearIsRefused(name: String) throws {
        let profile = try #require(Profile.named(name))
        let year = try RotationYear(profile, keys: Self.keys)
        #expect(year.transitions.count { $0 == .activate } == 4)
        #expect(year.transitions.count { $0 == .retire } == 4)
        #expect(year.checks.count > 26_000)
        let batch = Batch(year)
        for consumer in Consumer.allCases {
            let refusals = try consumer.refusals(batch)
            #expect(refusals == [], "\(consumer)")
        }
    }

    /// The same system, whose steps are forced as soon as they can be made: the clients do refuse.
    @Test(arguments: Consumer.allCases) func aHastyRotationIsRefused(consumer: Consumer) throws {
        let year = try RotationYear(.generic, keys: Self.keys, hours: 24, isHasty: true)
        #expect(year.transitions.contains(.activate))
        #expect(try !consumer.refusals(Batch(year)).isEmpty)
    }
}
