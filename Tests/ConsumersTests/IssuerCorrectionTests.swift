import Consumers
import Testing

/// What an issuer was meant to be, where nothing has to be guessed.
@Suite struct IssuerCorrectionTests {
    static let site = "https://site.example.com"

    @Test(arguments: [
        "https://site.example.com/", "https://site.example.com//", " https://site.example.com\n",
        "\"https://site.example.com\"", "'https://site.example.com/'", "site.example.com", "site.example.com/",
        "https:/site.example.com", "https:site.example.com", "HTTPS://site.example.com",
        "https://site.example.com/.well-known", "https://site.example.com/.well-known/",
        "https://site.example.com/.well-known/openid-configuration",
        "https://site.example.com/.well-known/jwks.json", "site.example.com/.well-known/openid-configuration",
    ])
    func isCertain(text: String) {
        #expect(IssuerCheck.correction(of: text) == Self.site)
    }

    /// A scheme and a port that stand there are kept.
    @Test(arguments: [
        ("http://192.0.2.7:3211/", "http://192.0.2.7:3211"), ("http://127.0.0.1:3211/", "http://127.0.0.1:3211"),
        ("http:/site.example.com:8443/", "http://site.example.com:8443"),
        ("https://[2001:db8::7]/", "https://[2001:db8::7]"),
    ])
    func keepsWhatIsSaid(text: String, issuer: String) {
        #expect(IssuerCheck.correction(of: text) == issuer)
    }

    @Test(arguments: [
        // Good as it is.
        "https://site.example.com", "http://192.0.2.7:3211", "http://127.0.0.1:3211",
        // A scheme would be a guess.
        "192.0.2.7", "192.0.2.7/", "localhost", "localhost:3211", "convex", "convex.local", "convex.internal", "x.test",
        "site.example.com:3211", "[2001:db8::7]", "ftp://site.example.com", "//site.example.com", "site..example.com",
        ".com", "site.example.com.",
        // The host, the port or what stands behind it would be one.
        "", "/", "https://", "https:", "https:8080", "https://site example.com", "http://192.0.2.7:3210",
        "http://192.0.2.7:3210/", "http://127.0.0.1:8080/", "http://localhost/", "https://site.example.com/http",
        "https://site.example.com/?a=b", "https://site.example.com#", "https://site.example.com/#/login",
        "https://user:secret@site.example.com/", "https://site.example.com/.well-known/other",
    ])
    func isNoGuess(text: String) {
        #expect(IssuerCheck.correction(of: text) == nil)
    }
}
