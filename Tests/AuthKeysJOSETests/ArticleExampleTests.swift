import AuthKeysJOSE
import TestSupport
import Testing

/// The examples of the article on this module, in its order.
@Suite struct ArticleExampleTests {
    private let key: RSAPrivateKey
    private let next: RSAPrivateKey

    init() throws {
        key = try RSAPrivateKey(keySize: .bits2048)
        next = try RSAPrivateKey(keySize: .bits2048)
    }

    @Test func are_what_the_article_shows() throws {
        let tested = try SwiftExamples.tested(in: "Tests/AuthKeysJOSETests/ArticleExampleTests.swift")
        #expect(tested.count == 11)
        #expect(try SwiftExamples.shown(in: "Sources/AuthKeysJOSE/AuthKeysJOSE.docc/AuthKeysJOSE.md") == tested)
    }

    @Test func sign_publish_and_verify() throws {
        let now = Self.now
        // EXAMPLE:
        let keyID = try key.publicKey.thumbprint()
        let signer = try JWTSigner(key: key, keyID: keyID)
        let token = try signer.sign(
            .object([
                "iss": .string("https://auth.example.com"), "sub": .string("user-1"), "aud": .string("my-service"),
                "iat": now.json, "exp": (now + .seconds(3600)).json,
            ]))
        // :EXAMPLE
        // EXAMPLE:
        let set = try JWKSet(publishing: [key.publicKey])
        let document = set.json.compactJSON  // {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":…
        // :EXAMPLE
        #expect(set.keys.map(\.keyID) == [keyID])
        // EXAMPLE:
        let keys = try JWKSet(parsing: document.utf8.span)
        let verifier = JWTVerifier(
            keys: keys,
            expecting: ClaimsExpectations(
                issuer: .exactly("https://auth.example.com"), audience: .contains("my-service")))
        let user = try verifier.verify(token, at: now).claims.subject
        // :EXAMPLE
        #expect(user == "user-1")
        // EXAMPLE:
        struct Session: Decodable, Sendable {
            let sub: String
            let role: String?
        }
        let session = try verifier.verify(token, as: Session.self, at: now).claims
        // :EXAMPLE
        #expect(session.sub == "user-1" && session.role == nil)
        #expect(document.hasPrefix(#"{"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"#))
    }

    @Test func verify_with_the_keys_of_an_issuer() async throws {
        let published = Array(try JWKSet(publishing: [key.publicKey]).json.compactJSON.utf8)
        let document = #"{"issuer":"https://auth.example.com","jwks_uri":"https://auth.example.com/jwks"}"#
        let fetch: HTTPFetch = { request in
            HTTPResponse(status: 200, body: request.url.hasSuffix("/jwks") ? published : Array(document.utf8))
        }
        let now = Self.now
        let token = try JWTSigner(key: key, keyID: key.publicKey.thumbprint()).sign(
            .object([
                "iss": .string("https://auth.example.com"), "sub": .string("user-1"), "aud": .string("my-service"),
                "exp": (now + .seconds(60)).json,
            ]))
        // EXAMPLE:
        let issuer = try OpenIDDiscovery(issuer: "https://auth.example.com")
        let metadata = try await issuer.metadata(fetch: fetch)
        let remote = try RemoteJWKSet(url: metadata.keySetURL, clock: ContinuousClock(), fetch: fetch)
        // :EXAMPLE
        // EXAMPLE:
        let verifier = RemoteJWTVerifier(
            keys: remote,
            expecting: ClaimsExpectations(issuer: .exactly(metadata.issuer), audience: .contains("my-service")))
        let user = try await verifier.verify(token, at: now).claims.subject
        // :EXAMPLE
        #expect(user == "user-1")
        // EXAMPLE:
        var policy = RemoteJWKSet.Policy()
        policy.maximumTimeToLive = .seconds(300)  // a removed key is accepted for 5 minutes,
        policy.serveStaleFor = .zero  // also when the issuer cannot be reached
        // :EXAMPLE
        _ = try RemoteJWKSet(url: metadata.keySetURL, policy: policy, clock: ContinuousClock(), fetch: fetch)
    }

    @Test func publish_the_next_key() throws {
        let file = Array(try JWKSet(publishing: [key.publicKey]).json.compactJSON.utf8)
        // EXAMPLE:
        var editor = try JWKSetEditor(reading: file.span)
        try editor.add(JWK(next.publicKey, keyID: next.publicKey.thumbprint()))
        let edited = try editor.encoded()
        // :EXAMPLE
        #expect(
            try JWKSet(parsing: edited.span).keys.map(\.keyID)
                == [key.publicKey.thumbprint(), next.publicKey.thumbprint()])
    }

    @Test func look_at_a_set_that_is_wrong() throws {
        let file = Array(#"{"keys":[{"kty":"RSA","n":"AQ","e":"AQAB"}]}"#.utf8)
        var problems: [String] = []
        func print(_ text: String) { problems.append(text) }
        // EXAMPLE:
        let document = try JWKSetDocument(reading: file.span)
        try document.requirePublic()
        for case .failure(let problem) in document.entries.map(\.key) { print("\(problem)") }
        // :EXAMPLE
        #expect(problems.count == 1 && problems.first?.hasSuffix("[key.size]") == true)
    }

    @Test func keep_the_private_key_as_JWK() throws {
        // EXAMPLE:
        let secret = try PrivateJWK(key, keyID: key.publicKey.thumbprint()).jsonRepresentation()

        let read = try secret.withBytes { text throws(AuthKeysError) in try PrivateJWK(parsing: text) }
        let published = read.publicJWK
        // :EXAMPLE
        #expect(try published == JWK(key.publicKey, keyID: key.publicKey.thumbprint()))
    }

    @Test func tell_refusals_apart() throws {
        let signer = try JWTSigner(key: key, keyID: nil)
        let token = try signer.sign(.object(["exp": (Self.now + .seconds(60)).json]))
        let old = try signer.sign(.object(["exp": Self.now.json]))
        let anyone = ClaimsExpectations(issuer: .any, audience: .any)
        let own = JWTVerifier(keys: try JWKSet(publishing: [key.publicKey]), expecting: anyone)
        let other = JWTVerifier(keys: try JWKSet(publishing: [next.publicKey]), expecting: anyone)
        #expect(Self.status(token, own) == 200)
        #expect(Self.status(old, own) == 401)
        #expect(Self.status(token, other) == 403)
        #expect(Self.status("no token", own) == 403)
    }

    private static let now = NumericDate(secondsSince1970: 1_700_000_000)

    private static func status(_ token: String, _ verifier: JWTVerifier) -> Int {
        // EXAMPLE:
        do {
            _ = try verifier.verify(token, at: now)
            return 200
        } catch {
            for failure in error.failures { print("\(failure.name): \(failure.reason)") }
            switch error.code {
            case "jwt.expired": return 401  // the client gets itself a new token
            default: return 403
            }
        }
        // :EXAMPLE
    }
}
