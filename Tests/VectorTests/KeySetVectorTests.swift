import AuthKeysJOSE
import Consumers
import Diagnosis
import Testing

struct KeySetVectorTests {
    /// The linter and the verifier see the same sets: where no rule has an error, the strict reader has a key to use.
    @Test func noSetOfTheAttacksCrashesTheLinter() throws {
        var codes: Set<AuthKeysError.Code> = []
        var count = 0
        for vector in try Vectors.lines("attacks/tokens.jsonl") {
            let text = vector["jwks"]?.compactJSON ?? ""
            count += 1
            for profile in Profile.all {
                let evidence = Evidence(profile: profile, keySet: KeySetEvidence(reading: text.utf8.span))
                let findings = RuleRegistry.findings(in: evidence)
                codes.formUnion(findings.map(\.code))
                #expect(!TextReport().report(findings).contains("a2tra2tra2tr"), "the symmetric key is shown")
                let acceptsAll = vector.text("expected") == "accept" && !profile.tokensCarryKeyID
                if acceptsAll, findings.contains(where: { $0.code == "jwks.no-matching-key" }) {
                    Issue.record("\(vector.text("name")): a token is accepted with a set that has no key")
                }
            }
        }
        #expect(count == 283)
        #expect(
            codes.isSuperset(of: [
                "jwks.malformed", "jwk.private-member", "jwk.missing-kid", "jwks.no-matching-key",
                "jwk.not-for-signing",
                "jwk.unreadable", "jwk.kty", "jwk.number-encoding",
            ]))
    }

    @Test func privateJWKsOfTheRFCsAreTheKeysThatTheirPEMSays() throws {
        var count = 0
        for vector in try Vectors.array("rfc/rs256_rfc.json") {
            guard let json = vector["private_jwk"], vector["pkcs8_pem"] != nil else { continue }
            let jwk = try PrivateJWK(parsing: json.compactJSON.utf8.span)
            let pem = vector.text("pkcs8_pem")
            let written = try jwk.key.pkcs8PEMRepresentation().withBytes { String(copyingASCII: $0) }
            #expect(written == pem, "\(vector.text("name"))")
            #expect(try jwk.key.publicKey.thumbprint().description == vector.text("thumbprint"))
            count += 1
        }
        #expect(count > 2)
    }

    @Test func privateJWKsOfWycheproofBecomeTheSameDER() throws {
        var count = 0
        for vector in try Vectors.lines("wycheproof/rs256_sign.jsonl") {
            guard let json = vector["private_jwk"] ?? vector["jwk"] else { continue }
            let jwk = try PrivateJWK(parsing: json.compactJSON.utf8.span)
            let der = try jwk.key.pkcs8DERRepresentation().withBytes { bytes in bytes.indices.map { bytes[$0] } }
            #expect(der == vector.bytes(hex: "pkcs8_hex"), "\(vector.text("id"))")
            let again = try PrivateJWK(jwk.key).jsonRepresentation()
            let read = try again.withBytes { text throws(AuthKeysError) in try PrivateJWK(parsing: text) }
            #expect(try read.key.numbers().d.isEqual(to: jwk.key.numbers().d))
            count += 1
        }
        #expect(count == 44)
    }
}
