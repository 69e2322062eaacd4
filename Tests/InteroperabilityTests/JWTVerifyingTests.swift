import AuthKeysJOSE
import Foundation
import TestSupport
import Testing

/// Tokens that others make, verified by `authkeys jwt verify` and by the library with every check that they have.
@Suite struct JWTVerifyingTests {
    private static let headers = ["RS256", "RS384", "RS512"].flatMap { algorithm in
        [nil, "k~1"].map { JWTClient.Batch.Header(alg: algorithm, kid: $0) }
    }
    private static let text = "é\"\\\u{2028}😀"
    private static let claims =
        #"{"iss":"https://example.com","sub":"u|s","aud":["convex","other"],"iat":1700000000,"exp":4102444800,"#
        + #""text":"é\"\\\u2028😀"}"#

    /// With a key that `openssl` made.
    private static let batch = Result { () throws -> JWTClient.Batch in
        let key = try OpenSSLTool.output(["genrsa", "2048"], input: "")
        return JWTClient.Batch(
            publicKey: try OpenSSLTool.output(["pkey", "-pubout"], input: key), privateKey: key,
            issuer: "https://example.com", audience: "convex", headers: headers, claims: claims)
    }

    private static let stranger = Result<RSAPublicKey, any Error> { try RSAPrivateKey(keySize: .bits2048).publicKey }

    /// The key under the kid `k~1`, beside another's. It is also how a token that names no key has to choose between
    /// two: not at all.
    private static func set() throws -> JWKSet {
        let key = try RSAPublicKey(pemRepresentation: batch.get().publicKey)
        return try JWKSet([JWK(stranger.get(), keyID: "k~0", algorithm: nil), JWK(key, keyID: "k~1", algorithm: nil)])
    }

    private static func onlyKey() throws -> JWKSet {
        try JWKSet([set().keys[1]])
    }

    @Test(arguments: JWTClient.allCases)
    func the_library_accepts_them(client: JWTClient) throws {
        let tokens = try client.answer(Self.batch.get()).tokens
        try #require(tokens.count == Self.headers.count)
        for (header, token) in zip(Self.headers, tokens) {
            let algorithm = try #require(JWSAlgorithm.named(header.alg))
            func verifier(
                _ keys: JWKSet, _ algorithm: JWSAlgorithm = algorithm, audience: String = "other"
            ) -> JWTVerifier {
                JWTVerifier(
                    keys: keys,
                    expecting: ClaimsExpectations(
                        issuer: .exactly("https://example.com"), audience: .contains(audience)),
                    algorithms: [algorithm])
            }
            let now = NumericDate(secondsSince1970: 1_800_000_000)
            let verified = try verifier(header.kid == nil ? Self.onlyKey() : Self.set()).verify(token, at: now)
            #expect(verified.claims.subject == "u|s")
            #expect(verified.claims.audience == ["convex", "other"])
            #expect(verified.claims.issuedAt == NumericDate(secondsSince1970: 1_700_000_000))
            #expect(verified.claims.expiresAt == NumericDate(secondsSince1970: 4_102_444_800))
            #expect(verified.claims["text"]?.string == Self.text)
            #expect(verified.algorithm == algorithm)

            let another: JWSAlgorithm = algorithm == .rs256 ? .rs512 : .rs256
            #expect(refusal { try verifier(Self.onlyKey(), another).verify(token, at: now) } == .algorithm)
            #expect(refusal { try verifier(Self.onlyKey(), audience: "x").verify(token, at: now) } == .audience)
            let strangers = try JWKSet([JWK(Self.stranger.get(), keyID: "k~1", algorithm: nil)])
            #expect(refusal { try verifier(strangers).verify(token, at: now) } == .signature)
        }
    }

    @Test(arguments: JWTClient.allCases)
    func the_command_accepts_them(client: JWTClient) throws {
        let batch = try Self.batch.get()
        let tokens = try client.answer(batch).tokens
        let stranger = try Self.stranger.get().pemRepresentation
        for (header, token) in zip(Self.headers, tokens) {
            func verify(_ key: [String]) throws -> ChildProcess.Outcome {
                try ChildProcess(
                    Repository.commandBinary.path,
                    ["jwt", "verify", "--issuer", batch.issuer, "--audience", batch.audience]
                        + ["--algorithm", header.alg] + key,
                    environment: [
                        "SET": try Self.set().json.compactJSON, "KEY": batch.publicKey, "STRANGER": stranger,
                    ]
                ).run(input: token + "\n")
            }
            for key in header.kid == nil ? ["--key=env:KEY"] : ["--jwks=env:SET", "--key=env:KEY"] {
                let outcome = try verify([key])
                #expect(outcome.succeeded, "\(header) \(key): \(outcome.outputText)\(outcome.errorText)")
                #expect(outcome.outputText.hasPrefix("accepted: signed with "))
            }
            #expect(try verify(["--key=env:STRANGER"]).termination == .exited(1))
        }
    }

    private func refusal(_ body: () throws -> VerifiedJWT<JWTClaims>) -> JWTCheck.Name? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? JWTRefusal)?.failures.first?.name
        }
    }
}
