import AuthKeysJOSE
import Consumers
import CryptoOpenSSL
import Encodings
import KeyRotation
import Testing

/// Keyrings with real keys, of which there are few: making one takes a while.
enum SampleKeyrings {
    static let keys: [RSAPrivateKey] = (0..<4).compactMap { _ in try? RSAPrivateKey(keySize: .bits2048) }

    static func begun() throws -> Keyring {
        var keyring = try Keyring(
            creating: keys[0], profile: .generic, policy: RotationPolicy(for: .generic), at: Schedules.start,
            isTest: true,
            user: "ann")
        keyring.generation = 1
        return keyring
    }

    static func staged() throws -> Keyring {
        var keyring = try begun()
        try keyring.make(
            try #require(keyring.schedule.plan(at: Schedules.start).first), newKey: keys[1], at: Schedules.start)
        return keyring
    }

    /// A key in each state but `revoked`, and something that was not handed over.
    static func rotated() throws -> Keyring {
        var keyring = try staged()
        for (index, key) in [nil, keys[2]].enumerated() {
            let now = Schedules.after(100 * 86_400 * (index + 1))
            _ = try keyring.confirm(live: try keyring.publishedSet(), at: now)
            let later = now + .seconds(86_400)
            let step = try #require(
                keyring.schedule.plan(at: later).first { [.activate, .stage].contains($0.transition) })
            try keyring.make(step, newKey: key, at: later, forcing: step.early, user: "bob")
        }
        keyring.expectDelivery()
        return keyring
    }

    static func text(_ keyring: Keyring) throws -> String {
        String(decoding: try keyring.fileContents().exposeSecret(), as: UTF8.self)
    }

    static func parse(_ text: String) throws(AuthKeysError) -> Keyring { try Keyring(parsing: Array(text.utf8).span) }
}
