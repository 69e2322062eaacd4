import AuthKeysJOSE
import Consumers
import Deployment
import Foundation
import TestSupport
import Testing

/// nginx and Caddy with the emitted snippets: what they send, and what verifiers make of it.
@Suite struct WellKnownServingTests {
    struct Answer: Decodable {
        let status: Int
        let headers: [[String]]
        let body: String

        var response: HTTPResponse {
            HTTPResponse(
                status: status, headers: headers.map { HTTPField(name: $0[0], value: $0[1]) }, body: Array(body.utf8))
        }
    }

    /// By server and request, as `Tests/Clients/web_servers.py` names them.
    static let answers = Result {
        let sample = EmitSample.hostile[4]
        let files = try WellKnownEmitter(sample.key(), issuer: Issuer(issuer), maximumAge: 60).files()
        let texts = try Dictionary(uniqueKeysWithValues: files.map { ($0.name, try files.text(of: $0.name)) })
        let script = Repository.root.appending(path: "Tests/Clients/web_servers.py").path
        let outcome = try ChildProcess("python3", [script]).run(input: Array(JSONEncoder().encode(texts)))
        try #require(outcome.succeeded, "\(outcome.errorText)")
        return try JSONDecoder().decode([String: [String: Answer]].self, from: Data(outcome.standardOutput))
    }

    static let issuer = "https://keys.example"
    static let servers = ["nginx", "Caddy"]

    private func answer(_ server: String, _ request: String) throws -> Answer {
        try #require(try Self.answers.get()[server]?[request])
    }

    @Test(arguments: servers, ["discovery", "set", "head"])
    func documents_come_with_their_headers(server: String, request: String) throws {
        let answer = try answer(server, request)
        let response = answer.response
        #expect(answer.status == 200)
        #expect(response.header("Content-Type") == "application/json")
        #expect(response.header("Cache-Control") == "public, max-age=60")
        #expect(response.header("Access-Control-Allow-Origin") == "*")
        #expect(response.header("X-Content-Type-Options") == "nosniff")
        for name in ["Content-Type", "Cache-Control", "Access-Control-Allow-Origin"] {
            #expect(answer.headers.count { $0[0].lowercased() == name.lowercased() } == 1)
        }
        #expect(answer.body.isEmpty == (request == "head"))
    }

    @Test(arguments: servers)
    func every_byte_is_that_of_the_file_and_verifiers_take_it(server: String) throws {
        let sample = EmitSample.hostile[4]
        let files = try WellKnownEmitter(sample.key(), issuer: Issuer(Self.issuer), maximumAge: 60).files()
        #expect(try answer(server, "discovery").body == files.text(of: "openid-configuration"))
        #expect(try answer(server, "set").body == files.text(of: "jwks.json"))
        let settings = VerifierSettings(
            issuer: Self.issuer, audience: nil, keySetURL: "\(Self.issuer)/.well-known/jwks.json")
        for profile in Profile.all {
            let url = try profile.keySetURL(inDiscovery: answer(server, "discovery").response, settings: settings)
            #expect(url == nil || url == settings.keySetURL)
            let set = try profile.keySet(in: answer(server, "set").response, settings: settings)
            #expect(set.entries.count == 1)
        }
        #expect(
            try OpenIDDiscovery(issuer: Self.issuer).metadata(from: answer(server, "discovery").response).keySetURL
                == settings.keySetURL)
    }

    /// And no cache keeps for a minute that a file was missing for a moment.
    @Test(arguments: servers, ["other", "outside", "missing"])
    func nothing_else_is_served(server: String, request: String) throws {
        let answer = try answer(server, request)
        #expect(answer.status == 404)
        #expect(answer.response.header("Cache-Control") == nil)
        #expect(!answer.body.contains("a secret"))
    }
}
