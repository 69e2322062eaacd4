import AuthKeysJOSE
import TestSupport
import Testing

/// Which documents are believed, and what the others are refused for.
@Suite struct OpenIDDiscoveryTests {
    private static func answer(_ body: String, status: Int = 200) -> HTTPResponse {
        HTTPResponse(status: status, body: Array(body.utf8))
    }

    private static func document(_ issuer: String, _ keys: String) -> String {
        #"{"issuer":"\#(issuer)","jwks_uri":"\#(keys)","authorization_endpoint":"\#(issuer)/oauth/authorize"}"#
    }

    private func refusal(
        _ issuer: String, hosts: [String] = [], allowsPlainHTTP: Bool = false, _ response: HTTPResponse
    ) -> AuthKeysError? {
        do throws(AuthKeysError) {
            _ = try OpenIDDiscovery(issuer: issuer, allowedKeyHosts: hosts, allowsPlainHTTP: allowsPlainHTTP)
                .metadata(from: response)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("https://a.example", "https://a.example/.well-known/openid-configuration"),
        ("https://a.example/", "https://a.example/.well-known/openid-configuration"),
        ("https://a.example/tenant", "https://a.example/tenant/.well-known/openid-configuration"),
        ("https://a.example/tenant/v2.0/", "https://a.example/tenant/v2.0/.well-known/openid-configuration"),
        ("http://127.0.0.1:3211", "http://127.0.0.1:3211/.well-known/openid-configuration"),
        ("HTTPS://A.example", "https://A.example/.well-known/openid-configuration"),
    ])
    func asksBelowTheIssuer(issuer: String, url: String) throws {
        let request = try OpenIDDiscovery(issuer: issuer).request
        #expect(request.url == url)
        #expect(request.method == "GET")
    }

    @Test(
        arguments: [
            ("https://a.example", nil), ("http://localhost:3211", nil), ("http://[::1]:3211", nil),
            ("", "discovery.issuer"), ("a.example", "discovery.issuer"), ("ftp://a.example", "discovery.issuer"),
            ("https://a.example?x", "discovery.issuer"), ("https://a.example/#x", "discovery.issuer"),
            ("https://a.example/ ", "discovery.issuer"), ("https://me@a.example", "discovery.issuer"),
            ("https://a.example/.well-known/openid-configuration", "discovery.issuer"),
            ("https://a.example/.well-known/jwks.json", "discovery.issuer"),
            ("http://a.example", "network.cleartext"), ("http://convex:3211", "network.cleartext"),
        ] as [(String, AuthKeysError.Code?)])
    func takesIssuersThatCanBeAsked(issuer: String, code: AuthKeysError.Code?) {
        #expect(codeThrown { try OpenIDDiscovery(issuer: issuer) } == code)
        let lenient: AuthKeysError.Code? = code == "network.cleartext" ? nil : code
        #expect(codeThrown { try OpenIDDiscovery(issuer: issuer, allowsPlainHTTP: true) } == lenient)
    }

