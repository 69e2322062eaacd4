import AuthKeysCommand
import Foundation
import TestSupport
import Testing

/// What the next run makes of a journal that is not finished, by what the deployment really holds.
@Suite struct RotationJournalTests {
    /// A rotation to the second pair that was begun at the deployment of `bench`.
    private func writeJournal(_ bench: RotationBench, state: String = "rotating") throws {
        let thumbprint = ToolRun(
            ["jwks", "derive", "env:KEY"], environment: ["KEY": RotationBench.second["JWT_PRIVATE_KEY"] ?? ""])
        struct KeySet: Decodable {
            struct Key: Decodable { let kid: String }
            let keys: [Key]
        }
        let kid = try JSONDecoder().decode(KeySet.self, from: Data(thumbprint.output.utf8)).keys[0].kid
        var next = RotationBench.second
        if state != "rotating" { next["JWT_PRIVATE_KEY"] = nil }
        let journal: [String: Any] = [
            "schema": "authkeys.rotation-journal/1", "deployment": "http://127.0.0.1:\(bench.server.port)",
            "state": state, "started": "2023-11-14T00:00:00Z", "environment": RotationBench.first, "next": next,
            "nextThumbprint": kid,
        ]
        try JSONSerialization.data(withJSONObject: journal).write(to: URL(filePath: bench.journal))
    }

    /// - Parameters:
    ///   - key: whose private key the deployment holds.
    ///   - set: whose JWKS.
    private func withHalf(
        key: [String: String], set: [String: String], state: String = "rotating", _ body: (RotationBench) throws -> Void
    ) throws {
        try withTemporaryFolder { folder in
            let values = ["JWT_PRIVATE_KEY": key["JWT_PRIVATE_KEY"], "JWKS": set["JWKS"]].compactMapValues { $0 }
            let bench = try RotationBench(values, in: folder)
            try writeJournal(bench, state: state)
            try body(bench)
        }
    }

    @Test func betweenThePhasesItIsFinished() throws {
        try withHalf(key: RotationBench.first, set: RotationBench.second) { bench in
            let plan = bench.rotate(["--if-older-than", "80d"])
            #expect(plan.status == .negative)
            #expect(plan.output.contains("the rotation of 2023-11-14T00:00:00Z stopped between its phases"))
            let run = bench.rotate(["--yes", "--if-older-than", "80d"])
            #expect(run.status == .success, "\(run.error)")
            #expect(run.output.contains("finished the rotation of 2023-11-14T00:00:00Z"))
            #expect(try bench.journalText().contains(#""state":"finished""#))
            // With the key of the journal, and without a third one.
            let record = try bench.server.stop()
            #expect(record.variables["JWT_PRIVATE_KEY"] == RotationBench.second["JWT_PRIVATE_KEY"])
            #expect(record.paths.filter { $0.hasPrefix("POST update") }.count == 1)
        }
    }

    @Test func betweenThePhasesItIsUndone() throws {
        try withHalf(key: RotationBench.first, set: RotationBench.second) { bench in
            #expect(bench.rotate(["--undo", bench.journal]).status == .negative)
            let run = bench.rotate(["--undo", bench.journal, "--yes"])
            #expect(run.status == .success, "\(run.error)")
            #expect(run.output.contains("the old JWKS is back, and the signer was never changed"))
            let record = try bench.server.stop()
            #expect(record.variables == RotationBench.first)
        }
    }

    @Test func withoutTheJournalTheDeploymentTells() throws {
        try withHalf(key: RotationBench.first, set: RotationBench.second) { bench in
            try bench.loseJournal()
            let run = bench.rotate(["--yes", "--if-older-than", "80d"])
            #expect(run.status == .success, "\(run.error)")
            let record = try bench.server.stop()
            #expect(try record.workingKids()?.count == 1)
            #expect(record.variables["JWT_PRIVATE_KEY"] != RotationBench.second["JWT_PRIVATE_KEY"])
        }
    }

    @Test func whatWasThroughIsMarked() throws {
        try withHalf(key: RotationBench.second, set: RotationBench.second) { bench in
            let run = bench.rotate(["--yes"])
            #expect(run.status == .success)
            #expect(run.output.contains("was through already"))
            #expect(try bench.journalText().contains(#""state":"finished""#))
            #expect(try bench.journalText().ranges(of: "BEGIN PRIVATE KEY").count == 1)
            let record = try bench.server.stop()
            #expect(record.variables == RotationBench.second)
        }
    }

