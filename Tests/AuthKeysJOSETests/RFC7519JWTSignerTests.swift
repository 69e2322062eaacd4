import AuthKeysJOSE
import TestSupport
import Testing

struct RFC7519JWTSignerTests {
    private let key: RSAPrivateKey

    init() throws {
        key = try RSAPrivateKey(pemRepresentation: Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem").utf8.span)
    }

    private struct Claims: Encodable {
        var sub = "u|s"
        var exp = NumericDate(secondsSince1970: 1_700_003_600)
        var roles = ["a"]
    }

    @Test(arguments: JWSAlgorithm.all, [nil, "k1"] as [KeyID?])
    func signsWhatAVerifierAccepts(algorithm: JWSAlgorithm, keyID: KeyID?) throws {
        let signer = try JWTSigner(key: key, algorithm: algorithm, keyID: keyID)
        let token = try signer.sign(Claims())
        let keys = try JWKSet([JWK(key.publicKey, keyID: "k1", algorithm: algorithm)])
        let payload = try JWSVerifier(keys: keys, algorithms: [algorithm]).verify(token)
        #expect(String(decoding: payload, as: UTF8.self) == #"{"sub":"u|s","exp":1700003600,"roles":["a"]}"#)
        let kid = keyID.map { #","kid":"\#($0)""# } ?? ""
        #expect(token.hasPrefix(Base64URL.encode(#"{"alg":"\#(algorithm.name)","typ":"JWT"\#(kid)}"#.utf8.span) + "."))
    }

    @Test(
        arguments: [
            ("[]", "jwt.claims"), ("null", "jwt.claims"), (#""sub""#, "jwt.claims"),
            (#"{"exp":"1"}"#, "jwt.claim-type"),
            (#"{"exp":null}"#, "jwt.claim-type"), (#"{"nbf":true}"#, "jwt.claim-type"),
            (#"{"iat":{}}"#, "jwt.claim-type"),
            (#"{"sub":1}"#, "jwt.claim-type"), (#"{"iss":null}"#, "jwt.claim-type"), (#"{"jti":[]}"#, "jwt.claim-type"),
            (#"{"aud":1}"#, "jwt.claim-type"), (#"{"aud":["a",1]}"#, "jwt.claim-type"), ("{}", nil),
            (#"{"aud":[]}"#, nil), (#"{"aud":["a","b"],"exp":1e400,"nbf":-0.5,"other":null}"#, nil),
            (#"{"Exp":"1","sub":"","iss":"x"}"#, nil),
        ] as [(String, AuthKeysError.Code?)])
    func signsNoClaimsThatVerifiersRefuse(claims: String, code: AuthKeysError.Code?) throws {
        let signer = try JWTSigner(key: key, keyID: nil)
        let claims = try JSON.parse(claims, limits: .token)
        #expect(codeThrown { try signer.sign(claims) } == code)
    }

    @Test func signsNoMemberTwice() throws {
        let signer = try JWTSigner(key: key, keyID: nil)
        let twice = JSONValue.object(["a": .null, "a": .null])
        #expect(codeThrown { try signer.sign(twice) } == "json.duplicate-name")
        #expect(codeThrown { try signer.sign(.object(["x": .array([twice])])) } == "json.duplicate-name")
        // Their bytes differ, so to JSON they are two members.
        #expect(codeThrown { try signer.sign(.object(["caf\u{E9}": .null, "cafe\u{301}": .null])) } == nil)
    }

    @Test func signsNoNumberThatIsNone() throws {
        let signer = try JWTSigner(key: key, keyID: nil)
        #expect(codeThrown { try signer.sign(["x": Double.nan]) } == "json.encoding")
    }
}
