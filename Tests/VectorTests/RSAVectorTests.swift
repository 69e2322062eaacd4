import AuthKeysJOSE
import Testing

/// Files with thousands of cases are one test each: a failure names its case.
struct WycheproofTests {
    @Test func rawSignaturesHaveTheExpectedVerdict() throws {
        var verdicts = 0
        for vector in try Vectors.lines("wycheproof/rs256_raw.jsonl") {
            let key = try RSAPublicKey(pemRepresentation: vector.text("spki_pem"))
            let (signature, message) = (vector.bytes(hex: "sig_hex"), vector.bytes(hex: "msg_hex"))
            let isValid = key.isValidSignature(signature.span, for: message.span)
            switch vector.text("expected") {
            case "valid": #expect(isValid, "\(vector.text("id"))")
            case "invalid": #expect(!isValid, "\(vector.text("id"))")
            default: continue
            }
            verdicts += 1
        }
        #expect(verdicts > 900)
    }

    @Test func signaturesAndEncodingsAreByteEqual() throws {
        var signatures = 0
        for vector in try Vectors.lines("wycheproof/rs256_sign.jsonl") {
            let der = vector.bytes(hex: "pkcs8_hex")
            let key = try RSAPrivateKey(pkcs8DERRepresentation: der.span)
            #expect(try key.pkcs8DERRepresentation().withBytes { bytes in bytes.indices.map { bytes[$0] } } == der)
            let (message, expected) = (vector.bytes(hex: "msg_hex"), vector.bytes(hex: "sig_hex"))
            #expect(try key.signature(for: message.span) == expected, "\(vector.text("id"))")
            signatures += 1
        }
        #expect(signatures == 44)
    }

    /// Signature and key selection only: the payloads of this set are no claims.
    @Test func compactTokensHaveTheExpectedVerdict() throws {
        var disagreements: [String] = []
        var count = 0
        for vector in try Vectors.lines("wycheproof/rs256_jws.jsonl") {
            count += 1
            let keys = vector["jwks"]?.compactJSON ?? ""
            let isValid =
                (try? JWKSet(parsing: keys.utf8.span)).flatMap {
                    try? JWSVerifier(keys: $0).verify(vector.text("token"))
                }
                != nil
            if isValid != (vector.text("expected") == "valid") { disagreements.append(vector.text("id")) }
        }
        #expect(count == 338)
        #expect(disagreements == [])
    }
}

struct RFCVectorTests {
    @Test func keysTokensAndThumbprintsAreByteEqual() throws {
        for vector in try Vectors.array("rfc/rs256_rfc.json") {
            let name = vector.text("name")
            let jwk = try JWK(#require(vector["jwk"]))
            #expect(try jwk.key.thumbprint().description == vector.text("thumbprint"), "\(name)")
            guard vector["pkcs8_pem"] != nil else { continue }
            let pem = vector.text("pkcs8_pem")
            let key = try RSAPrivateKey(pemRepresentation: pem.utf8.span)
            #expect(key.publicKey == jwk.key, "\(name)")
            #expect(try key.pkcs8PEMRepresentation().withBytes { String(copyingASCII: $0) } == pem, "\(name)")
            #expect(try jwk.key.pemRepresentation == vector.text("spki_pem"), "\(name)")
            guard vector["token"] != nil else { continue }
            let payload = try JWSVerifier(keys: JWKSet([jwk])).verify(vector.text("token"))
            let header = try CompactJWS(vector.text("token")).header
            let signer = try JWSSigner(key: key, keyID: header.keyID, type: header.type)
            #expect(try signer.sign(payload.span) == vector.text("token"), "\(name)")
        }
    }
}
