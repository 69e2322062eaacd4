import AuthKeysJOSE
import Testing

/// What a person is told who asked the wrong place, or whose server is set up wrongly.
@Suite struct DiscoveryHintTests {
    private func refusal(_ issuer: String, _ body: String, status: Int = 200) -> AuthKeysError? {
        do throws(AuthKeysError) {
            _ = try OpenIDDiscovery(issuer: issuer)
                .metadata(from: HTTPResponse(status: status, body: Array(body.utf8)))
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("https://a.example", "https://a.example/", "'/' at the end"),
        ("https://a.example/", "https://a.example", "'/' at the end"),
        ("https://a.example", "http://a.example", "X-Forwarded-Proto"),
        ("http://127.0.0.1:3210", "http://127.0.0.1:3211", "differ in the port"),
        ("https://a.example", "http://127.0.0.1:3211", "CONVEX_SITE_ORIGIN"),
        ("https://a.example", "http://localhost:3211", "CONVEX_SITE_ORIGIN"),
        ("https://a.example", "https://A.example", "upper and lower case"),
        ("https://a.example", "https://b.example", "byte for byte"),
        ("https://a.example", "https://a.example/tenant", "byte for byte"),
        ("https://a.example", "not a URL", "byte for byte"),
    ])
    func whenTheIssuersDiffer(asked: String, found: String, cause: String) throws {
        let error = try #require(refusal(asked, #"{"issuer":"\#(found)","jwks_uri":"\#(asked)/k"}"#))
        #expect(error.code == "discovery.issuer-mismatch")
        #expect(error.message == #"the document of the issuer "\#(asked)" names the issuer "\#(found)""#)
        #expect(error.hint?.contains(cause) == true, "\(error.hint ?? "")")
    }

    @Test func hostileIssuersAreShownOnOneLineAndCut() throws {
        let body = #"{"issuer":"\u001b[31m\n::error::\u202e\#(String(repeating: "x", count: 1000))"}"#
        let message = try #require(refusal("https://a.example", body)).message
        #expect(message.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" })
        #expect(message.utf8.count < 500)
    }

    @Test(arguments: [
        ("http://127.0.0.1:3210", 404, "", "port 3211"), ("http://127.0.0.1:3210", 200, "This Convex", "port 3211"),
        ("https://happy-animal-1.convex.cloud", 404, "", "https://happy-animal-1.convex.site"),
        (
            "https://happy-animal-1.convex.site", 404, "This Convex deployment does not have HTTP actions enabled.",
            "auth.addHttpRoutes(http)"
        ),
        ("https://happy-animal-1.convex.site", 404, "No matching routes found", "auth.addHttpRoutes(http)"),
        ("https://a.example", 404, "", "site origin"), ("https://a.example", 403, "", "a login or a proxy"),
        ("https://a.example", 200, "<html><title>Log in</title>", "a login or a proxy"),
        ("https://a.example", 302, "", "redirects"), ("https://a.example", 502, "<html>", "check that it runs"),
        ("https://a.example", 500, "", "read the log"), ("https://a.example", 200, "OK", "what tokens have in 'iss'"),
        ("https://a.example", 200, #"{"keys":[]}"#, "key set itself"),
        ("https://a.example/t/", 418, "", "curl -si https://a.example/t/.well-known/openid-configuration"),
        ("https://a.example/(t)", 418, "", "curl -si 'https://a.example/(t)/.well-known/openid-configuration'"),
    ])
    func whenSomethingElseAnswers(issuer: String, status: Int, body: String, cause: String) throws {
        let error = try #require(refusal(issuer, body, status: status))
        #expect(error.hint?.contains(cause) == true, "\(error.hint ?? "")")
    }

    @Test func theBodyIsNotRepeated() throws {
        for status in [200, 404] {
            let error = try #require(refusal("https://a.example", "s3cr3t", status: status))
            #expect(!"\(error) \(error.hint ?? "") \(error.underlying)".contains("s3cr3t"))
        }
    }
}
