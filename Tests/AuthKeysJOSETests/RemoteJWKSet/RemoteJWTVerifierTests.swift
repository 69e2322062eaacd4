import AuthKeysJOSE
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct RemoteJWTVerifierTests {
    private static let now = NumericDate(secondsSince1970: 1_763_600_000)

    private let issuer = TestIssuer()
    private let key: RSAPrivateKey
    private let verifier: RemoteJWTVerifier

    init() throws {
        key = try RSAPrivateKey(pemRepresentation: Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem").utf8.span)
        verifier = RemoteJWTVerifier(
            keys: try issuer.keySet(),
            expecting: ClaimsExpectations(issuer: .exactly("https://issuer.example"), audience: .any))
    }

    private func serve(_ kids: KeyID...) throws {
        let set = try JWKSet(kids.map { JWK(key.publicKey, keyID: $0) })
        issuer.serve(.success(HTTPResponse(status: 200, body: Array(set.json.compactJSON.utf8))))
    }

    private func token(_ keyID: KeyID, expiry: Int64 = 1_763_600_060) throws -> String {
        let claims = JSONValue.object(["iss": .string("https://issuer.example"), "exp": .integer(expiry)])
        return try JWSSigner(key: key, keyID: keyID).sign(claims)
    }

    @Test func verifiesWithTheFetchedSet() async throws {
        try serve("a")
        for _ in 0..<3 {
            #expect(try await verifier.verify(token("a"), at: Self.now).key.keyID == "a")
        }
        #expect(issuer.requests.count == 1)
    }

    private struct Claims: Decodable {
        let iss: String
    }

    @Test func anUnknownKidIsLookedForOnce() async throws {
        try serve("a")
        _ = try await verifier.verify(token("a"), at: Self.now)
        try serve("a", "b")
        issuer.clock.advance(by: .seconds(30))
        #expect(try await verifier.verify(token("b"), as: Claims.self, at: Self.now).key.keyID == "b")
        #expect(issuer.requests.count == 2)
        for _ in 0..<3 { await refuses(try token("c"), "jwks.no-matching-key") }
        #expect(issuer.requests.count == 2)
    }

    /// What is refused for another reason too would be refused with any set.
    @Test func whatWouldBeRefusedAnywayFetchesNothing() async throws {
        try serve("a")
        _ = try await verifier.verify(token("a"), at: Self.now)
        issuer.clock.advance(by: .seconds(30))
        await refuses(try token("b", expiry: 1), "jwks.no-matching-key")
        await refuses(try token("a", expiry: 1), "jwt.expired")
        await refuses("a.b.c", "base64.invalid-length")
        #expect(issuer.requests.count == 1)
    }

    @Test func withoutASetThereIsAnErrorAndNoRefusal() async throws {
        await #expect(throws: AuthKeysError.self) { try await verifier.verify(token("a"), at: Self.now) }
    }

    private func refuses(_ token: String, _ code: AuthKeysError.Code) async {
        do {
            _ = try await verifier.verify(token, at: Self.now)
            Issue.record("accepted")
        } catch {
            #expect((error as? JWTRefusal)?.code == code)
        }
    }
}
