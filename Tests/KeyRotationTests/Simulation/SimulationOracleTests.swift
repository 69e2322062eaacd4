import AuthKeysJOSE
import Encodings
import Foundation
import KeyRotation
import TestSupport
import Testing

/// The simulator against a program in another language that plays all that may happen, second by second.
struct SimulationOracleTests {
    @Test func it_finds_the_seconds_that_the_oracle_finds() throws {
        var random = SeededGenerator.printingSeed("simulation against the oracle")
        let cases = (0..<150).map { _ in SmallCase(using: &random) }
        let input = cases.map { "\($0)\n" }.joined()
        let output = try RealClient.python.output(
            [Repository.root.appending(path: "Tests/Clients/rotation_oracle.py").path], input: Data(input.utf8))
        let answers = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline)
        try #require(answers.count == cases.count)
        var withRefusals = 0
        for (small, answer) in zip(cases, answers) {
            let refused = try JSONDecoder().decode([String: [String: [[Int]]]].self, from: Data(answer.utf8))["refused"]
            let schedule = try small.schedule()
            let found = schedule.refusals(outage: small.outage.map { .seconds($0) })
            for keyID in ["a", "b"] as [KeyID] {
                let seconds = Self.seconds(of: found.filter { $0.keyID == keyID })
                let intervals = try #require(refused?["\(keyID)"])
                let expected = Set(intervals.flatMap { $0[0]..<$0[1] })
                #expect(seconds == expected, "kid \(keyID): \(small)")
                if !expected.isEmpty { withRefusals += 1 }
            }
        }
        // Both kinds have to come up for this to mean anything.
        #expect(withRefusals > 20)
        #expect(withRefusals < 2 * cases.count - 20)
    }

    /// The oracle knows whole seconds: "just before" a moment is a second before it, so that a span ends a second sooner.
    private static func seconds(of refusals: [RefusedTokens]) -> Set<Int> {
        refusals.reduce(into: []) { seconds, refusal in
            func second(_ date: NumericDate) -> Int { Int((date - Schedules.start).components.seconds) }
            let from = max(0, second(refusal.span.from))
            let until = min(SmallCase.end, refusal.span.until.map { second($0) - 1 } ?? SmallCase.end)
            if from < until { seconds.formUnion(from..<until) }
        }
    }
}
