import AuthKeysJOSE
import TestSupport
import Testing

struct JWTVerifierTests {
    private static let now = NumericDate(secondsSince1970: 1_763_600_000)
    private static let expectations = ClaimsExpectations(
        issuer: .exactly("https://issuer.example"), audience: .contains("api"))

    private let key: RSAPrivateKey
    private let keys: JWKSet

    init() throws {
        key = try RSAPrivateKey(pemRepresentation: Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem").utf8.span)
        keys = try JWKSet([JWK(key.publicKey, keyID: "a")])
    }

    private func token(
        _ claims: String, keyID: KeyID? = "a", algorithm: JWSAlgorithm = .rs256, type: String? = "JWT"
    ) throws -> String {
        try JWSSigner(key: key, algorithm: algorithm, keyID: keyID, type: type).sign(claims.utf8.span)
    }

    private func verifier(
        _ expectations: ClaimsExpectations = expectations, algorithms: [JWSAlgorithm] = [.rs256],
        types: [String] = ["JWT"]
    ) -> JWTVerifier {
        JWTVerifier(keys: keys, expecting: expectations, algorithms: algorithms, types: types)
    }

    private func codes(_ token: String, _ verifier: JWTVerifier, at time: NumericDate = now) -> [String] {
        do {
            _ = try verifier.verify(token, at: time)
            return []
        } catch {
            return error.failures.compactMap { $0.code?.rawValue }
        }
    }

    private static func claims(_ more: String = "") -> String {
        #"{"iss":"https://issuer.example","aud":"api","exp":1763600060\#(more)}"#
    }

    @Test func givesTheClaimsAndTheKey() throws {
        let text = Self.claims(#","sub":"u\u0031","iat":1763599990.5,"nbf":1,"jti":"x","roles":["a"]"#)
        let verified = try verifier().verify(token(text), at: Self.now)
        #expect(verified.claims.issuer == "https://issuer.example")
        #expect(verified.claims.subject == "u1")
        #expect(verified.claims.audience == ["api"])
        #expect(verified.claims.expiresAt == NumericDate(secondsSince1970: 1_763_600_060))
        #expect(verified.claims.issuedAt == NumericDate(secondsSince1970: 1_763_599_990, nanoseconds: 500_000_000))
        #expect(verified.claims.notBefore == NumericDate(secondsSince1970: 1))
        #expect(verified.claims.jwtID == "x")
        #expect(verified.claims["roles"]?.compactJSON == #"["a"]"#)
        #expect(verified.claims["none"] == nil)
        #expect(verified.claims.json.members?.count == 8)
        #expect(verified.key.keyID == "a")
        #expect(verified.algorithm == .rs256)
    }

    private struct Session: Decodable, Equatable {
        let sub: String
        let roles: [String]
    }

    @Test func givesTheClaimsAsATypeOfTheCaller() throws {
        let good = try token(Self.claims(#","sub":"u","roles":["a","b"]"#))
        let verified = try verifier().verify(good, as: Session.self, at: Self.now)
        #expect(verified.claims == Session(sub: "u", roles: ["a", "b"]))
        #expect(verified.registeredClaims.audience == ["api"])
        let other = try token(Self.claims(#","sub":"u","roles":"a""#))
        let refusal = #expect(throws: JWTRefusal.self) {
            try verifier().verify(other, as: Session.self, at: Self.now)
        }
        #expect(refusal?.failures.map(\.name) == [.claims])
    }

    @Test(arguments: [
        (#"{"iss":"https://issuer.example/","aud":"api","exp":1763600060}"#, ["jwt.issuer"]),
        (#"{"aud":"api","exp":1763600060}"#, ["jwt.issuer"]),
        (#"{"iss":"https://issuer.example","aud":["other","api"],"exp":1763600060}"#, []),
        (#"{"iss":"https://issuer.example","aud":[],"exp":1763600060}"#, ["jwt.audience"]),
        (#"{"iss":"https://issuer.example","aud":["api",1],"exp":1763600060}"#, ["jwt.claim-type"]),
        (#"{"iss":"https://issuer.example","aud":"api"}"#, ["jwt.missing-claim"]),
        (#"{"iss":"https://issuer.example","aud":"api","exp":1763600000}"#, ["jwt.expired"]),
        (#"{"iss":"https://issuer.example","aud":"api","exp":1763600000.000000001}"#, []),
        (#"{"iss":"https://issuer.example","aud":"api","exp":1e400}"#, []),
        (#"{"iss":"https://issuer.example","aud":"api","exp":-1e400}"#, ["jwt.expired"]),
        (#"{"iss":"https://issuer.example","aud":"api","exp":9223372036854775808}"#, []),
        (#"{"iss":"https://issuer.example","aud":"api","exp":"1763600060"}"#, ["jwt.claim-type"]),
        (#"{"iss":"https://issuer.example","aud":"api","exp":1763600060,"nbf":1763600001}"#, ["jwt.not-yet-valid"]),
        (#"{"iss":"https://issuer.example","aud":"api","exp":1763600060,"nbf":1763600000}"#, []),
        (#"{"iss":"https://issuer.example","aud":"api","exp":1763600060,"sub":1}"#, ["jwt.claim-type"]),
        (#"{"iss":"x","aud":"y","exp":1}"#, ["jwt.issuer", "jwt.audience", "jwt.expired"]),
        (#"{"iss":"https://issuer.example","aud":"api","exp":1763600060,"exp":1}"#, ["json.duplicate-name"]),
        (#"["iss"]"#, ["jwt.claims"]), ("", ["json.syntax"]),
    ])
    func judgesClaims(text: String, expected: [String]) throws {
        #expect(codes(try token(text), verifier()) == expected)
    }

    /// All that is wrong is told at once: the signature, and each claim.
    @Test func reportsEveryFailure() throws {
        var bytes = Array(try token(#"{"iss":"x","aud":"api","exp":1}"#).utf8)
        bytes[bytes.count - 10] = bytes[bytes.count - 10] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        let report = verifier().report(on: String(decoding: bytes, as: UTF8.self), at: Self.now)
        #expect(report.checks.map(\.name) == JWTCheck.Name.allCases)
        #expect(report.failures.map(\.name) == [.signature, .issuer, .expiry])
        #expect(report.checks.first { $0.name == .key }?.result == .passed)
        #expect(
            report.failures.last?.reason
                == "expired 20412 d ago at 1970-01-01T00:00:01Z, leeway 0 s")
    }

    @Test func listsEachCheckOfAGoodToken() throws {
        let report = verifier().report(on: try token(Self.claims()), at: Self.now)
        #expect(report.isAccepted)
        #expect(report.checks.map(\.name) == JWTCheck.Name.allCases)
        #expect(report.checks.filter { $0.result == .notChecked }.map(\.name) == [.notBefore, .age])
    }

    @Test(
        arguments: [
            (60, ["jwt.expired"]), (59, []), (0, []),
        ] as [(Int64, [String])])
    func expiryIsTooLateAtItsMoment(later: Int64, expected: [String]) throws {
        let time = Self.now + .seconds(later)
        #expect(codes(try token(Self.claims()), verifier(), at: time) == expected)
    }

    @Test func leewayMovesBothEnds() throws {
        var expectations = Self.expectations
        expectations.leeway = .seconds(30)
        let verifier = verifier(expectations)
        let text = Self.claims(#","nbf":1763600000"#)
        #expect(codes(try token(text), verifier, at: Self.now - .seconds(30)) == [])
        #expect(codes(try token(text), verifier, at: Self.now - .seconds(31)) == ["jwt.not-yet-valid"])
        #expect(codes(try token(text), verifier, at: Self.now + .seconds(89)) == [])
        #expect(codes(try token(text), verifier, at: Self.now + .seconds(90)) == ["jwt.expired"])
    }

    @Test(arguments: [
        (#","iat":1763599940"#, []), (#","iat":1763599939"#, ["jwt.too-old"]), ("", ["jwt.missing-claim"]),
        (#","iat":1763600001"#, ["jwt.issued-in-future"]), (#","iat":-1e400"#, ["jwt.too-old"]),
        (#","iat":1e400"#, ["jwt.issued-in-future"]),
    ])
    func ageIsLimitedWhenAsked(more: String, expected: [String]) throws {
        var expectations = Self.expectations
        expectations.maximumAge = .seconds(60)
        #expect(codes(try token(Self.claims(more)), verifier(expectations)) == expected)
    }

    @Test func whatIsNotAskedForIsNotChecked() throws {
        let verifier = verifier(ClaimsExpectations(issuer: .any, audience: .any, requiresExpiry: false))
        #expect(codes(try token("{}"), verifier) == [])
        let checks = verifier.report(on: try token("{}"), at: Self.now).checks
        #expect(
            checks.filter { $0.result == .notChecked }.map(\.name) == [.issuer, .audience, .expiry, .notBefore, .age])
    }

    /// Swift's strings that look the same are equal; a verifier compares bytes.
    @Test(arguments: [("caf\u{E9}", "cafe\u{301}"), ("\u{212A}ey", "Key")])
    func comparesBytes(found: String, expected: String) throws {
        let verifier = verifier(ClaimsExpectations(issuer: .exactly(expected), audience: .any))
        #expect(codes(try token(#"{"iss":"\#(found)","exp":1763600060}"#), verifier) == ["jwt.issuer"])
    }

    @Test(
        arguments: [
            ("JWT", []), ("jwt", []), ("application/jwt", []), (nil, []), ("at+jwt", ["jwt.type"]), ("", ["jwt.type"]),
        ] as [(String?, [String])])
    func typeIsThatOfATokenOrAbsent(type: String?, expected: [String]) throws {
        #expect(codes(try token(Self.claims(), type: type), verifier()) == expected)
    }

    @Test func otherTypesAreAcceptedByName() throws {
        let verifier = verifier(types: ["at+jwt"])
        #expect(codes(try token(Self.claims(), type: "application/AT+JWT"), verifier) == [])
        #expect(codes(try token(Self.claims(), type: "JWT"), verifier) == ["jwt.type"])
    }

    @Test(arguments: JWSAlgorithm.all)
    func algorithmsAreBoundToKeys(algorithm: JWSAlgorithm) throws {
        let token = try token(Self.claims(), algorithm: algorithm)
        let isRS256 = algorithm == .rs256
        #expect(codes(token, verifier()) == (isRS256 ? [] : ["jose.algorithm"]))
        #expect(codes(token, verifier(algorithms: JWSAlgorithm.all)) == (isRS256 ? [] : ["jwks.no-matching-key"]))
        let unbound = try JWKSet([JWK(key.publicKey, keyID: "a", algorithm: nil)])
        let any = JWTVerifier(keys: unbound, expecting: Self.expectations, algorithms: JWSAlgorithm.all)
        #expect(codes(token, any) == [])
    }

    /// What was remembered of a header is what reading it would say.
    @Test func aKnownHeaderIsJudgedAsAnUnknownOne() throws {
        let verifier = verifier()
        for _ in 0..<3 {
            #expect(codes(try token(Self.claims()), verifier) == [])
            #expect(codes(try token(Self.claims(), keyID: "b"), verifier) == ["jwks.no-matching-key"])
            #expect(codes(try token(#"{"exp":1}"#), verifier).contains("jwt.expired"))
        }
        for index in 0..<20 {
            let token = try token(Self.claims(), type: index % 2 == 0 ? "jwt" : String(repeating: "J", count: 1) + "WT")
            #expect(codes(token, verifier) == [])
        }
    }

    @Test func neverPrintsTheSignature() throws {
        let token = try token(#"{"iss":"x"}"#)
        let signature = String(token.split(separator: ".")[2])
        let report = verifier().report(on: token, at: Self.now)
        #expect(report.checks.allSatisfy { !$0.reason.contains(signature) })
    }
}
