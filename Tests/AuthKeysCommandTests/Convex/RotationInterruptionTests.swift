import Foundation
import TestSupport
import Testing

/// The built command, ended by a signal at its requests, and what the next run makes of that.
@Suite struct RotationInterruptionTests {
    private struct Outcome: Decodable {
        let status: Int32
        let error: String
        let variables: [String: String]
    }

    private struct Try: Decodable {
        let signal: Int32
        let at: Int
        let isDone: Bool
        let keepsFiles: Bool
        let isIgnored: Bool
        let status: Int32
        let error: String
        let variables: [String: String]
        let again: Outcome
    }

    @Test func atEveryRequest() throws {
        let tries = try withTemporaryFolder { folder in
            let file = folder.appending(path: "first.json")
            try JSONEncoder().encode(RotationBench.first).write(to: file)
            let script = Repository.root.appending(path: "Tests/Clients/convex_interrupted.py").path
            let run = try ChildProcess(
                "python3", [script, Repository.commandBinary.path, folder.appending(path: "run").path, file.path]
            ).run()
            #expect(run.succeeded, "\(run.errorText)")
            return try run.outputText.split(separator: "\n").map { line in
                try JSONDecoder().decode(Try.self, from: Data(line.utf8))
            }
        }
        #expect(tries.count == 31)
        // Some of them were torn: else this would test nothing.
        #expect(try tries.contains { try RotationBench.workingKids(of: $0.variables) == nil })
        for found in tries {
            let comment = Comment(
                rawValue: "signal \(found.signal) at \(found.at): \(found.error) \(found.again.error)")
            #expect(found.again.status == 0, comment)
            let wasTorn = try RotationBench.workingKids(of: found.variables) == nil
            let kids = try RotationBench.workingKids(of: found.again.variables)
            #expect(kids?.count == 1, comment)
            if wasTorn, found.keepsFiles { #expect(found.again.variables["JWKS"] == found.variables["JWKS"], comment) }
            if found.signal == 9 {
                #expect(found.status == -9, comment)
            } else if found.isIgnored {
                #expect(found.status == 0 && !wasTorn && kids != ["first"], comment)
            } else if found.status == 0 {
                #expect(!wasTorn && kids != ["first"], comment)
            } else {
                // Put back before it ended, as the sender of the signal expects it.
                #expect(found.status == -found.signal, comment)
                #expect(found.variables == RotationBench.first, comment)
                #expect(found.error.contains("the old JWKS is back, and the signer was never changed"), comment)
            }
        }
    }
}
