import AuthKeysCommand
import Encodings
import Foundation
import TestSupport
import Testing

/// JSON in the log of a GitHub job, where a line can be a command of its runner.
@Suite struct GitHubJSONTests {
    private static let key = Repository.root.appending(path: "Fixtures/keys/rfc7515-a2.pkcs8.pem").path
    private static let hostile = "##[error]boom ::stop-commands::x"

    private static func environment() throws -> [String: String] {
        let run = ToolRun(
            ["jwt", "sign", "--key", key, "--no-kid", "--subject", hostile, "--issuer", hostile, "--expires-in", "90d"])
        try #require(run.status == .success, "\(run.error)")
        let jwk = try JSON.parse(Repository.text(of: "Fixtures/keys/rfc7515-a2.jwk.json"), limits: .keySet)
        let numbers = #""kty":"RSA","n":"\#(jwk["n"]?.string ?? "")","e":"AQAB""#
        return [
            "TOKEN": String(run.output.dropLast()),
            "JWKS": #"{"keys":[{\#(numbers),"kid":"\#(hostile)"}]}"#, "JWK": #"{\#(numbers),"kid":"\#(hostile)"}"#,
        ]
    }

    private static let expecting = ["--any-issuer", "--any-audience"]

    @Test(arguments: [
        ["jwt", "verify", "env:TOKEN", "--jwks", "env:JWKS", "--json"] + expecting,
        ["jwt", "inspect", "env:TOKEN", "--json"],
        ["jwt", "sign", "--key", key, "--subject", hostile, "--json"],
        ["jwks", "list", "env:JWKS", "--json"], ["jwks", "derive", "env:JWK"],
        ["key", "inspect", "env:JWK", "--json"],
        ["doctor", "--jwks", "env:JWKS", "--token", "env:TOKEN", "--json"],
        ["doctor", "--jwks", "env:JWKS", "--token", "env:TOKEN", "--format", "sarif"],
    ])
    func meansTheSameAndHoldsNoCommand(arguments: [String]) throws {
        let environment = try Self.environment()
        let plain = ToolRun(arguments, environment: environment).output
        let log = ToolRun(arguments, environment: environment.merging(["GITHUB_ACTIONS": "true"]) { $1 }).output
        #expect(plain.contains("##") && plain.contains("::stop"), "\(plain)")
        #expect(!log.contains("##") && !log.contains("::"), "\(log)")
        let values = try [plain, log].map { try JSON.parse($0, limits: .keySet).compactJSON }
        #expect(values[0] == values[1])
    }

    @Test func aFileIsWrittenAsEver() throws {
        let environment = try Self.environment().merging(["GITHUB_ACTIONS": "true"]) { $1 }
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "jwks.json")
            let run = ToolRun(["jwks", "derive", "env:JWK", "--out", file.path], environment: environment)
            #expect(run.status == .success, "\(run.error)")
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(text.contains(Self.hostile))
        }
    }

    @Test func aStreamMeansTheSameAndHoldsNoCommand() throws {
        let token = try #require(Self.environment()["TOKEN"])
        let command = ["jwt", "verify", "--lines", "--key", Self.key, "--at", "1700000000"] + Self.expecting
        let outputs = try [[:], ["GITHUB_ACTIONS": "true"]].map { environment in
            try ChildProcess(Repository.commandBinary.path, command, environment: environment)
                .run(input: "\(token)\n::error::x\n").outputText
        }
        #expect(outputs[0].contains(#""sub":"\#(Self.hostile)""#))
        #expect(!outputs[1].contains("##") && !outputs[1].contains("::"), "\(outputs[1])")
        let values = try outputs.map { output in
            try output.split(separator: "\n").map { try JSON.parse(String($0), limits: .keySet).compactJSON }
        }
        #expect(values[0].count == 2)
        #expect(values[0] == values[1])
    }
}
