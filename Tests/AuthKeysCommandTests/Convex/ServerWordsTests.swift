import Foundation
import TestSupport
import Testing

/// What a deployment says to `convex push`, `pull` and `rotate` is repeated, and a secret in it is not.
@Suite struct ServerWordsTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let arguments: [String]
        /// With `{TEXT}` for what is said.
        let situation: String
        /// Whether it can be any text, and not a part of a URL alone.
        var isText = true

        var testDescription: String { name }
    }

    private static let stored = #""variables":{"JWT_PRIVATE_KEY":"{KEY}","JWKS":"{JWKS}"}"#
    private static let named =
        #""variables":{"JWT_PRIVATE_KEY":"{KEY}","JWKS":"{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"{TEXT}\"}]}"}"#
    private static let refusal = #"{"status":400,"type":"application/json","body":{"code":"No","message":"{TEXT}"}}"#
    private static let pull = ["convex", "pull", "--out", "{FOLDER}/pulled.env"]
    private static let push = ["convex", "push", "--env-file", "{OTHER_ENV}"]

    static let rows: [Row] = [
        Row(
            name: "pull is refused", arguments: pull,
            situation: #"{\#(stored),"api":{"list_environment_variables":\#(refusal)}}"#),
        Row(
            name: "push is refused the list", arguments: push,
            situation: #"{\#(stored),"api":{"list_environment_variables":\#(refusal)}}"#),
        Row(
            name: "push is refused the change", arguments: push + ["--yes"],
            situation: #"{\#(stored),"api":{"update_environment_variables":\#(refusal)}}"#),
        Row(
            name: "rotate is refused its token", arguments: ["convex", "rotate"],
            situation: #"{\#(stored),"backend":[401,{"code":"No","message":"{TEXT}"}]}"#),
        Row(
            name: "rotate is refused the list", arguments: ["convex", "rotate"],
            situation: #"{\#(stored),"api":{"list_environment_variables":\#(refusal)}}"#),
        Row(
            name: "rotate hears of an issuer", arguments: ["convex", "rotate"],
            situation: #"{\#(stored),"issuer":"https://x.example.com/{TEXT}"}"#, isText: false),
        Row(name: "pull lists a kid", arguments: pull, situation: "{\(named)}"),
        Row(name: "pull lists a kid as JSON", arguments: pull + ["--json"], situation: "{\(named)}"),
        Row(name: "push replaces a kid", arguments: push, situation: "{\(named)}"),
        Row(name: "rotate replaces a kid", arguments: ["convex", "rotate"], situation: "{\(named)}"),
    ]

    @Test(arguments: rows)
    func areRepeatedWithoutSecrets(row: Row) throws {
        let values = try LiveValues.shared.get()
        #expect(try said(row, "Harmless", values).contains("Harmless"))
        let adminKey = LiveDeployment.adminKey
        let secret = adminKey.split(separator: "|")[1]
        for text in row.isText ? [String(secret), adminKey, "{KEY}", "{OTHER_KEY}"] : [String(secret)] {
            let said = try said(row, text, values)
            #expect(!values.isLeaked(in: said), "\(said)")
        }
    }

    private func said(_ row: Row, _ text: String, _ values: LiveValues) throws -> String {
        try withTemporaryFolder { folder in
            let situation = row.situation.replacing("{TEXT}", with: text)
            let file = folder.appending(path: "situation.json")
            try Data(try values.filled(situation, in: folder, isJSON: true).utf8).write(to: file)
            let server = try LiveDeployment(file, isTLS: false)
            let environment = [
                "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
                "CONVEX_SELF_HOSTED_URL": server.api, "CONVEX_SELF_HOSTED_ADMIN_KEY": LiveDeployment.adminKey,
            ]
            let arguments = try row.arguments.map { try values.filled($0, in: folder, ["FOLDER": folder.path]) }
            let run = ToolRun(arguments, environment: environment)
            _ = try server.stop()
            return run.output + run.error
        }
    }
}
