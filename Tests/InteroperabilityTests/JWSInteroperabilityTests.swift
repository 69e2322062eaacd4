import AuthKeysJOSE
import Consumers
import TestSupport
import Testing

/// Tokens and keys that pass between the tool, this library and implementations that are not ours.
@Suite struct JWSInteroperabilityTests {
    @Test(arguments: JWSClient.allCases, KeyPairSample.all)
    func every_client_reads_the_same_key_from_every_text(client: JWSClient, sample: KeyPairSample) throws {
        let answer = try client.answer(for: sample)
        let thumbprint = try sample.made.keyID
        #expect(answer.privateKeys.count >= (client.readsOneLine ? 2 : 1))
        #expect(answer.privateKeys.allSatisfy { $0 == thumbprint })
        #expect(answer.publicKey == thumbprint)
        #expect(answer.jwk == thumbprint)
    }

    @Test(arguments: JWSClient.allCases, KeyPairSample.all)
    func what_we_sign_verifies_there(client: JWSClient, sample: KeyPairSample) throws {
        let payloads = try client.answer(for: sample).payloads
        #expect(payloads.prefix(2) == [SignedTokens.payload, SignedTokens.payload])
    }

    @Test(arguments: JWSClient.allCases, KeyPairSample.all)
    func what_they_sign_verifies_here(client: JWSClient, sample: KeyPairSample) throws {
        let tokens = try client.answer(for: sample).tokens
        #expect(tokens.count == 2)
        for token in tokens {
            #expect(try verifier(sample).verify(token) == Array(SignedTokens.payload.utf8))
        }
        #expect(try tokens.map { try CompactJWS($0).header.keyID } == [nil, KeyID(sample.made.keyID)])
    }

    @Test(arguments: JWSClient.allCases, KeyPairSample.all)
    func tampered_tokens_are_refused_there(client: JWSClient, sample: KeyPairSample) throws {
        let payloads = try client.answer(for: sample).payloads.dropFirst(2)
        #expect(payloads.count == 2 * Tampering.allCases.count)
        #expect(payloads.allSatisfy { $0 == nil })
    }

    @Test(arguments: Tampering.allCases, KeyPairSample.all)
    func tampered_tokens_are_refused_here(tampering: Tampering, sample: KeyPairSample) throws {
        let tokens = try sample.tokens
        let keyID = KeyID(try sample.made.keyID)
        for token in [tokens.withoutKeyID, tokens.withKeyID] {
            let tampered = try tampering.apply(to: token, keyID: keyID)
            #expect(codeThrown { try verifier(sample).verify(tampered) } == tampering.refusal.code)
        }
    }

    @Test(arguments: KeyPairSample.all)
    func the_headers_are_what_each_consumer_signs(sample: KeyPairSample) throws {
        let tokens = try sample.tokens
        let keyID = try sample.made.keyID
        #expect(tokens.withoutKeyID.hasPrefix(Base64URL.encode(#"{"alg":"RS256"}"#.utf8.span) + "."))
        let named = #"{"alg":"RS256","typ":"JWT","kid":"\#(keyID)"}"#
        #expect(tokens.withKeyID.hasPrefix(Base64URL.encode(named.utf8.span) + "."))
    }

    @Test(arguments: JWSClient.allCases)
    func the_example_of_RFC_7638_has_one_thumbprint(client: JWSClient) throws {
        let jwk = try JWK(JSON.parse(Repository.text(of: "Fixtures/keys/rfc7638-3.1.jwk.json"), limits: .keySet))
        #expect(try client.answer.example == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
        #expect(try jwk.key.thumbprint() == KeyID("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"))
    }

    private func verifier(_ sample: KeyPairSample) throws -> JWSVerifier {
        JWSVerifier(keys: try JWKSet(parsing: sample.made.jwks.utf8.span))
    }
}
