import AuthKeysCommand
import Foundation
import TestSupport
import Testing

/// What users see while a key is replaced: a user of the model gets a fresh token at every quarter of a second, signed
/// with what the deployment holds then, and presents it.
@Suite struct RotationOrderTests {
    private func refusals(
        warmUp: Double, _ replace: (RotationBench, URL) throws -> ToolRun
    ) throws -> DeploymentServer.Record {
        try withTemporaryFolder { folder in
            let bench = try RotationBench(in: folder, tick: 0.25)
            try bench.server.advance(seconds: warmUp)
            let run = try replace(bench, folder)
            #expect(run.status == .success, "\(run.error)")
            try bench.server.advance(seconds: 40)
            return try bench.server.stop()
        }
    }

    /// However old the set is that the backend keeps: it is fetched every 15 seconds.
    @Test(arguments: [20.0, 23.5, 27, 29.5, 31])
    func twoPhasesLoseLess(warmUp: Double) throws {
        let inTwo = try refusals(warmUp: warmUp) { bench, _ in bench.rotate() }
        let inOne = try refusals(warmUp: warmUp) { bench, folder in
            let file = folder.appending(path: "second.json")
            try JSONEncoder().encode(RotationBench.second).write(to: file)
            return bench.run(["push", "--env-file", file.path, "--yes"])
        }
        #expect(inTwo.issued > 160 && inOne.issued > 160)
        #expect(try inTwo.workingKids()?.count == 1)
        #expect(try inOne.workingKids() == ["second"])
        // From the probe that is accepted to the request with the key: a few ticks, whatever the age of the cache.
        #expect(inTwo.refusedAt.count <= 4, "\(inTwo.refusedAt)")
        // Until the cache is fetched again, which the warm-up tells.
        let left = 15 - (warmUp + 0.25).truncatingRemainder(dividingBy: 15)
        #expect(Double(inOne.refusedAt.count) >= 4 * left - 12, "\(inOne.refusedAt)")
        #expect(inOne.refusedAt.count <= 60)
    }

    @Test func theWorstCaseIsTheWholeAgeOfTheCache() throws {
        let inTwo = try refusals(warmUp: 15.5) { bench, _ in bench.rotate() }
        let inOne = try refusals(warmUp: 15.5) { bench, folder in
            let file = folder.appending(path: "second.json")
            try JSONEncoder().encode(RotationBench.second).write(to: file)
            return bench.run(["push", "--env-file", file.path, "--yes"])
        }
        #expect(inOne.refusedAt.count > 10 * max(1, inTwo.refusedAt.count))
    }

    /// A set that is never fetched again: nobody is refused, for the signer was never changed.
    @Test func aBackendThatNeverAcceptsLosesNothing() throws {
        try withTemporaryFolder { folder in
            let bench = try RotationBench(in: folder, tick: 0.25)
            try bench.server.advance(seconds: 20)
            try bench.server.misbehave("deaf")
            let run = bench.rotate()
            #expect(run.status == .negative)
            #expect(run.error.contains("[convex.never-accepted]"), "\(run.error)")
            #expect(run.error.contains("did not accept a token of the new key within 45 s"))
            #expect(run.output.isEmpty)
            #expect(try bench.journalText().contains(#""state":"abandoned""#))
            let record = try bench.server.stop()
            #expect(record.variables == RotationBench.first)
            #expect(record.refusedAt.isEmpty)
            // A probe lives for 30 seconds, and was signed again in time.
            #expect(record.requests.count > 100)
        }
    }
}
