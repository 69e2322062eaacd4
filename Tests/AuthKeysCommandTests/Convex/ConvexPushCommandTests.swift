import AuthKeysCommand
import Foundation
import TestSupport
import Testing

/// `authkeys convex push` against a server that speaks the deployment API.
@Suite struct ConvexPushCommandTests {
    typealias ExitStatus = AuthKeysCommand.ExitStatus  // not Testing's

    private func withKeys<Result>(_ body: (URL) throws -> Result) throws -> Result {
        try withTemporaryFolder { folder in
            let keys = folder.appending(path: "auth-keys")
            try #require(ToolRun(["generate", "--out", keys.path, "--kid", "test-key"]).status == .success)
            return try body(keys)
        }
    }

    /// The values of a folder, as Node's dotenv reads them.
    private func values(in folder: URL) throws -> [String: String] {
        let text = try String(contentsOf: folder.appending(path: "convex.env"), encoding: .utf8)
        return Dictionary(
            uniqueKeysWithValues: text.split(separator: "\n").map { line in
                let equals = line.firstIndex(of: "=") ?? line.endIndex
                return (String(line[..<equals]), String(line[equals...].dropFirst(2).dropLast()))
            })
    }

    private func expectNoSecret(_ run: ToolRun, _ folder: URL) throws {
        let key = try #require(try values(in: folder)["JWT_PRIVATE_KEY"])
        for text in [run.output, run.error] {
            for piece in key.split(separator: " ") where piece.utf8.count > 20 { #expect(!text.contains(piece)) }
            #expect(!text.contains("0153c2a1"))
        }
    }

    @Test func isShownThenDoneThenDoneAlready() throws {
        try withKeys { keys in
            let server = try DeploymentServer()
            let push = ["convex", "push", keys.path]

            let plan = ToolRun(push, environment: server.environment())
            #expect(plan.status == .negative)
            #expect(
                plan.output == """
                    http://127.0.0.1:\(server.port):
                      JWT_PRIVATE_KEY  not set -> the key of kid test-key
                      JWKS             not set -> kid test-key

                    nothing was changed; --yes sets both in one request

                    """)
            let done = ToolRun(push + ["--yes"], environment: server.environment())
            #expect(done.status == .success, "\(done.error)")
            #expect(done.output.contains("done:  both set in one request, read back and compared"))
            let again = ToolRun(push + ["--yes"], environment: server.environment())
            #expect(again.status == .success)
            #expect(again.output == "http://127.0.0.1:\(server.port): holds both values already, kid test-key\n")
            for run in [plan, done, again] { try expectNoSecret(run, keys) }

            let record = try server.stop()
            #expect(record.requests.map(\.method) == ["GET", "GET", "POST", "GET", "GET"])
            #expect(try record.variables == values(in: keys))
            // Each request byte for byte: what is not here, the server has refused.
            let version = try #require(record.requests[0].headers.first { $0[0] == "User-Agent" })
            let common = [["Host", "127.0.0.1:\(server.port)"], version]
            let credential = ["Authorization", "Convex \(DeploymentServer.adminKey)"]
            #expect(record.requests[0].headers == common + [["Accept", "application/json"], credential])
            let update = record.requests[2]
            #expect(
                update.headers == common + [
                    ["Accept", "*/*"], ["Content-Type", "application/json"], credential,
                    ["Content-Length", String(update.body.utf8.count)],
                ])
        }
    }

    @Test(
        arguments: [
            ("failing", "convex.server-failed", ["GET", "GET", "GET"]),
            ("page", "convex.not-a-deployment", ["GET"]), ("site", "convex.not-a-deployment", ["GET"]),
            ("redirect", "network.redirect", ["GET"]), ("full", "convex.too-many-variables", ["GET"]),
            ("large", "convex.total-size", ["GET"]), ("limit", "convex.total-size", ["GET", "POST"]),
            ("auth-config", "convex.auth-config", ["GET", "POST"]), ("unknown", "convex.refused", ["GET", "POST"]),
            ("leak", "convex.refused", ["GET", "POST"]),
            // The answer is lost before anything was done: told by what is read back, and never sent twice.
            ("lost-before", "network.interrupted", ["GET", "POST", "GET"]),
            ("gone", "convex.unknown-outcome", ["GET", "POST", "GET", "GET", "GET"]),
            ("forgetful", "convex.read-back", ["GET", "POST", "GET"]),
        ])
    func aDeploymentThatFails(mode: String, code: String, requests: [String]) throws {
        try withKeys { keys in
            let server = try DeploymentServer()
            let run = ToolRun(["convex", "push", keys.path, "--yes"], environment: server.environment(mode))
            #expect(run.status == .failure)
            #expect(run.error.contains("[\(code)]"), "\(run.error)")
            #expect(run.output.isEmpty)
            try expectNoSecret(run, keys)
            let record = try server.stop()
            #expect(record.requests.map(\.method) == requests)
            #expect(mode == "forgetful" || record.variables.isEmpty)
        }
    }

    @Test(
        arguments: [
            ("lost", ["GET", "POST", "GET"], "the values are set, though the answer was lost"),
            ("failing-once", ["GET", "GET", "POST", "GET"], ""),
        ])
    func aDeploymentThatFailsOnce(mode: String, requests: [String], warning: String) throws {
        try withKeys { keys in
            let server = try DeploymentServer()
            let run = ToolRun(["convex", "push", keys.path, "--yes"], environment: server.environment(mode))
            #expect(run.status == .success, "\(run.error)")
            #expect(warning.isEmpty ? run.error.isEmpty : run.error.contains(warning))
            let record = try server.stop()
            #expect(record.requests.map(\.method) == requests)
            #expect(try record.variables == values(in: keys))
        }
    }

    @Test func aWrongAdminKeyAndNobodyThere() throws {
        try withKeys { keys in
            let server = try DeploymentServer()
            let wrong = ToolRun(
                ["convex", "push", keys.path, "--yes"], environment: server.environment(adminKey: "other|0153c2a1ff"))
            #expect(wrong.status == .failure)
            #expect(
                wrong.error.contains(
                    "does not accept the admin key: BadAdminKey: The provided admin key was invalid for this instance"))
            try expectNoSecret(wrong, keys)
            let environment = server.environment()
            #expect(try server.stop().requests.count == 1)
            let refused = ToolRun(["convex", "push", keys.path, "--yes"], environment: environment)
            #expect(refused.status == .failure)
            #expect(refused.error.contains("[network.unreachable]"))
            // Not sent in the clear, and not sent at all.
            var elsewhere = environment
            elsewhere["CONVEX_SELF_HOSTED_URL"] = "http://convex.example:3210"
            let cleartext = ToolRun(["convex", "push", keys.path, "--yes"], environment: elsewhere)
            #expect(cleartext.error.contains("[network.cleartext-credential]"))
        }
    }

    @Test func anotherKeyIsReplacedWithAWarning() throws {
        try withKeys { keys in
            let before = keys.deletingLastPathComponent().appending(path: "before.json")
            try withKeys { old in
                try JSONEncoder().encode(values(in: old).merging(["SITE_URL": "http://x"]) { $1 }).write(to: before)
            }
            let server = try DeploymentServer(variables: before)
            let run = ToolRun(["convex", "push", keys.path, "--yes", "--json"], environment: server.environment())
            #expect(run.status == .success)
            #expect(run.error.contains("this replaces the key that signs"))
            #expect(run.output.contains(#""schema":"authkeys.push/1""#))
            #expect(run.output.contains(#""applied":true,"kids":["test-key"]"#))
            #expect(run.output.contains(#""name":"JWT_PRIVATE_KEY","effect":"replaced""#))
            try expectNoSecret(run, keys)
            let record = try server.stop()
            #expect(try record.variables == values(in: keys).merging(["SITE_URL": "http://x"]) { $1 })
        }
    }

    @Test(arguments: ["", "true"])
    func aHostileKidIsEscaped(gitHub: String) throws {
        try withKeys { keys in
            let before = keys.deletingLastPathComponent().appending(path: "before.json")
            let set = #"{"keys":[{"kty":"RSA","kid":"a\u001b[2J\n::add-mask::x\u202e"}]}"#
            try JSONEncoder().encode(["JWKS": set]).write(to: before)
            let server = try DeploymentServer(variables: before)
            var environment = server.environment()
            environment["GITHUB_ACTIONS"] = gitHub
            let run = ToolRun(["convex", "push", keys.path], environment: environment)
            #expect(run.status == .negative)
            #expect(run.output.split(separator: "\n").count == 4)
            #expect(!run.output.contains("\u{1B}") && !run.output.contains("\u{202E}"))
            #expect(gitHub.isEmpty || !run.output.contains("::"))
        }
    }

    /// Nothing is sent: the server is asked for nothing.
    @Test(
        arguments: [
            (#"JWT_PRIVATE_KEY="-----BEGIN RSA PRIVATE KEY----- AAAA"#, "consumer.key-text-refused"),
            (#"JWT_PRIVATE_KEY='$(cat jwt_private_key.pem)'"#, "consumer.key-text-refused"),
            ("JWT_PRIVATE_KEY=-", "consumer.key-text-refused"),
        ])
    func whatConvexAuthWouldRefuse(line: String, code: String) throws {
        try withKeys { keys in
            let jwks = try #require(try values(in: keys)["JWKS"])
            let file = keys.deletingLastPathComponent().appending(path: "x.env")
            try "\(line)\nJWKS='\(jwks)'\n".write(to: file, atomically: true, encoding: .utf8)
            let server = try DeploymentServer()
            let run = ToolRun(["convex", "push", "--env-file", file.path, "--yes"], environment: server.environment())
            #expect(run.status == .negative)
            #expect(run.error.contains("[\(code)]"), "\(run.error)")
            #expect(try server.stop().requests.isEmpty)
        }
    }

    @Test func aSetWithTwoKeysOrAnotherKeyIsRefused() throws {
        try withKeys { keys in
            try withKeys { others in
                let (own, other) = (try values(in: keys), try values(in: others))
                let key = try #require(own["JWT_PRIVATE_KEY"])
                let two =
                    try #require(own["JWKS"]).dropLast(2) + ","
                    + (try #require(other["JWKS"])).dropFirst(9).replacing("test-key", with: "two")
                for (set, code) in [
                    (String(two), "jwks.ambiguous-key"), (other["JWKS"] ?? "", "consumer.token-refused"),
                ] {
                    let file = keys.deletingLastPathComponent().appending(path: "x.env")
                    try "JWT_PRIVATE_KEY=\"\(key)\"\nJWKS='\(set)'\n".write(to: file, atomically: true, encoding: .utf8)
                    let run = ToolRun(["convex", "push", "--env-file", file.path, "--yes"])
                    #expect(run.status == .negative)
                    #expect(run.error.contains("[\(code)]"), "\(run.error)")
                    try expectNoSecret(run, keys)
                }
            }
        }
    }

    @Test(
        arguments: [
            ("JWKS={}", "convex.missing-value"), ("JWT_PRIVATE_KEY=x", "convex.missing-value"),
            ("", "convex.missing-value"), ("JWKS=1\nJWKS=2\nJWT_PRIVATE_KEY=x", "env.duplicate-name"),
            (#"{"environment":{"JWKS":"x"}}"#, "convex.missing-value"), ("{", "json.syntax"),
        ])
    func aFileWithoutBothValues(text: String, code: String) throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "x.env")
            try text.write(to: file, atomically: true, encoding: .utf8)
            let run = ToolRun(["convex", "push", "--env-file", file.path])
            #expect(run.status == .failure)
            #expect(run.error.contains("[\(code)]"), "\(run.error)")
            #expect(ToolRun(["convex", "push", folder.path]).error.contains("[file.missing]"))
        }
    }

    @Test(
        arguments: [
            [], ["a", "b"], ["a", "--env-file", "b"], ["-"], ["env:X"], ["--yes"], ["https://x"],
        ])
    func commandLinesThatAreRefused(arguments: [String]) {
        #expect(ToolRun(["convex", "push"] + arguments).status == .usage)
    }
}
