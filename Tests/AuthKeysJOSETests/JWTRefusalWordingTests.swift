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
}
