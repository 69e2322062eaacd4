import AuthKeysJOSE
import TestSupport
import Testing

/// What the reason and the hint of a refusal say.
struct JWTRefusalWordingTests {
    private static let now = NumericDate(secondsSince1970: 1_763_600_000)

    private let key: RSAPrivateKey

    init() throws {
        key = try RSAPrivateKey(pemRepresentation: Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem").utf8.span)
    }

    /// Signed, or merely written, where the algorithm is none that signs here.
    private func token(_ claims: String, header: String = #"{"alg":"RS256","kid":"k1"}"#) throws -> String {
        let input = [header, claims].map { Base64URL.encode($0.utf8.span) }.joined(separator: ".")
        let signed = try JWSSigner(key: key, keyID: "k1").sign(claims.utf8.span)
        return "\(input).\(signed.split(separator: ".")[2])"
    }

    private func refusal(
        _ token: String, keys: JWKSet? = nil, issuer: String? = nil, audience: String? = nil
    ) throws -> JWTRefusal {
        let verifier = JWTVerifier(
            keys: try keys ?? JWKSet([JWK(key.publicKey, keyID: "k1")]),
            expecting: ClaimsExpectations(
                issuer: issuer.map { .exactly($0) } ?? .any, audience: audience.map { .contains($0) } ?? .any))
        let refusal = #expect(throws: JWTRefusal.self) { try verifier.verify(token, at: Self.now) }
        return try #require(refusal)
    }

    // MARK: - Keys that were passed over

    private static let ec = #"{"kty":"EC","crv":"P-256","kid":"k1"}"#
    private static let pss = #"{"kty":"RSA","alg":"PS256","kid":"k1","n":"AQ","e":"AQAB"}"#

    @Test(
        arguments: [
            ([], "k1", #"no key of the set has the token's kid "k1""#, "the set is empty"),
            ([pss], "k1", #"has the alg "PS256", and RS256 is what the token names"#, "the one that signs"),
            (
                [ec], "k1", #"the key with the kid "k1" has the kty "EC", and RS256 needs an RSA key"#,
                "the one that signs"
            ),
            ([ec], "k2", #"the token's kid "k2""#, #"the set has one key, of another kind: kty "EC""#),
            (
                [ec, pss, ec], "k2", #"the token's kid "k2""#,
                #"the set has 3 keys, all of other kinds: kty "EC", alg "PS256""#
            ),
            ([ec], nil, "no key of the set is for verifying RS256", #"the set has one key, of another kind: kty "EC""#),
            ([], nil, "no key of the set is for verifying RS256", "the set is empty"),
        ] as [([String], String?, String, String)])
    func aKeyThatWasPassedOverIsNamed(set: [String], keyID: String?, reason: String, hint: String) throws {
        let text = #"{"keys":[\#(set.joined(separator: ","))]}"#
        let keys = try JWKSet(parsing: text.utf8.span, unusableKeys: .skip)
        let header = keyID.map { #"{"alg":"RS256","kid":"\#($0)"}"# } ?? #"{"alg":"RS256"}"#
        let failure = try #require(refusal(token(#"{"exp":1763600060}"#, header: header), keys: keys).failures.first)
        #expect(failure.reason.contains(reason), "\(failure.reason)")
        #expect(failure.hint?.contains(hint) == true, "\(failure)")
    }

    /// What was left out is for messages: the set is the keys that are in it.
    @Test func whatWasPassedOverDoesNotMakeTwoSetsDiffer() throws {
        let text = SampleKeys.set(Self.ec, SampleKeys.jwk(1, kid: "a"))
        let read = try JWKSet(parsing: text.utf8.span, unusableKeys: .skip)
        let made = try JWKSet([JWK(SampleKeys.key(1), keyID: "a")])
        #expect(read == made)
        #expect(read.hashValue == made.hashValue)
        #expect(read.json.compactJSON == made.json.compactJSON)
    }

    // MARK: - Where

    @Test(arguments: [
        (
            #"{"alg":"RS256","kid":"k1"}"#, #"{"exp":1,"exp":2}"#,
            #"the JSON of the payload: the member "exp" stands twice"#
        ),
        (#"{"alg":"RS256","alg":"RS256"}"#, "{}", #"the JSON of the header: the member "alg" stands twice"#),
        (#"{"alg":"RS256","kid":"k1"}"#, "\u{FEFF}{}", "the JSON of the payload: a byte order mark"),
        ("\u{FEFF}{}", "{}", "the JSON of the header: a byte order mark"),
        (#"{"alg":"RS256","kid":"k1"}"#, "{\n\n", "the JSON of the payload: "),
        (#"{"alg":"RS256","kid":"k1"}"#, "[]", "the payload is an array"),
        ("{}", "{}", "a header without 'alg'"),
        (#"{"alg":"RS256","kid":"k1"}"#, #"{"aud":["a",1]}"#, "'aud' is an array with other things than strings where"),
    ])
    func thePartIsNamedAndNoLine(header: String, claims: String, reason: String) throws {
        let failures = try refusal(token(claims, header: header)).failures
        let failure = try #require(failures.first { $0.reason.contains(reason) }, "\(failures)")
        #expect(failure.reason.hasPrefix(reason) || failure.reason.contains("'aud'"), "\(failure.reason)")
        #expect(!failure.reason.contains("line "), "\(failure.reason)")
        #expect(failure.reason.contains(" at byte ") == reason.contains("JSON of"), "\(failure.reason)")
    }

    // MARK: - Text of any length

    @Test(arguments: [
        (#"{"alg":"RS256","kid":"k1"}"#, #"{"iss":"LONG","exp":1763600060}"#),
        (#"{"alg":"RS256","kid":"k1"}"#, #"{"iss":"i","aud":"LONG","exp":1763600060}"#),
        (#"{"alg":"RS256","kid":"k1"}"#, #"{"iss":"i","aud":[MANY],"exp":1763600060}"#),
        (#"{"alg":"RS256","kid":"k1","typ":"LONG"}"#, #"{"iss":"i","aud":"a","exp":1763600060}"#),
        (#"{"alg":"LONG","kid":"k1"}"#, #"{"iss":"i","aud":"a","exp":1763600060}"#),
        (#"{"alg":"RS256","kid":"LONG"}"#, #"{"iss":"i","aud":"a","exp":1763600060}"#),
        (#"{"alg":"RS256","LONG":1,"LONG":1}"#, #"{"iss":"i","aud":"a","exp":1763600060}"#),
        (#"{"alg":"RS256","kid":"k1"}"#, #"{"LONG":1,"LONG":1}"#),
    ])
    func whatTheTokenChoseIsCut(header: String, claims: String) throws {
        let many = (0..<1_000).map { #""a\#($0)""# }.joined(separator: ",")
        let texts = [header, claims].map {
            $0.replacing("LONG", with: String(repeating: "x", count: 4_000)).replacing("MANY", with: many)
        }
        let token = try token(texts[1], header: texts[0])
        #expect(token.utf8.count < 16_384)
        let refusal = try refusal(token, issuer: "i", audience: "a")
        #expect(refusal.description.utf8.count < 1_000, "\(refusal.description.utf8.count)")
        let report = JWTVerifier(
            keys: try JWKSet([JWK(key.publicKey, keyID: "k1")]),
            expecting: ClaimsExpectations(issuer: .any, audience: .any)
        ).report(on: token, at: Self.now)
        #expect(report.checks.allSatisfy { $0.reason.utf8.count < 1_000 })
    }

    @Test func ofManyAudiencesTheFirstAreShown() throws {
        let token = try token(#"{"aud":["b","c","d","e","f","g"],"exp":1763600060}"#)
        #expect(
            try refusal(token, audience: "a").failures.filter { $0.name == .audience }.map(\.reason)
                == [#"aud is "b", "c", "d", "e" and 2 more where "a" is expected"#])
    }

    // MARK: - Differences that eyes miss

    @Test(
        arguments: [
            ("https://i/", "https://i", "they differ by the slash at the end"),
            ("https://I", "https://i", "they differ in upper and lower case"),
            ("https://i ", "https://i", "they differ in white space"),
            ("\thttps://i", "https://i", "they differ in white space"),
            ("https://\u{456}", "https://i", "they differ by the character U+0456, which only one of them has there"),
            ("https://i", "https://\u{456}", "they differ by the character U+0456, which only one of them has there"),
            ("https://i\u{0}", "https://i", "they differ by the character U+0000, which only one of them has there"),
            ("https://i", "https://\u{200B}i", "they differ by the character U+200B, which only one of them has there"),
            ("https://i\u{A0}", "https://i", "they differ by the character U+00A0, which only one of them has there"),
            ("\u{1F600}i", "i", "they differ by the character U+1F600, which only one of them has there"),
            ("caf\u{E9}", "cafe\u{301}", "they differ in how a character is encoded, though they look the same"),
            ("https://b\u{FC}cher", "https://other", nil), ("https://j", "https://i", nil), ("", "https://i", nil),
        ] as [(String, String, String?)])
    func theDifferenceIsSaid(found: String, expected: String, hint: String?) throws {
        let claims = JSONValue.object(["iss": .string(found), "exp": .integer(1_763_600_060)]).compactJSON
        let failures = try refusal(token(claims), issuer: expected).failures
        #expect(failures.filter { $0.name == .issuer }.map(\.hint) == [hint])
    }
}
