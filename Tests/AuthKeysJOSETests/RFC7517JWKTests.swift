import AuthKeysJOSE
import TestSupport
import Testing

struct RFC7517JWKTests {
    private static let n = String(repeating: "u", count: 85) + "w"

    @Test func writesItsMembersInOneOrder() throws {
        let key = try RSAPublicKey(n: Base64URL.decode(Self.n), e: [1, 0, 1])
        let jwk = JWK(key, keyID: "k1")
        #expect(
            jwk.json.compactJSON
                == #"{"kty":"RSA","use":"sig","alg":"RS256","kid":"k1","n":"\#(Self.n)","e":"AQAB"}"#)
        #expect(try JWK(jwk.json) == jwk)
        #expect(JWK(key, algorithm: nil, use: nil).json.compactJSON == #"{"kty":"RSA","n":"\#(Self.n)","e":"AQAB"}"#)
    }

    @Test(
        arguments: [
            (#""kty":"RSA","n":"N","e":"AQAB""#, nil),
            (#""kty":"RSA","n":"N","e":"AQAB","x5t":"?","ext":true"#, nil),
            (#""n":"N","e":"AQAB""#, "jwk.member"), (#""kty":"EC","crv":"P-256""#, "jwk.kty"),
            (#""kty":"rsa","n":"N","e":"AQAB""#, "jwk.kty"), (#""kty":"RSA","e":"AQAB""#, "jwk.member"),
            (#""kty":"RSA","n":"N""#, "jwk.member"), (#""kty":"RSA","n":"N","e":65537"#, "jwk.member"),
            (#""kty":"RSA","n":"N==","e":"AQAB""#, "jwk.member"),
            (#""kty":"RSA","n":"N","e":"AAEAAQ""#, "key.leading-zero"),
            (#""kty":"RSA","n":"N","e":"AQAB","alg":"HS256""#, "jose.algorithm"),
            (#""kty":"RSA","n":"N","e":"AQAB","alg":"rs256""#, "jose.algorithm"),
            (#""kty":"RSA","n":"N","e":"AQAB","kid":7"#, "jwk.member"),
            (#""kty":"RSA","n":"N","e":"AQAB","key_ops":["verify"]"#, nil),
            (#""kty":"RSA","n":"N","e":"AQAB","key_ops":"verify""#, "jwk.member"),
            (#""kty":"RSA","n":"N","e":"AQAB","key_ops":[1]"#, "jwk.member"),
            (#""kty":"RSA","n":"N","e":"AQAB","d":"SECRET""#, "jwk.private-member"),
            (#""kty":"RSA","n":"N","e":"AQAB","qi":"SECRET""#, "jwk.private-member"),
            (#""kty":"RSA","n":"N","e":"AQAB","oth":[]"#, "jwk.private-member"),
            (#""kty":"oct","k":"SECRET""#, "jwk.private-member"),
        ] as [(String, AuthKeysError.Code?)])
    func judges(members: String, code: AuthKeysError.Code?) throws {
        let text =
            "{" + members.split(separator: "\"N", omittingEmptySubsequences: false).joined(separator: "\"" + Self.n)
            + "}"
        let json = try JSON.parse(text, limits: .keySet)
        #expect(codeThrown { try JWK(json) } == code)
    }

    @Test func namesThePrivateMemberAndNotItsValue() throws {
        let json = try JSON.parse(#"{"kty":"RSA","n":"\#(Self.n)","e":"AQAB","dp":"SECRET"}"#, limits: .keySet)
        let error = #expect(throws: AuthKeysError.self) { try JWK(json) }
        #expect(error?.message.contains("'dp'") == true)
        #expect(!"\(try #require(error)) \(error?.hint ?? "")".contains("SECRET"))
    }
}

struct RFC7517JWKSetTests {
    private static let key = #"{"kty":"RSA","kid":"KID","n":"\#(String(repeating: "u", count: 85))w","e":"AQAB"}"#

    private static func set(_ kids: String...) -> String {
        let keys = kids.map { kid in key.split(separator: "KID").joined(separator: kid) }
        return #"{"keys":["# + keys.joined(separator: ",") + "]}"
    }

    @Test func keepsTheOrderAndWritesTheSameText() throws {
        let text = Self.set("b", "a")
        let parsed = try JWKSet(parsing: text.utf8.span)
        #expect(parsed.keys.map(\.keyID) == ["b", "a"])
        #expect(parsed.json.compactJSON == text)
    }

    @Test(
        arguments: [
            (#"{"keys":[]}"#, nil), (set("a"), nil), (set("a", "b"), nil), (set("a", "a"), "jwks.duplicate-kid"),
            // One kid for Swift's `==`, two for the RFC.
            (set("caf\u{E9}", "cafe\u{301}"), nil), (set("\u{212A}", "K"), nil),
            ("[]", "jwks.malformed"), ("{}", "jwks.malformed"), (#"{"keys":{}}"#, "jwks.malformed"),
            (key, "jwks.malformed"),
            (#"{"keys":[],"keys":[]}"#, "json.duplicate-name"), (#"{"keys":[1]}"#, "jwk.member"),
            (#"{"keys":[{"kty":"RSA"}]}"#, "jwk.member"), ("", "json.syntax"),
            ("{\"keys\":[]} x", "json.trailing-content"),
        ] as [(String, AuthKeysError.Code?)])
    func judges(text: String, code: AuthKeysError.Code?) {
        #expect(codeThrown { try JWKSet(parsing: text.utf8.span) } == code)
    }

    @Test func refusesMoreThanAHundredKeys() {
        let keys = (1...101).map { "k\($0)" }.map { kid in Self.key.split(separator: "KID").joined(separator: kid) }
        func text(_ count: Int) -> String { #"{"keys":["# + keys.prefix(count).joined(separator: ",") + "]}" }
        #expect(codeThrown { try JWKSet(parsing: text(100).utf8.span) } == nil)
        #expect(codeThrown { try JWKSet(parsing: text(101).utf8.span) } == "jwks.too-many-keys")
    }

    /// What an issuer may publish beside the keys that are used here, and what it may not.
    @Test(
        arguments: [
            (#"{"kty":"EC","crv":"P-256","x":"AA","y":"AA","kid":"e"}"#, "jwk.kty", nil),
            (#"{"kty":"OKP","crv":"Ed25519","x":"AA"}"#, "jwk.kty", nil), (#"{"kty":"future"}"#, "jwk.kty", nil),
            (#"{"kty":"EC","kid":"a"}"#, "jwk.kty", nil),
            (#"{"kty":"RSA","alg":"PS256","n":"AA","e":"AQAB"}"#, "jose.algorithm", nil),
            (#"{"kty":"RSA","alg":"RSA-OAEP","kid":"a"}"#, "jose.algorithm", nil),
            // Private members are never passed over, whatever they are in.
            (#"{"kty":"EC","crv":"P-256","d":"SECRET"}"#, "jwk.private-member", "jwk.private-member"),
            (#"{"kty":"oct","k":"SECRET"}"#, "jwk.private-member", "jwk.private-member"),
            (#"{"kty":"RSA","alg":"PS256","p":"SECRET"}"#, "jwk.private-member", "jwk.private-member"),
            (#"{"kty":"EC","d":null}"#, "jwk.private-member", "jwk.private-member"),
            (#"{"kty":"EC","x":"AA","x":"AA"}"#, "json.duplicate-name", "json.duplicate-name"),
            // Damaged, or of no kind that can be told.
            (#"{"kty":"RSA"}"#, "jwk.member", "jwk.member"), (#"{"crv":"P-256"}"#, "jwk.member", "jwk.member"),
            (#"{"kty":7}"#, "jwk.member", "jwk.member"), ("null", "jwk.member", "jwk.member"),
            (#"{"kty":"RSA","alg":7,"n":"AA","e":"AQAB"}"#, "jwk.member", "jwk.member"),
            (key.split(separator: "KID").joined(separator: "a"), "jwks.duplicate-kid", "jwks.duplicate-kid"),
        ] as [(String, AuthKeysError.Code, AuthKeysError.Code?)])
    func skipsKeysOfOtherKindsWhenAskedTo(
        entry: String, refused: AuthKeysError.Code, skipped: AuthKeysError.Code?
    ) throws {
        let own = Self.key.split(separator: "KID").joined(separator: "a")
        for text in [#"{"keys":[\#(entry),\#(own)]}"#, #"{"keys":[\#(own),\#(entry)]}"#] {
            #expect(codeThrown { try JWKSet(parsing: text.utf8.span) } == refused)
            #expect(codeThrown { try JWKSet(parsing: text.utf8.span, unusableKeys: .skip) } == skipped)
            guard skipped == nil else { continue }
            #expect(try JWKSet(parsing: text.utf8.span, unusableKeys: .skip).keys.map(\.keyID) == ["a"])
        }
    }

    @Test func refusesAPrivateKeyThatWasMadeIntoASet() {
        let text = #"{"kty":"RSA","d":"SECRET","keys":[]}"#
        #expect(codeThrown { try JWKSet(parsing: text.utf8.span) } == "jwk.private-member")
        #expect(codeThrown { try JWKSet(parsing: text.utf8.span, unusableKeys: .skip) } == "jwk.private-member")
    }

    @Test func countsTheKeysThatItSkips() {
        let text = #"{"keys":["# + Array(repeating: #"{"kty":"EC"}"#, count: 101).joined(separator: ",") + "]}"
        #expect(codeThrown { try JWKSet(parsing: text.utf8.span, unusableKeys: .skip) } == "jwks.too-many-keys")
    }

    @Test func theDocumentKeepsWhatTheSetRefuses() throws {
        let text = #"{"keys":[\#(Self.key),\#(Self.key),{"kty":"EC"},{"kty":"RSA","d":"x","d":"y"},null]}"#
        let document = try JWKSetDocument(reading: text.utf8.span)
        #expect(document.entries.map { (try? $0.key.get()) != nil } == [true, true, false, false, false])
        #expect(document.entries.map(\.privateMembers) == [[], [], [], ["d"], []])
        #expect(document.duplicateMembers.map(\.name) == ["d"])
    }
}

struct KeyIDTests {
    @Test(arguments: [
        ("a", true), ("AZaz09._~-", true), (String(repeating: "k", count: 128), true),
        (String(repeating: "k", count: 129), false), ("", false), ("a b", false), ("a/b", false), ("a\n", false),
        ("é", false), ("a'b", false), ("$(x)", false), ("a\0", false), ("::", false), ("a%20", false),
    ])
    func assignsOnlyWhatIsSafeEverywhere(text: String, isAccepted: Bool) {
        #expect(codeThrown { try KeyID(assigning: text) } == (isAccepted ? nil : "jwk.kid"))
    }
}
