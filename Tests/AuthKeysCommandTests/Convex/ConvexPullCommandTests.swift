import AuthKeysCommand
import Foundation
import TestSupport
import Testing

/// `authkeys convex pull` from a server that speaks the deployment API.
@Suite struct ConvexPullCommandTests {
    typealias ExitStatus = AuthKeysCommand.ExitStatus  // not Testing's

    private static let names = [".gitignore", "convex.env", "jwks.json", "jwt_private_key.pem", "jwt_public.pem"]

    private func mode(_ path: String) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
    }

    private func serve(_ variables: [String: String], in folder: URL) throws -> DeploymentServer {
        let file = folder.appending(path: "variables.json")
        try JSONEncoder().encode(variables).write(to: file)
        return try DeploymentServer(variables: file)
    }

    /// generate → push → pull → compare, byte for byte.
    @Test func whatWasGeneratedComesBack() throws {
        try withTemporaryFolder { folder in
            let (keys, back) = (folder.appending(path: "keys"), folder.appending(path: "back"))
            try #require(ToolRun(["generate", "--out", keys.path]).status == .success)
            let server = try serve(["SITE_URL": "http://x"], in: folder)
            try #require(
                ToolRun(["convex", "push", keys.path, "--yes"], environment: server.environment()).status == .success)
            let run = ToolRun(["convex", "pull", "--out", back.path], environment: server.environment())
            #expect(run.status == .success, "\(run.error)")
            #expect(run.output.contains("discarded: 1 variable that was not asked for"))
            #expect(!run.output.contains("SITE_URL"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: back.path).sorted() == Self.names)
            for name in Self.names {
                let (old, new) = (keys.appending(path: name), back.appending(path: name))
                #expect(try Data(contentsOf: old) == Data(contentsOf: new), "\(name)")
                #expect(try mode(old.path) == mode(new.path), "\(name)")
            }
            // It is a folder that can be pushed, and that nothing overwrites.
            let push = ToolRun(["convex", "push", back.path], environment: server.environment())
            #expect(push.status == .success)
            let again = ToolRun(["convex", "pull", "--out", back.path], environment: server.environment())
            #expect(again.error.contains("[file.exists]"))
            let forced = ToolRun(
                ["convex", "pull", "--out", back.path, "--force", "--json"], environment: server.environment())
            #expect(forced.status == .success)
            #expect(forced.output.contains(#""schema":"authkeys.pull/1""#))
            #expect(forced.output.contains(#""discarded":1"#))
            #expect(!forced.output.contains("PRIVATE KEY-"))
        }
    }

    @Test(
        arguments: [
            ([], "A='1'", 1), (["--all"], "SITE_URL=\"http://x\"\n", 0),
        ])
    func intoAFile(options: [String], last: String, discarded: Int) throws {
        try withTemporaryFolder { folder in
            let server = try serve(
                ["SITE_URL": "http://x", "JWT_PRIVATE_KEY": "one\ntwo", "JWKS": #"{"keys":[]}"#], in: folder)
            let file = folder.appending(path: ".env.pulled").path
            let run = ToolRun(["convex", "pull", "--out", file] + options, environment: server.environment())
            #expect(run.status == .success, "\(run.error)")
            #expect(try mode(file) == 0o600)
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(
                text == "JWT_PRIVATE_KEY='one\ntwo'\nJWKS='{\"keys\":[]}'\n" + (discarded == 0 ? last : ""))
            #expect(!run.output.contains("one"))
        }
    }

    @Test func whatDotenvCannotHoldGoesIntoJSON() throws {
        try withTemporaryFolder { folder in
            let values = ["JWT_PRIVATE_KEY": "-", "JWKS": "{}", "X": "it's\r\n\"$x\" `y` ü"]
            let server = try serve(values, in: folder)
            let file = folder.appending(path: "all.env").path
            let refused = ToolRun(["convex", "pull", "--all", "--out", file], environment: server.environment())
            #expect(refused.status == .failure)
            #expect(refused.error.contains("[env.not-representable]"))
            #expect(refused.error.contains("--format json"))
            #expect(!FileManager.default.fileExists(atPath: file))
            let json = folder.appending(path: "all.json").path
            let run = ToolRun(
                ["convex", "pull", "--all", "--format", "json", "--out", json], environment: server.environment())
            #expect(run.status == .success, "\(run.error)")
            struct Pulled: Decodable {
                let schema: String
                let environment: [String: String]
            }
            let pulled = try JSONDecoder().decode(Pulled.self, from: Data(contentsOf: URL(filePath: json)))
            #expect(pulled.schema == "authkeys.variables/1")
            #expect(pulled.environment == values)
        }
    }

    @Test(
        arguments: [
            ([:], ["--out", "x.env"], "convex.not-set"), ([:], ["--out", "x.env", "--all"], "convex.not-set"),
            (["JWKS": "{}"], ["--out", "x.env"], "convex.not-set"),
            (["JWKS": "{}"], ["--out", "x", "--all"], "convex.not-set"),
            (["JWKS": "{}", "JWT_PRIVATE_KEY": "-"], ["--out", "x"], "consumer.key-text-refused"),
            (["JWKS": "{}", "JWT_PRIVATE_KEY": "-"], ["--out", "none/x.env"], "file.missing"),
        ] as [([String: String], [String], String)])
    func isRefused(variables: [String: String], arguments: [String], code: String) throws {
        try withTemporaryFolder { folder in
            let server = try serve(variables, in: folder)
            let arguments = ["--out", folder.appending(path: arguments[1]).path] + arguments.dropFirst(2)
            let run = ToolRun(["convex", "pull"] + arguments, environment: server.environment())
            #expect(run.status == .failure)
            #expect(run.error.contains("[\(code)]"), "\(run.error)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["variables.json"])
        }
    }

    @Test(arguments: [[], ["--out", "-"], ["--out", ""], ["--out", "x", "--format", "json"], ["--out", "x", "y"]])
    func commandLinesThatAreRefused(arguments: [String]) {
        #expect(ToolRun(["convex", "pull"] + arguments).status == .usage)
    }
}
