import AuthKeysJOSE
import Consumers
import Testing

/// What a verifier makes of what comes when it asks for a set, or for the document that says where one is.
struct KeySetFetchingTests {
    private static let url = "https://keys.example/jwks.json"
    private static let settings = VerifierSettings(issuer: ConvexTokens.issuer, audience: "convex", keySetURL: url)
    private static let discoveryFailed = "Auth provider discovery of \(ConvexTokens.issuer) failed"
    private static let notASet =
        "Invalid JWKS response body from '\(url)'. The response is not valid JSON or doesn't match the expected JWKS format."
    private static let set = #"{"keys":[]}"#
    private static let document = #"{"issuer":"\#(ConvexTokens.issuer)","jwks_uri":"\#(url)"}"#

    private static func response(_ status: Int, _ type: String?, _ body: String) -> HTTPResponse {
        HTTPResponse(
            status: status, headers: type.map { [HTTPField(name: "content-type", value: $0)] } ?? [],
            body: Array(body.utf8))
    }

    private func refusal(_ body: () throws -> Void) -> Refusal? {
        do { try body() } catch { return error as? Refusal }
        return nil
    }

    /// For each response what `customJwt`, the OIDC verifier and jose say; `nil` when they read it.
    @Test(
        arguments: [
            (200, "application/json", set, nil, nil, nil),
            (200, "APPLICATION/JSON; Charset=UTF-8", set, nil, nil, nil),
            (200, #"application/jwk-set+json;charset="utf-8""#, set, nil, nil, nil),
            (
                200, "application/json; charset=latin1", set,
                "Invalid Content-Type 'application/json; charset=latin1' when fetching JWKS from '\(url)'. Expected "
                    + "'application/json' or 'application/jwk-set+json'.", nil, nil
            ),
            (
                200, nil, set,
                "Invalid Content-Type 'unknown' when fetching JWKS from '\(url)'. Expected 'application/json' or "
                    + "'application/jwk-set+json'.", nil, nil
            ),
            (
                200, "text/plain", set,
                "Invalid Content-Type 'text/plain' when fetching JWKS from '\(url)'. Expected 'application/json' or "
                    + "'application/jwk-set+json'.", "\(discoveryFailed): 200 OK \(set)", nil
            ),
            (
                404, "text/plain", "No matching routes found",
                "Could not fetch JWKS from URL '\(url)': HTTP 404 Not Found. Check that the URL is correct and accessible.",
                "\(discoveryFailed): 404 Not Found No matching routes found",
                "ERR_JOSE_GENERIC: Expected 200 OK from the JSON Web Key Set HTTP response"
            ),
            (
                599, "application/json", "a\u{1B}[31mb",
                "Could not fetch JWKS from URL '\(url)': HTTP 599 Unknown. Check that the URL is correct and accessible.",
                "\(discoveryFailed): 599 <unknown status code> a\\u{1B}[31mb",
                "ERR_JOSE_GENERIC: Expected 200 OK from the JSON Web Key Set HTTP response"
            ),
            (
                200, "application/json", "<html>", notASet, discoveryFailed,
                "ERR_JOSE_GENERIC: Failed to parse the JSON Web Key Set HTTP response as JSON"
            ),
            (
                200, "application/json", #"{"key":[]}"#, notASet, discoveryFailed,
                "ERR_JWKS_INVALID: JSON Web Key Set malformed"
            ),
            (200, "application/json", #"{"keys":[{"kty":"AKP","pub":"AAAA"}]}"#, notASet, nil, nil),
            (
                200, "application/json", #"{"keys":[7]}"#, notASet, nil, "ERR_JWKS_INVALID: JSON Web Key Set malformed"
            ),
        ] as [(Int, String?, String, String?, String?, String?)])
    func responses(status: Int, type: String?, body: String, custom: String?, oidc: String?, jose: String?) {
        let response = Self.response(status, type, body)
        for (profile, expected) in [
            (Profile.convexCustomJWT, custom), (.convexOIDC, oidc), (.convexAuth, oidc), (.jose, jose),
        ] {
            let found = refusal { _ = try profile.keySet(in: response, settings: Self.settings) }
            #expect(found?.message == expected, "\(profile.name)")
        }
    }

    @Test(
        arguments: [
            (503, "text/html", "<html>", "network.status"), (200, "application/json", "[]", "jwks.malformed"),
            (200, "text/plain", set, nil),
        ] as [(Int, String, String, String?)])
    func the_generic_profile_answers_as_the_library_does(status: Int, type: String, body: String, code: String?) {
        let found = refusal {
            _ = try Profile.generic.keySet(in: Self.response(status, type, body), settings: Self.settings)
        }
        #expect(found?.code.rawValue == code)
    }

    @Test func what_is_fetched_verifies_a_token() throws {
        let body = #"{"keys":[\#(ConvexTokens.signing(#""kid":"X","#))]}"#
        let token = try ConvexTokens.token(ConvexTokens.header(kid: "X"))
        for profile in [Profile.convexCustomJWT, .convexOIDC, .jose, .generic] {
            let set = try profile.keySet(
                in: Self.response(200, "application/json", body), settings: Self.settings)
            #expect(profile.verifies(token, with: set, settings: Self.settings, at: ConvexTokens.now).accepted)
        }
    }

    // MARK: - data: URIs

    @Test(
        arguments: [
            "data:application/json;base64,eyJrZXlzIjpbXX0=", "data:;base64,eyJrZXlzIjpbXX0", "data:,{\"keys\":[]}",
            "DATA:text/html; BASE64 ,eyJr%5A XlzIjpbXX0%3D#fragment", " data:text/plain,%7B%22keys%22:[]}\n",
        ])
    func data_URIs_that_are_read(uri: String) throws {
        #expect(try Profile.convexCustomJWT.keySet(inDataURI: uri)?.entries.isEmpty == true)
        #expect(try Profile.convexOIDC.keySet(inDataURI: uri) == nil)
    }

    @Test(
        arguments: [
            (
                "data:application/json;base64,eyJr*",
                "Invalid JWKS data URL. Check that the data URL is properly formatted and contains valid base64-encoded JSON."
            ),
            ("data:;base64,e", "Invalid JWKS data URL."),
            (
                "data:;base64,AAAA",
                "Invalid JWKS response body from 'data:;base64,…'. The response is not valid JSON or doesn't match the "
                    + "expected JWKS format."
            ),
            ("data:application/json,%7B%22", "Invalid JWKS response body from 'data:application/json,…'."),
            ("data:,%+7%7", "Invalid JWKS response body from 'data:,…'."),
            ("data:application/json", "InternalServerError"),
        ])
    func data_URIs_that_are_not(uri: String, message: String) {
        let found = refusal { _ = try Profile.convexCustomJWT.keySet(inDataURI: uri) }
        #expect(found?.message.hasPrefix(message) == true, "\(found?.message ?? "read")")
        #expect(found?.code == "jwks.malformed")
    }

    // MARK: - Discovery

    @Test func discovery_leads_to_the_set() throws {
        for type in ["application/json", "application/json;charset=utf-8", nil] {
            let response = Self.response(200, type, Self.document)
            #expect(try Profile.convexAuth.keySetURL(inDiscovery: response, settings: Self.settings) == Self.url)
            var withoutScheme = Self.settings
            withoutScheme.issuer = String(ConvexTokens.issuer.dropFirst("https://".count))
            #expect(try Profile.convexOIDC.keySetURL(inDiscovery: response, settings: withoutScheme) == Self.url)
            for profile in [Profile.convexCustomJWT, .jose, .generic] {
                #expect(try profile.keySetURL(inDiscovery: response, settings: Self.settings) == nil)
            }
        }
    }

    @Test(
        arguments: [
            (404, "text/plain", "x", ": 404 Not Found x", "discovery.status"),
            (
                500, "application/json", #"{"code":"a"}"#, #": 500 Internal Server Error {"code":"a"}"#,
                "discovery.status"
            ),
            (200, "text/html", "<p>", ": 200 OK <p>", "network.content-type"),
            (200, "application/jwk-set+json", document, ": 200 OK \(document)", "network.content-type"),
            (200, "application/json", "<p>", "", "discovery.malformed"),
            (200, "application/json", "[]", "", "discovery.member"),
            (200, "application/json", #"{"issuer":"\#(ConvexTokens.issuer)"}"#, "", "discovery.member"),
            (
                200, "application/json", #"{"issuer":"\#(ConvexTokens.issuer)/","jwks_uri":"\#(url)"}"#, "",
                "discovery.issuer-mismatch"
            ),
            (
                200, "application/json", #"{"issuer":"\#(ConvexTokens.issuer)","jwks_uri":"/jwks"}"#, "",
                "discovery.jwks-uri"
            ),
        ])
    func discovery_that_fails(status: Int, type: String, body: String, suffix: String, code: String) {
        let found = refusal {
            _ = try Profile.convexAuth.keySetURL(
                inDiscovery: Self.response(status, type, body), settings: Self.settings)
        }
        #expect(found?.message == Self.discoveryFailed + suffix)
        #expect(found?.code.rawValue == code)
    }

    @Test func a_long_body_is_cut() {
        let body = String(repeating: "a", count: 1000)
        let found = refusal {
            _ = try Profile.convexAuth.keySetURL(
                inDiscovery: Self.response(502, nil, body), settings: Self.settings)
        }
        #expect(found?.message.hasSuffix(" " + String(repeating: "a", count: 500) + "…") == true)
    }
}