    @Test func saysWhatIsLeftOfTheURLOfADocument() {
        let error = #expect(throws: AuthKeysError.self) {
            try OpenIDDiscovery(issuer: "https://a.example/t/.well-known/openid-configuration")
        }
        #expect(error?.hint == "leave the rest out: https://a.example/t")
    }

    @Test(arguments: [
        ("https://a.example", "https://a.example/.well-known/jwks.json", []),
        ("https://a.example/", "https://a.example/keys", []), ("https://a.example", "https://A.EXAMPLE:443/k?v=1", []),
        ("http://127.0.0.1:3211", "http://127.0.0.1:3211/k", []),
        ("https://accounts.google.com", "https://www.googleapis.com/oauth2/v3/certs", ["www.googleapis.com"]),
        ("https://a.example", "https://k.example:8443/", ["x.example", "K.example:8443"]),
        ("https://a.example", "https://[2001:db8::7]/k", ["[2001:db8::7]"]),
    ])
    func believes(issuer: String, keys: String, hosts: [String]) async throws {
        let discovery = try OpenIDDiscovery(issuer: issuer, allowedKeyHosts: hosts)
        let metadata = try await discovery.metadata { request in
            #expect(request.url == discovery.request.url)
            return Self.answer(Self.document(issuer, keys))
        }
        #expect(metadata.issuer == issuer)
        #expect(metadata.keySetURL == keys)
    }

    @Test(
        arguments: [
            ("https://b.example/k", [], "discovery.foreign-keys"),
            ("https://a.example:8443/k", [], "discovery.foreign-keys"),
            ("http://a.example/k", [], "discovery.foreign-keys"),
            ("https://a.example./k", [], "discovery.foreign-keys"),
            ("https://a.example.evil.example/k", [], "discovery.foreign-keys"),
            ("https://keys.b.example/k", ["b.example"], "discovery.foreign-keys"),
            ("https://b.example:8443/k", ["b.example"], "discovery.foreign-keys"),
            ("https://b.example/k", ["b.example:8443"], "discovery.foreign-keys"),
            ("http://b.example/k", ["b.example"], "discovery.foreign-keys"),
            ("http://b.example/k", ["b.example:80"], "network.cleartext"),
            ("http://a.example/k", ["a.example:80"], "network.cleartext"),
            ("", [], "discovery.jwks-uri"), ("/keys", [], "discovery.jwks-uri"),
            ("//a.example/k", [], "discovery.jwks-uri"), ("file:///etc/passwd", [], "discovery.jwks-uri"),
            ("data:application/json,{}", [], "discovery.jwks-uri"),
            ("https://a.example@b.example/k", [], "discovery.jwks-uri"),
        ] as [(String, [String], AuthKeysError.Code)])
    func keepsToTheOriginOfTheIssuer(keys: String, hosts: [String], code: AuthKeysError.Code) {
        let response = Self.answer(Self.document("https://a.example", keys))
        #expect(refusal("https://a.example", hosts: hosts, response)?.code == code)
    }

    @Test func allowsPlainHTTPForKeysWhenAsked() {
        let response = Self.answer(Self.document("http://convex:3211", "http://convex:3211/k"))
        #expect(refusal("http://convex:3211", allowsPlainHTTP: true, response) == nil)
    }

    @Test func namesTheHostToAllow() throws {
        let response = Self.answer(Self.document("https://a.example", "https://k.example:8443/keys"))
        let error = try #require(refusal("https://a.example", response))
        #expect(
            error.message == "the issuer 'https://a.example' has its keys at another origin, 'https://k.example:8443'")
        #expect(error.hint?.contains("'k.example:8443'") == true)
        #expect(refusal("https://a.example", hosts: ["k.example:8443"], response) == nil)
    }

    @Test(arguments: ["", "https://k.example", "k.example/", "k.example/x", "a b", "k.example:0", "*.example", "me@k"])
    func refusesToAllowWhatIsNoHost(host: String) {
        #expect(
            codeThrown { try OpenIDDiscovery(issuer: "https://a.example", allowedKeyHosts: [host]) }
                == "discovery.allowed-host")
    }

    @Test(
        arguments: [
            ("", "discovery.malformed"), ("null", "discovery.malformed"), ("[]", "discovery.malformed"),
            ("\"https://a.example\"", "discovery.malformed"), ("{", "discovery.malformed"),
            (#"{"issuer":"https://a.example","issuer":"https://b.example"}"#, "discovery.malformed"),
            (#"{"x":{"y":1,"y":2}}"#, "discovery.malformed"), ("\u{FEFF}{}", "discovery.malformed"),
            (String(repeating: "[", count: 17), "discovery.malformed"),
            ("<!DOCTYPE html><html>", "discovery.web-page"), ("\n<html>", "discovery.web-page"),
            ("{}", "discovery.member"), (#"{"issuer":null}"#, "discovery.member"),
            (#"{"keys":[]}"#, "discovery.member"),
            (#"{"issuer":["https://a.example"]}"#, "discovery.member"),
            (#"{"issuer":"https://a.example"}"#, "discovery.member"),
            (#"{"issuer":"https://a.example","jwks_uri":7}"#, "discovery.member"),
            (#"{"issuer":"https://b.example"}"#, "discovery.issuer-mismatch"),
            (#"{"issuer":"https://a.example/"}"#, "discovery.issuer-mismatch"),
            (#"{"issuer":"https://A.example"}"#, "discovery.issuer-mismatch"),
            (#"{"issuer":"https://a.example:443"}"#, "discovery.issuer-mismatch"),
            (#"{"issuer":""}"#, "discovery.issuer-mismatch"),
            ("{}" + String(repeating: " ", count: 65_536), "discovery.too-large"),
        ] as [(String, AuthKeysError.Code)])
    func refuses(body: String, code: AuthKeysError.Code) {
        let error = refusal("https://a.example", Self.answer(body))
        #expect(error?.code == code)
        #expect(error?.hint != nil)
    }

    @Test func readsADocumentUpToTheLimit() {
        let text = Self.document("https://a.example", "https://a.example/k")
        let padded = text + String(repeating: " ", count: 65_536 - text.utf8.count)
        #expect(refusal("https://a.example", Self.answer(padded)) == nil)
    }

    @Test(arguments: [201, 204, 302, 304, 401, 403, 404, 418, 429, 500, 503])
    func refusesEveryStatusButOne(status: Int) {
        let good = Self.document("https://a.example", "https://a.example/k")
        let error = refusal("https://a.example", Self.answer(good, status: status))
        #expect(error?.code == "discovery.status")
        #expect(error?.message.contains("\(status)") == true)
        #expect(error?.hint != nil)
    }

    @Test func handsOnWhatTheFetcherThrows() async throws {
        struct Foreign: Error {}
        let discovery = try OpenIDDiscovery(issuer: "https://a.example")
        let error = await #expect(throws: AuthKeysError.self) { try await discovery.metadata { _ in throw Foreign() } }
        #expect(error?.code == "network.failed")
    }

    @Test func whatItDiscoversIsFetched() async throws {
        let issuer = "http://127.0.0.1:3211"
        let fetch: HTTPFetch = { request in
            request.url.hasSuffix("openid-configuration")
                ? Self.answer(Self.document(issuer, "\(issuer)/.well-known/jwks.json"))
                : Self.answer(SampleKeys.set(SampleKeys.jwk(1, kid: nil)))
        }
        let metadata = try await OpenIDDiscovery(issuer: issuer).metadata(fetch: fetch)
        let set = try RemoteJWKSet(url: metadata.keySetURL, clock: ManualClock(), fetch: fetch)
        #expect(try await set.keys().keys.count == 1)
    }
}
