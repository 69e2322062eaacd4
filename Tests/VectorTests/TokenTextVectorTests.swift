import AuthKeysJOSE
import Testing

struct TokenTextVectorTests {
    /// The header and payload of the RFC, signed again: RSASSA-PKCS1-v1_5 is deterministic.
    @Test func tokensOfTheRFCsComeOutByteForByte() throws {
        var count = 0
        for vector in try Vectors.array("rfc/rs256_rfc.json") {
            guard let json = vector["private_jwk"], let token = vector["token"]?.string else { continue }
            let jws = try CompactJWS(token)
            let jwk = try PrivateJWK(parsing: json.compactJSON.utf8.span)
            let signer = try JWSSigner(key: jwk.key, keyID: jws.header.keyID, type: jws.header.type)
            #expect(try signer.sign(jws.payload.span) == token, "\(vector.text("name"))")
            let unverified = UnverifiedJWT(reading: token)
            #expect(unverified.form == .signed)
            // The payload of RFC 7520 §4.1 is a sentence.
            #expect(unverified.isWellFormed == (vector.text("name") != "rfc7520-4.1"))
            count += 1
        }
        #expect(count == 2)
    }

    /// Each can be looked at, and a good one has nothing wrong with it.
    @Test func everyTokenOfTheAttacksCanBeRead() throws {
        var count = 0
        var codes: Set<AuthKeysError.Code> = []
        for vector in try Vectors.lines("attacks/tokens.jsonl") {
            count += 1
            let token = UnverifiedJWT(reading: vector.text("token"))
            codes.formUnion(token.anomalies.map(\.code))
            let name = vector.text("name")
            if vector.text("expected") == "accept" { #expect(token.isWellFormed && token.form == .signed, "\(name)") }
            if name.hasPrefix("alg_") || name.hasPrefix("struct_") || name.hasPrefix("hs256_") || name.hasPrefix("ws_")
            {
                #expect(
                    name == "alg_ps256_valid_sig" || !token.anomalies.isEmpty || Self.areSound.contains(name), "\(name)"
                )
            }
        }
        #expect(count == 283)
        #expect(
            codes.isSuperset(of: [
                "token.unsecured", "token.symmetric", "token.white-space", "token.bearer-prefix", "token.quoted",
                "token.truncated", "json.duplicate-name", "jwt.claim-type", "jose.algorithm", "jws.malformed",
            ]))
    }

    /// What is wrong with these shows only with the key, or in what the verifier was told to accept.
    private static let areSound: Set<String> = [
        "alg_rs384_valid_sig", "alg_rs512_valid_sig", "alg_rs256_pss_sig", "alg_case_member", "ws_trail_lf",
        "ws_trail_crlf",
    ]
}
