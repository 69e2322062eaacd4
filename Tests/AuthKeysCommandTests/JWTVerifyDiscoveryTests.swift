import AuthKeysCommand
import Foundation
import TestSupport
import Testing

/// `authkeys jwt verify --discover`, with issuers on this machine.
@Suite struct JWTVerifyDiscoveryTests {
    typealias ExitStatus = AuthKeysCommand.ExitStatus  // not Testing's

    private let server: ServingProcess
    private var origin: String { "http://127.0.0.1:\(server.firstLine)" }

    init() throws {
        server = try ServingProcess(
            "python3", [Repository.root.appending(path: "Tests/Clients/http_server.py").path])
    }

    private func token(issuer: String) throws -> String {
        let key = Repository.root.appending(path: "Fixtures/keys/rfc7515-a2.pkcs8.pem").path
        let run = ToolRun(["jwt", "sign", "--key", key, "--kid", "a2", "--issuer", issuer])
        try #require(run.status == .success, "\(run.error)")
        return String(run.output.dropLast())
    }

    private func verify(_ token: String, _ arguments: [String]) -> ToolRun {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return ToolRun(
            ["jwt", "verify", "env:TOKEN", "--any-audience"] + arguments, environment: ["TOKEN": token, "PATH": path])
    }

    /// The kinds of issuer are those of `Tests/Clients/http_server.py`.
    @Test(
        arguments: [
            ("good", .success, "accepted: "), ("slash", .failure, "[discovery.issuer-mismatch]"),
            ("foreign", .failure, "by name with --allow-jwks-host"), ("login", .failure, "[discovery.web-page]"),
            ("missing", .failure, "auth.addHttpRoutes(http)"),
            ("login-for-keys", .failure, "a web page where a JWK set is expected"),
            ("private", .failure, "[jwk.private-member]"),
            // Wherever they lead: a redirect would choose the host of the keys.
            ("moved", .failure, "it redirects, and that is not followed"),
            ("moved-keys", .failure, "answered with status 302"),
        ] as [(String, ExitStatus, String)])
    func findsTheKeysOfAnIssuer(kind: String, status: ExitStatus, message: String) throws {
        let issuer = "\(origin)/issuer/\(kind)"
        let run = try verify(token(issuer: issuer), ["--discover", issuer])
        #expect(run.status == status, "\(run.error)")
        #expect((status == .success ? run.output : run.error).contains(message), "\(run.output)\(run.error)")
        #expect(status == .success || run.output == "")
    }

    /// The document was good, so the set is what is named, and by an address that can be asked.
    @Test(arguments: [
        ("lost-keys", "/status/404", "curl -si"), ("login-for-keys", "/issuer/login-for-keys/jwks.json", nil),
    ])
    func namesTheKeySetThatFails(kind: String, path: String, command: String?) throws {
        let issuer = "\(origin)/issuer/\(kind)"
        let run = try verify(token(issuer: issuer), ["--discover", issuer])
        #expect(run.status == .failure)
        #expect(run.error.contains("the issuer's key set, \"\(origin)\(path)\": '\(origin)'"), "\(run.error)")
        #expect(run.error.contains("\(command ?? "") \(origin)\(path)\n") == (command != nil), "\(run.error)")
    }

    @Test func keysMayBeElsewhereWhereThatIsAllowedByName() throws {
        let issuer = "\(origin)/issuer/foreign"
        let run = try verify(
            token(issuer: issuer), ["--discover", issuer, "--allow-jwks-host", "localhost:\(server.firstLine)"])
        #expect(run.status == .success, "\(run.output)\(run.error)")
    }

    /// The issuer that is asked is the one that tokens have to name.
    @Test func theIssuerIsTheOneThatWasAsked() throws {
        let issuer = "\(origin)/issuer/good"
        let other = try verify(token(issuer: "\(issuer)/"), ["--discover", issuer])
        #expect(other.status == .negative)
        #expect(other.output.contains("[jwt.issuer]"))
        let named = try verify(token(issuer: issuer), ["--discover", issuer, "--issuer", issuer])
        #expect(named.status == .success, "\(named.error)")
    }

    @Test func aSetIsFetched() throws {
        let run = try verify(token(issuer: "i"), ["--jwks", "\(origin)/issuer/good/jwks.json", "--issuer", "i"])
        #expect(run.status == .success, "\(run.error)")
        #expect(run.error == "")
    }

    /// Whoever can change the keys on the way can sign. Nothing is fetched here: there is no curl to do it.
    @Test func warnsOfKeysOverPlainHTTP() throws {
        let arguments = ["jwt", "verify", "env:TOKEN", "--any-audience", "--any-issuer", "--jwks", "http://a.example/"]
        let run = ToolRun(arguments, environment: ["TOKEN": "x", "PATH": "/nowhere"])
        #expect(run.status == .failure)
        #expect(run.error.hasPrefix("authkeys: warning: the keys come over plain http"), "\(run.error)")
    }
}
