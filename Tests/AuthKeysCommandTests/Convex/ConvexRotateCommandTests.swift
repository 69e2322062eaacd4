import AuthKeysCommand
import Foundation
import HostSystem
import TestSupport
import Testing

/// `authkeys convex rotate` against a server that models the backend.
@Suite struct ConvexRotateCommandTests {
    typealias ExitStatus = AuthKeysCommand.ExitStatus  // not Testing's

    private func withBench(
        _ variables: [String: String] = RotationBench.first, _ body: (RotationBench) throws -> Void
    ) throws {
        try withTemporaryFolder { folder in try body(RotationBench(variables, in: folder)) }
    }

    /// No piece of a private key, and nothing of the admin key.
    private func expectNoSecret(_ run: ToolRun, _ variables: [String: String]...) throws {
        for text in [run.output, run.error] {
            for key in variables.compactMap({ $0["JWT_PRIVATE_KEY"] }) {
                for piece in key.split(separator: " ") where piece.utf8.count > 20 { #expect(!text.contains(piece)) }
            }
            #expect(!text.contains("0153c2a1"))
        }
    }

    @Test func thePlanChangesNothing() throws {
        try withBench { bench in
            let plan = bench.rotate([])
            #expect(plan.status == .negative)
            #expect(plan.error.isEmpty)
            #expect(plan.output.contains("JWT_PRIVATE_KEY  the key of kid first -> a new key of 2048 bits"))
            #expect(plan.output.contains("http://127.0.0.1:3211: the backend accepts tokens of the present key"))
            #expect(plan.output.contains("costs:  access tokens already issued are refused"))
            #expect(plan.output.contains("nothing was changed; --yes does it"))
            #expect(!FileManager.default.fileExists(atPath: bench.journal))
            let record = try bench.server.stop()
            #expect(record.variables == RotationBench.first)
            #expect(record.paths == ["GET list_environment_variables", "GET openid-configuration", "POST query"])
        }
    }

    @Test func itRotatesAndUndoes() throws {
        try withBench { bench in
            let run = bench.rotate(["--yes", "--json"])
            #expect(run.status == .success, "\(run.error)")
            #expect(run.error.contains("note: what this costs: access tokens already issued are refused"))
            #expect(run.output.hasPrefix(#"{"schema":"authkeys.rotate/1","deployment":"http://127.0.0.1:"#))
            #expect(run.output.contains(#""action":"rotated","kid":""#))
            #expect(run.output.contains(#""previousKid":"first","since":"2023-11-14T22:13:20Z""#))
            #expect(run.output.contains(#""window":{"acceptedAfterMilliseconds":"#))
            try expectNoSecret(run, RotationBench.first)
            let mode = try FileManager.default.attributesOfItem(atPath: bench.journal)[.posixPermissions]
            #expect(mode as? Int == 0o600)
            // The old pair, and not the new private key, which is at the deployment.
            let journal = try bench.journalText()
            #expect(journal.contains(#""state":"finished""#))
            let old = try #require(RotationBench.first["JWT_PRIVATE_KEY"])
            #expect(journal.contains(old))
            #expect(journal.ranges(of: "BEGIN PRIVATE KEY").count == 1)

            let plan = bench.rotate(["--undo", bench.journal])
            #expect(plan.status == .negative)
            #expect(plan.output.contains("would undo the rotation of 2023-11-14T22:13:20Z"))
            let undo = bench.rotate(["--undo", bench.journal, "--yes"])
            #expect(undo.status == .success, "\(undo.error)")
            #expect(undo.output.contains("undone: the pair from before 2023-11-14T22:13:20Z is back"))
            let again = bench.rotate(["--undo", bench.journal, "--yes"])
            #expect(again.status == .success)
            #expect(again.output.contains("nothing to undo: the old pair is there"))
            // The variables of the age are gone with it: they were not there before.
            let record = try bench.server.stop()
            #expect(record.variables == RotationBench.first)
        }
    }

    @Test func theAgeStandsAtTheDeployment() throws {
        try withBench { bench in
            // Unknown: the first run records and rotates nothing.
            let plan = bench.rotate(["--if-older-than", "80d"])
            #expect(plan.status == .negative)
            #expect(plan.output.contains("the age of kid first is unknown: the deployment has no record of it"))
            let record = bench.rotate(["--if-older-than", "80d", "--yes"])
            #expect(record.status == .success)
            #expect(record.output.contains("recorded:  today, in AUTHKEYS_ROTATED_AT; it is due 2024-02-02T22:13:20Z"))
            let early = bench.rotate(["--if-older-than", "80d", "--yes"])
            #expect(early.status == .success)
            #expect(early.output.contains("kid first has signed for 0 s, and is due 2024-02-02T22:13:20Z"))
            #expect(bench.rotate(["--if-older-than", "80d", "--yes", "--quiet"]).output.isEmpty)
            bench.time.pace.pause(.seconds(80 * 86_400), nil)
            let due = bench.rotate(["--if-older-than", "80d", "--yes"])
            #expect(due.status == .success, "\(due.error)")
            #expect(due.output.contains(": rotated"))
            #expect(bench.rotate(["--if-older-than", "80d", "--yes"]).output.contains("nothing is due"))
            let variables = try bench.server.stop().variables
            #expect(variables["AUTHKEYS_ROTATED_AT"] == "2024-02-02T22:13:20Z")
            let keyID = try #require(variables["AUTHKEYS_KID"])
            #expect(variables["JWKS"]?.contains(keyID) == true)
        }
    }

    @Test(
        arguments: [
            (["AUTHKEYS_KID": "other", "AUTHKEYS_ROTATED_AT": "2023-11-01T00:00:00Z"], "the record is of kid other"),
            (["AUTHKEYS_KID": "first", "AUTHKEYS_ROTATED_AT": "yesterday"], "AUTHKEYS_ROTATED_AT is no time"),
            (["AUTHKEYS_KID": "first", "AUTHKEYS_ROTATED_AT": "2030-01-01T00:00:00Z"], "which is still to come"),
            (["AUTHKEYS_KID": "first"], "the deployment has no record of it"),
        ])
    func aRecordThatSaysNothing(record: [String: String], reason: String) throws {
        try withBench(RotationBench.first.merging(record) { $1 }) { bench in
            let run = bench.rotate(["--if-older-than", "80d", "--yes"])
            #expect(run.status == .success)
            #expect(run.output.contains(reason), "\(run.output)")
            let variables = try bench.server.stop().variables
            #expect(variables["AUTHKEYS_KID"] == "first")
            #expect(variables["AUTHKEYS_ROTATED_AT"] == "2023-11-14T22:13:20Z")
            #expect(variables["JWKS"] == RotationBench.first["JWKS"])
        }
    }

    /// Nothing works anyway, so that it is due whatever its age.
    @Test(
        arguments: [
            (["JWKS": RotationBench.second["JWKS"]], "JWKS does not publish the key that signs"),
            (["JWKS": "{"], "JWKS is something that is no JWK set"), (["JWKS": nil], "JWKS is not set"),
            (["JWT_PRIVATE_KEY": "-"], "does not read the private key"),
            (["JWT_PRIVATE_KEY": nil], "JWT_PRIVATE_KEY is not set"),
        ] as [([String: String?], String)])
    func aBrokenPairIsMended(changes: [String: String?], reason: String) throws {
        var variables = RotationBench.first
        for (name, value) in changes { variables[name] = value }
        try withBench(variables) { bench in
            let plan = bench.rotate(["--if-older-than", "80d"])
            #expect(plan.status == .negative)
            #expect(plan.output.contains("broken") && plan.output.contains(reason), "\(plan.output)")
            let run = bench.rotate(["--if-older-than", "80d", "--yes"])
            #expect(run.status == .success, "\(run.error)")
            let record = try bench.server.stop()
            #expect(try record.workingKids()?.count == 1)
        }
    }

    /// A lost JWKS is not put back where the key that signs tells the right one.
    @Test func whatIsPutBackIsTheSetOfTheSigner() throws {
        let torn = ["JWT_PRIVATE_KEY": RotationBench.first["JWT_PRIVATE_KEY"], "JWKS": RotationBench.second["JWKS"]]
        try withBench(torn.compactMapValues { $0 }) { bench in
            _ = bench.rotate([])
            try bench.server.advance(seconds: 4)
            try bench.server.misbehave("deaf")
            let run = bench.rotate(["--yes", "--give-up-after", "1s"])
            #expect(run.status == .negative)
            #expect(run.error.contains("[convex.never-accepted]"), "\(run.error)")
            let record = try bench.server.stop()
            #expect(record.variables["JWT_PRIVATE_KEY"] == RotationBench.first["JWT_PRIVATE_KEY"])
            #expect(try record.workingKids()?.count == 1)
        }
    }

    @Test func keysOfOthersAreNotDroppedSilently() throws {
        let first = try #require(RotationBench.first["JWKS"])
        let second = try #require(RotationBench.second["JWKS"])
        let both = first.dropLast(2) + "," + second.dropFirst(9)
        try withBench(RotationBench.first.merging(["JWKS": String(both)]) { $1 }) { bench in
            let run = bench.rotate(["--yes"])
            #expect(run.status == .negative)
            #expect(run.error.contains("holds 1 key besides the one that signs"), "\(run.error)")
            #expect(run.error.contains("stock Convex Auth refuses every token then"))
            #expect(run.error.contains("[convex.foreign-keys]"))
            // A signer that names its key works with both, and is asked about with that name.
            let dropped = bench.rotate(["--yes", "--drop-other-keys"])
            #expect(dropped.status == .success, "\(dropped.error)")
            let undo = bench.rotate(["--undo", bench.journal, "--yes"])
            #expect(undo.status == .success, "\(undo.error)")
            let record = try bench.server.stop()
            #expect(record.variables["JWKS"] == String(both))
        }
    }

    @Test func aKidIsUsedOnce() throws {
        try withBench { bench in
            #expect(bench.rotate(["--yes", "--kid", "first"]).error.contains("[jwk.kid]"))
            #expect(bench.rotate(["--yes", "--kid", "third"]).status == .success)
            for kid in ["first", "third"] {
                let run = bench.rotate(["--yes", "--kid", kid])
                #expect(run.status == .negative)
                #expect(run.error.contains("the kid \(kid) has been that of another key"))
            }
            let record = try bench.server.stop()
            #expect(try record.workingKids() == ["third"])
        }
    }

    @Test(
        arguments: [
            ("no-site", ExitStatus.failure, "convex.issuer-unknown", "--issuer https://…"),
            ("no-provider", .negative, "convex.probe-refused", "convex/auth.config.ts has no provider"),
        ])
    func whatCannotBeAskedIsNotBegun(mode: String, status: ExitStatus, code: String, hint: String) throws {
        try withBench { bench in
            try bench.server.misbehave(mode)
            let run = bench.rotate()
            #expect(run.status == status)
            #expect(run.error.contains("[\(code)]"), "\(run.error)")
            #expect(run.error.contains(hint))
            #expect(!FileManager.default.fileExists(atPath: bench.journal))
            let record = try bench.server.stop()
            #expect(record.variables == RotationBench.first)
        }
    }

    @Test func anIssuerThatIsNamedAndAnAnswerThatIsRedacted() throws {
        try withBench { bench in
            try bench.server.misbehave("redacted")
            let wrong = bench.rotate(["--yes", "--issuer", "http://127.0.0.1:3211/"])
            #expect(wrong.error.contains("[convex.probe-refused]"), "\(wrong.error)")
            let run = bench.rotate(["--yes", "--issuer", "http://127.0.0.1:3211"])
            #expect(run.status == .success, "\(run.error)")
            let record = try bench.server.stop()
            #expect(!record.paths.contains("GET openid-configuration"))
        }
    }

    @Test func aDeploymentWithoutKeys() throws {
        try withBench([:]) { bench in
            let run = bench.rotate()
            #expect(run.status == .failure)
            #expect(run.error.contains("has no keys yet, so there is nothing to rotate"))
            #expect(run.error.contains("authkeys convex push auth-keys --yes"))
        }
    }

    /// A secret that the log of a job could show is announced to its runner first, the old one and the new one.
    @Test func inAJobSecretsAreMasked() throws {
        try withBench { bench in
            let run = bench.rotate(["--yes"], gitHub: true)
            #expect(run.status == .success)
            let new = try #require(try bench.server.stop().variables["JWT_PRIVATE_KEY"])
            let old = try #require(RotationBench.first["JWT_PRIVATE_KEY"])
            #expect(run.error.contains("::add-mask::\(new)\n"))
            #expect(run.error.contains("::add-mask::\(old)\n"))
            let rest = run.error.split(separator: "\n").filter { !$0.hasPrefix("::add-mask::") }.joined()
            #expect(!rest.contains("PRIVATE KEY") && !run.output.contains("PRIVATE KEY"))
        }
    }

    @Test(
        arguments: [
            ["--undo", "x", "--if-older-than", "80d"], ["--undo", "x", "--kid", "y"], ["--undo", "-"], ["--undo", ""],
            ["--if-older-than", "80"], ["--if-older-than"], ["--issuer", "x"], ["x"], ["--journal", "-"],
            ["--bits", "1024"], ["--kid", "a b"], ["--undo", "x", "--journal", "y"],
        ])
    func commandLinesThatAreRefused(arguments: [String]) {
        #expect(ToolRun(["convex", "rotate"] + arguments).status == .usage)
    }
}
