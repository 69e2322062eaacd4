import AuthKeysCommand
import Foundation
import TestSupport
import Testing

/// Two rotations at once: who says that it rotated has a pair that works, and who does not leaves nothing in the way.
@Suite struct RotationRivalTests {
    private static let theirs = RotationBench.third

    /// - Parameter rival: what somebody else sets, right before which request (``RotationFaultTests``).
    private func withRival(_ rival: String, _ body: (RotationBench, ToolRun) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let values = Dictionary(uniqueKeysWithValues: Self.theirs.map { ("THEIR_\($0)", $1) })
            let bench = try RotationBench(RotationBench.first.merging(values) { $1 }, in: folder, tick: 2)
            try bench.server.misbehave(rival)
            let run = bench.rotate(["--yes", "--give-up-after", "5s"])
            #expect(run.status == .failure && !run.output.contains("rotated"), "\(rival): \(run.output)")
            #expect(run.error.contains("somebody else rotates"), "\(rival): \(run.error)")
            try bench.server.misbehave("")
            try body(bench, run)
        }
    }

    /// Right before the key is switched.
    @Test(arguments: [("pair", "third"), ("set", "third"), ("key", nil)])
    func theSignerIsNotSwitched(what: String, keyID: String?) throws {
        try withRival("theirs-\(what)@10") { bench, run in
            #expect(run.error.contains("[convex.read-back]"), "\(run.error)")
            #expect(try bench.journalText().contains(#""state":"abandoned""#))
            let record = try bench.server.stop()
            let key = (what == "set" ? RotationBench.first : Self.theirs)["JWT_PRIVATE_KEY"]
            #expect(record.variables["JWT_PRIVATE_KEY"] == key)
            if what == "key" {
                #expect(try record.workingKids()?.count == 1)
            } else {
                #expect(record.variables["JWKS"] == Self.theirs["JWKS"])
            }
        }
    }

    /// Right before both are read back.
    @Test(arguments: ["set", "key", "pair"])
    func aTornPairIsNoSuccess(what: String) throws {
        try withRival("theirs-\(what)@12") { bench, run in
            #expect(run.error.contains("[convex.half-rotated]"), "\(run.error)")
            let next = bench.rotate(["--yes", "--if-older-than", "80d"])
            #expect(next.status == .success, "\(next.error)")
            let record = try bench.server.stop()
            #expect(try record.workingKids()?.count == 1, "\(next.output) \(next.error)")
        }
    }

    @Test func inOneFolderTheSecondDoesNothing() throws {
        try withTemporaryFolder { folder in
            let bench = try RotationBench(in: folder)
            let descriptor = unsafe open("\(bench.journal).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            try #require(descriptor >= 0 && flock(descriptor, LOCK_EX) == 0)
            let run = bench.rotate()
            #expect(run.status == .failure && run.error.contains("[file.locked]"), "\(run.error)")
            #expect(bench.rotate([]).output.contains("would rotate"))
            try #require(flock(descriptor, LOCK_UN) == 0 && close(descriptor) == 0)
            #expect(bench.rotate().status == .success)
            #expect(try bench.server.stop().paths.filter { $0.hasPrefix("POST update") }.count == 2)
        }
    }
}
