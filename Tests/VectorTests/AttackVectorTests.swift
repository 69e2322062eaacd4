import AuthKeysJOSE
import Encodings
import Testing

/// 283 tokens, most of them attacks, each with the key set, issuer and audience that it is presented to.
struct AttackVectorTests {
    @Test func tokensHaveTheExpectedVerdict() throws {
        var wrong: [String] = []
        var choices: [String: String] = [:]
        let vectors = try Vectors.lines("attacks/tokens.jsonl")
        #expect(vectors.count == 283)
        for vector in vectors {
            let name = vector.text("name")
            let verdict = try Self.verdict(vector)
            if verdict.isAccepted == (vector.text("expected") == "accept") { continue }
            if vector.text("level") == "policy" {
                choices[name] = verdict.code
            } else {
                wrong.append("\(name): \(verdict.code)")
            }
        }
        #expect(wrong == [])
        #expect(choices == Self.documentedChoices)
    }

    /// Where this verifier is stricter than the set asks for: docs/jwt-verify.md says why.
    private static let documentedChoices = [
        "cty_jwt": "jws.header-member",
        "valid_key_e3": "key.exponent",
        "valid_no_exp": "jwt.missing-claim",
        "valid_typ_at_jwt": "jwt.type",
    ]

    /// What is refused with the set as it stands is a set that cannot be used, or a token.
    private static func verdict(_ vector: JSONValue) throws -> (isAccepted: Bool, code: String) {
        let set: JWKSet
        do throws(AuthKeysError) {
            let text = vector["jwks"]?.compactJSON ?? ""
            set = try JWKSet(parsing: text.utf8.span, unusableKeys: .skip)
        } catch {
            return (false, error.code.rawValue)
        }
        let verifier = JWTVerifier(
            keys: set,
            expecting: ClaimsExpectations(
                issuer: .exactly(vector.text("iss")), audience: .contains(vector.text("aud"))))
        let time = NumericDate(secondsSince1970: 1_763_600_000)
        let token = vector.text("token")
        let report = verifier.report(on: token, at: time)
        do {
            _ = try verifier.verify(token, at: time)
            #expect(report.isAccepted, "\(vector.text("name"))")
            return (true, "accepted")
        } catch {
            #expect(error.failures == report.failures, "\(vector.text("name"))")
            return (false, error.code.rawValue)
        }
    }
}