    @Test func whatHadNotBegunBeginsAgain() throws {
        try withHalf(key: RotationBench.first, set: RotationBench.first) { bench in
            let run = bench.rotate(["--yes"])
            #expect(run.status == .success, "\(run.error)")
            let record = try bench.server.stop()
            #expect(record.variables["JWKS"] != RotationBench.second["JWKS"])
        }
    }

    @Test func whereAnotherKeySignsNothingIsUndone() throws {
        try withHalf(key: RotationBench.third, set: RotationBench.third) { (bench: RotationBench) in
            let run = bench.rotate(["--undo", bench.journal, "--yes"])
            #expect(run.status == .negative)
            #expect(run.error.contains("[convex.journal-stale]"), "\(run.error)")
            let record = try bench.server.stop()
            #expect(record.variables == RotationBench.third)
        }
    }

    /// A job that runs every day is not stopped by what another has done meanwhile.
    @Test func whereAnotherKeySignsItBeginsAnew() throws {
        try withHalf(key: RotationBench.third, set: RotationBench.third) { (bench: RotationBench) in
            let plan = bench.rotate([])
            #expect(plan.status == .negative && plan.output.contains("would rotate"), "\(plan.error)")
            #expect(try bench.journalText().contains(#""state":"rotating""#))
            let run = bench.rotate(["--yes", "--if-older-than", "80d"])
            #expect(run.status == .success && run.error.contains("somebody has set other values"), "\(run.error)")
            #expect(try bench.journalText().contains(#""state":"abandoned""#))
            let next = bench.rotate(["--yes", "--if-older-than", "80d"])
            #expect(next.status == .success && next.error.isEmpty, "\(next.error)")
            let record = try bench.server.stop()
            #expect(try record.workingKids() == ["third"])
        }
    }

    @Test(arguments: [["--yes"], ["--undo", "journal", "--yes"]])
    func anUndoThatStoppedIsFinished(arguments: [String]) throws {
        try withHalf(key: RotationBench.second, set: RotationBench.first, state: "undoing") { bench in
            let run = bench.rotate(arguments.map { $0 == "journal" ? bench.journal : $0 })
            #expect(run.status == .success, "\(run.error)")
            #expect(try bench.journalText().contains(#""state":"undone""#))
            let record = try bench.server.stop()
            #expect(record.variables == RotationBench.first)
        }
    }

    @Test(
        arguments: [
            ("", "is no journal of a rotation"), ("{}", "is no journal of a rotation"),
            (#"{"schema":"authkeys.rotation-journal/2"}"#, "that this version reads"),
            (#"{"schema":"authkeys.rotation-journal/1"}"#, "that is not whole"),
            (#"{"schema":"authkeys.generate/1","kid":"x"}"#, "that this version reads"),
        ])
    func aFileThatIsNoJournalIsNotOverwritten(text: String, complaint: String) throws {
        try withTemporaryFolder { folder in
            let bench = try RotationBench(in: folder)
            try text.write(toFile: bench.journal, atomically: true, encoding: .utf8)
            let run = bench.rotate()
            #expect(run.status == .failure)
            #expect(run.error.contains(complaint) && run.error.contains("[convex.journal-form]"), "\(run.error)")
            #expect(try bench.journalText() == text)
            let record = try bench.server.stop()
            #expect(record.variables == RotationBench.first)
        }
    }

    @Test func theJournalOfAnotherDeployment() throws {
        try withHalf(key: RotationBench.first, set: RotationBench.second) { bench in
            let text = try bench.journalText().replacing("127.0.0.1", with: "127.0.0.2")
            try text.write(toFile: bench.journal, atomically: true, encoding: .utf8)
            let run = bench.rotate()
            #expect(run.status == .failure)
            #expect(run.error.contains("is the journal of a rotation of 'http:") && run.error.contains("127.0.0.2"))
        }
    }

    /// Before anything is changed at the deployment.
    @Test func whereNoJournalCanBeWritten() throws {
        try withTemporaryFolder { folder in
            let bench = try RotationBench(in: folder)
            let run = bench.run(["rotate", "--yes", "--journal", folder.appending(path: "none/journal.json").path])
            #expect(run.status == .failure)
            #expect(run.error.contains("[file.missing]"), "\(run.error)")
            let record = try bench.server.stop()
            #expect(record.variables == RotationBench.first)
        }
    }
}
