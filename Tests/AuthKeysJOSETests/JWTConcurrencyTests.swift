import AuthKeysJOSE
import HostSystem
import TestSupport
import Testing

/// One signer and one verifier for everybody. For the thread sanitizer.
@Suite(.timeLimit(.minutes(5))) struct JWTConcurrencyTests {
    private struct Case: Sendable {
        let token: String
        /// What refuses it.
        let code: AuthKeysError.Code?
    }

    private static let now = NumericDate(secondsSince1970: 1_763_600_000)
    private static let claims = JSONValue.object([
        "iss": .string("https://issuer.example"), "exp": .integer(1_763_600_060),
    ])
    private static let kids: [KeyID] = ["a", "b", "c", "d"]
    private static let expectations = ClaimsExpectations(issuer: .exactly("https://issuer.example"), audience: .any)

    private let signers: [JWTSigner]
    private let keys: JWKSet
    /// Good ones with more headers than a verifier remembers, and others.
    private let cases: [Case]

    init() throws {
        let key = try RSAPrivateKey(
            pemRepresentation: Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem").utf8.span)
        keys = try JWKSet(Self.kids.map { JWK(key.publicKey, keyID: $0, algorithm: nil) })
        signers = try Self.kids.flatMap { kid in
            try JWSAlgorithm.all.map { try JWTSigner(key: key, algorithm: $0, keyID: kid) }
        }
        let good = try signers.map { try $0.sign(Self.claims) }
        let expired = JSONValue.object(["iss": .string("https://issuer.example"), "exp": .integer(1)])
        let head = good[0].prefix { $0 != "." }
        let payload = good[0].dropFirst(head.count + 1).prefix { $0 != "." }
        let otherSignature = good[1].reversed().prefix { $0 != "." }.reversed()
        cases =
            try good.map { Case(token: $0, code: nil) } + [
                Case(token: signers[0].sign(expired), code: "jwt.expired"),
                Case(token: JWTSigner(key: key, keyID: "z").sign(Self.claims), code: "jwks.no-matching-key"),
                Case(token: "\(head).\(payload).\(String(otherSignature))", code: "jws.signature"),
                Case(token: "a.b.c", code: "base64.invalid-length"),
            ]
    }

    @Test func threadsShareAVerifierAndSigners() {
        let verifier = JWTVerifier(keys: keys, expecting: Self.expectations, algorithms: JWSAlgorithm.all)
        WorkerThreads.run(8) {
            for round in 0..<5 {
                for index in cases.indices {
                    let one = cases[(index * 5 + round) % cases.count]
                    #expect(code { () throws(JWTRefusal) in try verifier.verify(one.token, at: Self.now) } == one.code)
                    // The signature is the same each time (RFC 8017 §8.2.1).
                    let signer = index % signers.count
                    #expect((try? signers[signer].sign(Self.claims)) == cases[signer].token)
                }
            }
        }
    }

    @Test func tasksShareARemoteVerifier() async throws {
        let issuer = TestIssuer()
        issuer.serve(.success(HTTPResponse(status: 200, body: Array(keys.json.compactJSON.utf8))))
        let verifier = RemoteJWTVerifier(
            keys: try issuer.keySet(), expecting: Self.expectations, algorithms: JWSAlgorithm.all)
        await withTaskGroup(of: Void.self) { group in
            for worker in 0..<8 {
                group.addTask {
                    for round in 0..<5 {
                        for index in cases.indices {
                            let one = cases[(index * 5 + round + worker) % cases.count]
                            issuer.clock.advance(by: .milliseconds(97))
                            do {
                                _ = try await verifier.verify(one.token, at: Self.now)
                                #expect(one.code == nil)
                            } catch {
                                #expect((error as? JWTRefusal)?.code == one.code)
                            }
                        }
                    }
                }
            }
        }
        #expect(issuer.requests.count > 1)
    }

    private func code(_ body: () throws(JWTRefusal) -> VerifiedJWT<JWTClaims>) -> AuthKeysError.Code? {
        do throws(JWTRefusal) {
            _ = try body()
            return nil
        } catch {
            return error.code
        }
    }
}
