import AuthKeysCommand
import Foundation
import TestSupport
import Testing

/// What `doctor` says to do: it must not break what works.
@Suite struct DoctorAdviceTests {
    @Test(arguments: ["{\"keys\":[{A.jwk},{B.jwk}]}", "{\"keys\":[{B.jwk},{A.jwk}]}"])
    func theKeyThatDoesNotSignIsTheOneToRemove(set: String) throws {
        try withTemporaryFolder { folder in
            let key = folder.appending(path: "key.pem")
            try Data(try Ingredients.pem("A").utf8).write(to: key)
            let file = folder.appending(path: "set.json")
            try Data(try Ingredients.expanded(set, [:]).utf8).write(to: file)
            let run = ToolRun(["doctor", "--json", "--key", key.path, "--jwks", file.path])
            let other = try Ingredients.expanded("{B.thumbprint}", [:])
            #expect(run.output.contains("authkeys jwks remove -- \(file.path) \(other)\""))
            let alone = ToolRun(["doctor", "--json", "--jwks", file.path])
            #expect(alone.output.contains("authkeys jwks remove FILE KID") && !alone.output.contains("remove -- "))
            let elsewhere = ToolRun(
                ["doctor", "--json", "--key", key.path],
                environment: ["JWKS": try Ingredients.expanded(set, [:])])
            #expect(!elsewhere.output.contains("jwks.json") && elsewhere.output.contains(other))
        }
    }

    /// Where the key stands whole somewhere else a new one would be made for nothing.
    @Test(arguments: [
        ("command text", "expand it, or give the file itself"), ("hyphen", "npx convex env set NAME < FILE"),
        ("file name", "store what is in the file"), ("first line only", "authkeys pem wrap"),
        ("base64 of several lines in an env file", "authkeys pem wrap KEY --style spaces"),
        ("PEM of several lines without quotes", "authkeys pem wrap"),
        ("PEM of several lines behind an open quote", "close the quote behind the END line"),
        ("an expression of GitHub", "give the step env:"), ("cut", "make a new pair"),
    ])
    func whatCannotBeWrittenIsMendedWhereItStands(_ name: String, hint: String) throws {
        let situation = try #require(Situation.all.first { $0.name == name })
        try withTemporaryFolder { folder in
            let fixed = folder.appending(path: "fixed.env").path
            let run = try situation.run(in: folder, extra: ["--fix", fixed]).run
            let line = run.error.split(separator: "\n").first { $0.contains("hint: ") } ?? ""
            #expect(line.contains(hint), "\(run.error)")
            #expect(!FileManager.default.fileExists(atPath: fixed))
        }
    }

    /// Nothing is good about a value that its reader does not get.
    @Test func aRefusedFileHasNoGoodKey() throws {
        let situation = try #require(Situation.all.first { $0.name == "exports without quotes" })
        try withTemporaryFolder { folder in
            let output = try situation.run(in: folder).run.output
            #expect(!output.contains("convex-auth reads the private key"))
        }
    }

    @Test func aFileInGitIsNamed() throws {
        let situation = try #require(Situation.all.first { $0.name == "tracked by git" })
        try withTemporaryFolder { folder in
            let output = try situation.run(in: folder).run.output
            #expect(output.contains("git rm --cached -- \(folder.path)/key.pem"))
            #expect(output.contains("git log --all -- \(folder.path)/key.pem"))
        }
    }

    @Test func whatOnlyAShellMakesIsNotJudged() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "d.sh")
            try Data("export JWT_PRIVATE_KEY=\"$(cat key.pem)\"\n".utf8).write(to: file)
            // Not that of the environment either, which the file would replace.
            let run = ToolRun(
                ["doctor", "--json", "--env-file", file.path], environment: ["JWT_PRIVATE_KEY": "broken"])
            #expect(try Situation.findings(run.output) == ["warning env.file-refused"])
            #expect(run.output.contains("set -a; . \(file.path); authkeys doctor"))
        }
    }

    @Test func aFileWithNothingToJudgeIsNamed() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "foo.env")
            try Data("FOO=1\n".utf8).write(to: file)
            let run = ToolRun(["doctor", "--env-file", file.path])
            #expect(
                run.status.rawValue == 64 && run.error.contains("'\(file.path)' sets none of JWT_PRIVATE_KEY, JWKS"))
        }
    }
}
