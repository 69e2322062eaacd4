import Consumers
import Deployment
import Encodings
import Testing

@Suite struct IssuerTests {
    @Test(
        arguments: [
            ("https://site.example.com", []), ("https://site.example.com:8443", []), ("http://192.0.2.7:3211", []),
            ("site.example.com", ["issuer.scheme!"]), ("", ["issuer.scheme!"]), ("ftp://x", ["issuer.scheme!"]),
            ("https://", ["issuer.url!"]), ("https://a b", ["issuer.url!"]), ("https://user@x", ["issuer.url!"]),
            ("https://site.example.com/", ["issuer.trailing-slash!"]),
            ("https://site.example.com/auth", ["issuer.path!"]), ("https://site.example.com?x", ["issuer.path!"]),
            ("https://site.example.com#x", ["issuer.path!"]), ("HTTPS://site.example.com", ["issuer.path!"]),
            ("http://192.0.2.7:3210", ["issuer.api-port!"]),
            ("http://192.0.2.7:3210/", ["issuer.trailing-slash!", "issuer.api-port!"]),
            ("http://127.0.0.1:3211", ["issuer.loopback"]), ("http://localhost:3211", ["issuer.loopback"]),
            ("http://localhost:3210", ["issuer.api-port!"]), ("http://localhost:8080", ["issuer.loopback!"]),
            ("http://[::1]", ["issuer.loopback!"]),
        ])
    func complaints(issuer: String, codes: [String]) {
        let found = IssuerCheck.complaints(about: issuer)
        #expect(found.map { $0.error.code.rawValue + ($0.isRefusal ? "!" : "") } == codes)
        #expect(found.allSatisfy { $0.error.hint != nil })
    }

    @Test(
        arguments: [
            ("site.example.com:3211/x", "write it out: https://site.example.com:3211"),
            ("https:/x", "write it out: https://x"), ("", "write it out: https://HOST"),
            (" https://x", "quotes and blanks belong to the value here; leave them out: https://x"),
            ("\"http://x:3211/\"", "quotes and blanks belong to the value here; leave them out: http://x:3211"),
            ("ftp://x", "the scheme is https:// or http://"),
        ])
    func theAdviceIsAnIssuer(issuer: String, hint: String) {
        #expect(IssuerCheck.complaints(about: issuer).first?.error.hint == hint)
    }

    @Test(
        arguments: [
            ("localhost", "http://localhost:3210", "http://localhost:3211"),
            ("192.0.2.7", "http://192.0.2.7:3210", "http://192.0.2.7:3211"),
            ("https://convex.example.com", "https://convex.example.com:3210", "https://convex.example.com:3211"),
            ("[2001:db8::1]", "http://[2001:db8::1]:3210", "http://[2001:db8::1]:3211"),
        ])
    func hosts(host: String, api: String, site: String) throws {
        let origins = try DeploymentOrigins(host: host)
        #expect(origins == DeploymentOrigins(api: api, site: site))
        #expect(Set(origins.variables.map(\.value)) == [api, site])
    }

    @Test(arguments: ["", "a b", "a:3210", "a/b", "a/", "a?b", "user@a", "ftp://a", "a#b", "a\nb"])
    func noHost(text: String) {
        #expect(throws: AuthKeysError.self) { _ = try DeploymentOrigins(host: text) }
    }

    @Test(
        arguments: [
            (
                "convex,dev,alice,coder.example.com", "https://convex-api--dev--alice.coder.example.com",
                "https://convex-site--dev--alice.coder.example.com"
            ),
            (
                "api/web,dev,al-ice,apps.x.org", "https://api--dev--al-ice.apps.x.org",
                "https://web--dev--al-ice.apps.x.org"
            ),
        ])
    func coder(text: String, api: String, site: String) throws {
        #expect(try CoderWorkspace(text).origins == DeploymentOrigins(api: api, site: site))
    }

    @Test(
        arguments: [
            ("", "issuer.url"), ("a,b,c", "issuer.url"), ("a,b,c,d.e,f", "issuer.url"), ("a,b,c,d", "issuer.url"),
            ("a,,c,d.e", "issuer.url"), ("a--b,b,c,d.e", "issuer.url"), ("a,b,-c,d.e", "issuer.url"),
            ("a/b/c,b,c,d.e", "issuer.url"), ("/b,b,c,d.e", "issuer.url"), ("a,b,c,*.d.e", "issuer.url"),
            ("a,b,c,https://d.e", "issuer.url"), ("a,b,c;d,d.e", "issuer.url"), ("a,b\n,c,d.e", "issuer.url"),
            ("convex,\(String(repeating: "w", count: 44)),alice,d.e", "issuer.too-long"),
        ])
    func noWorkspace(text: String, code: String) {
        let error = #expect(throws: AuthKeysError.self) { _ = try CoderWorkspace(text) }
        #expect(error?.code.rawValue == code)
    }
}
