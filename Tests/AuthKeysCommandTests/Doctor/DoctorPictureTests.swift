import AuthKeysCommand
import Foundation
import HostSystem
import TestSupport
import Testing

/// What matches what, as the report of a run says it.
@Suite struct DoctorPictureTests {
    struct Report: Decodable {
        struct Picture: Decodable {
            let environment: String?
            struct Value: Decodable {
                let subject, state: String
                let details: [String]
            }
            struct Link: Decodable {
                let from, to, state, label: String
            }
            let values: [Value]
            let links: [Link]
        }
        let picture: Picture
        let pictures: [Picture]
    }

    /// OLD and NEW are pairs of keys; TOKEN is signed by the key of NEW for the issuer https://h.example.
    private static let cases: [(arguments: [String], values: [String], links: [String])] = [
        (["--jwks", "NEW/jwks.json"], ["JWKS good"], []),
        (["--issuer", "https://h.example"], ["issuer good"], []),
        (
            ["--key", "NEW/jwt_private_key.pem", "--jwks", "NEW/jwks.json"], ["private key good", "JWKS good"],
            ["private key-JWKS good: same key"]
        ),
        (
            ["--key", "NEW/jwt_private_key.pem", "--jwks", "OLD/jwks.json", "--token", "TOKEN"],
            ["private key good", "JWKS good", "token good"],
            [
                "private key-JWKS bad: different keys", "private key-token good: signed by this key",
                "token-JWKS bad: signed by no key of it",
            ]
        ),
        (
            [
                "--key", "OLD/jwt_private_key.pem", "--jwks", "BOTH", "--token", "TOKEN", "--issuer",
                "https://h.example",
            ],
            ["private key good", "JWKS bad", "issuer good", "token good"],
            [
                "private key-JWKS good: same key", "private key-token warning: signed by another key",
                "token-JWKS good: signed by key 2", "token-issuer good: same issuer",
            ]
        ),
        (
            ["--token", "TOKEN", "--issuer", "https://H.example"], ["issuer", "token good"],
            ["token-issuer bad: another issuer"]
        ),
        (
            [
                "--key", "NEW/convex.env", "--jwks", "TOKEN", "--token", "NEW/jwks.json", "--issuer",
                "https://h.example",
            ],
            ["private key bad", "JWKS bad", "issuer good", "token bad"],
            [
                "private key-JWKS unknown: not compared", "private key-token unknown: not compared",
                "token-JWKS unknown: not compared", "token-issuer bad: names no issuer",
            ]
        ),
    ]

    @Test func it_shows_what_was_compared() throws {
        try withTemporaryFolder { folder in
            let (old, new) = (folder.path + "/old", folder.path + "/new")
            for pair in [old, new] { #expect(ToolRun(["generate", "--out", pair, "--quiet"]).status == .success) }
            let token = ToolRun([
                "jwt", "sign", "--key", new + "/jwt_private_key.pem", "--no-kid", "--issuer", "https://h.example",
                "--audience", "convex", "--subject", "a", "--expires-in", "1h",
            ])
            try Data(token.output.utf8).write(to: folder.appending(path: "token"))
            _ = ToolRun([
                "jwks", "derive", old + "/jwt_private_key.pem", new + "/jwt_private_key.pem", "--out",
                folder.path + "/both",
            ])
            for (arguments, values, links) in Self.cases {
                let named = arguments.map { argument in
                    [("OLD", old), ("NEW", new), ("TOKEN", folder.path + "/token"), ("BOTH", folder.path + "/both")]
                        .reduce(argument) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
                }
                let run = ToolRun(["doctor", "--json"] + named)
                let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
                let shown = report.picture.values.map { "\($0.subject) \($0.state)" }
                #expect(
                    shown.count == values.count && zip(shown, values).allSatisfy { $0.hasPrefix($1) },
                    "\(arguments): \(shown)")
                #expect(
                    report.picture.links.map { "\($0.from)-\($0.to) \($0.state): \($0.label)" } == links, "\(arguments)"
                )
                #expect(report.picture.values.allSatisfy { !$0.details.isEmpty })
            }
        }
    }

    /// Of a deployment on loopback, beside a file that was pushed to it and one that was not.
    @Test func a_deployment_stands_beside_what_was_given() throws {
        try withTemporaryFolder { folder in
            for name in ["stored", "other"] {
                #expect(ToolRun(["generate", "--out", folder.path + "/" + name, "--quiet"]).status == .success)
            }
            let (stored, other) = (folder.path + "/stored/convex.env", folder.path + "/other/convex.env")
            let file = folder.appending(path: "situation.json")
            let situation: [String: Any] = ["stored": stored, "now": 1_700_000_000]
            try JSONSerialization.data(withJSONObject: situation).write(to: file)
            let server = try LiveDeployment(file, isTLS: false)
            let arguments = ["doctor", "--live", "--probe", "--env-file", other, "--env-file", stored]
            let environment = [
                "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
                "CONVEX_SELF_HOSTED_URL": server.api, "CONVEX_SELF_HOSTED_ADMIN_KEY": LiveDeployment.adminKey,
            ]
            let fetcher = CurlFetcher(environment: environment)
            let run = ToolRun(arguments + ["--json"], environment: environment, fetcher: fetcher)
            let page = ToolRun(arguments + ["--format", "html"], environment: environment, fetcher: fetcher)
            _ = try server.stop()

            let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
            #expect(report.pictures.map(\.environment) == [other, stored, "the deployment at \(server.api)"])
            #expect(report.picture.links.map(\.label) == report.pictures.first?.links.map(\.label))
            let drawn = report.pictures.map { picture in
                picture.links.filter { $0.to == "deployment" }.map { "\($0.from) \($0.state): \($0.label)" }
            }
            #expect(
                drawn == [
                    [
                        "private key warning: another key is stored there", "JWKS warning: other keys are published",
                    ],
                    [],
                    [
                        "private key good: published there", "JWKS good: published there", "issuer good: same issuer",
                        "token good: accepted by the backend",
                    ],
                ])
            #expect(
                report.pictures.last?.values.map { "\($0.subject) \($0.state)" }
                    == ["private key", "JWKS", "issuer", "token", "deployment"].map { $0 + " good" })
            #expect(
                report.pictures.last?.values.last?.details.prefix(4)
                    == [server.api, "2 stored variables judged", "site \(server.site)", "publishes 1 key"])
            let key = try String(contentsOfFile: folder.path + "/stored/jwt_private_key.pem", encoding: .utf8)
            let secrets = key.split(separator: "\n").dropFirst().dropLast() + [LiveDeployment.adminKey.dropFirst(20)]
            for output in [run.output, page.output] {
                #expect(!secrets.contains { output.contains($0) } && !output.contains("eyJ"))
            }
            #expect(page.output.components(separatedBy: "class=\"diagram wide\"").count == 1 + 3)
        }
    }
}
