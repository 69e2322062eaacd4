import AuthKeysJOSE
import TestSupport
import Testing

struct JWKSetListingTests {
    private func listing(_ text: String) throws -> JWKSetListing {
        try JWKSetListing(JWKSetDocument(reading: text.utf8.span))
    }

    @Test func hasARowForEachKey() throws {
        let thumbprint = try SampleKeys.key(1).thumbprint().description
        let rows = try listing(
            SampleKeys.set(
                SampleKeys.jwk(1, kid: thumbprint), SampleKeys.jwk(2, kid: "b"), SampleKeys.jwk(3, kid: nil),
                SampleKeys.jwk(4, kid: "p").replacing("RS256", with: "PS256"),
                #"{"kty":"EC","kid":"ec","alg":"ES256"}"#,
                "7")
        ).rows
        #expect(rows.map(\.keyID) == [KeyID(thumbprint), "b", nil, "p", "ec", nil])
        #expect(rows.map(\.keyType) == ["RSA", "RSA", "RSA", "RSA", "EC", nil])
        #expect(rows.map(\.algorithm) == ["RS256", "RS256", "RS256", "PS256", "ES256", nil])
        #expect(rows.map(\.use) == ["sig", "sig", "sig", "sig", nil, nil])
        #expect(rows.map(\.bits) == [2048, 2048, 2048, 2048, nil, nil])
        #expect(rows.map(\.keyIDIsThumbprint) == [true, false, nil, false, nil, nil])
        #expect(rows.map { $0.problem?.code } == [nil, nil, nil, "jose.algorithm", "jwk.kty", "jwk.member"])
    }

    @Test func asJSON() throws {
        let thumbprint = try SampleKeys.key(1).thumbprint().description
        let text = try listing(SampleKeys.set(SampleKeys.jwk(1, kid: thumbprint), #"{"kid":"\n\u202E"}"#)).json
            .compactJSON
        let first =
            #"{"kid":"\#(thumbprint)","kty":"RSA","alg":"RS256","use":"sig","bits":2048,"thumbprint":"\#(thumbprint)","kidIsThumbprint":true}"#
        #expect(text.hasPrefix("[" + first + #",{"kid":"\n\u202E","problem":""#))
    }

    @Test func refusesAPrivateMember() {
        #expect(codeThrown { try listing(#"{"keys":[{"kty":"RSA","d":"x"}]}"#) } == "jwk.private-member")
    }
}

struct JWKSetPublishingTests {
    @Test func keepsTheOrderAndNamesKeysByThumbprint() throws {
        let keys = try [2, 1, 3].map { try SampleKeys.key($0) }
        let set = try JWKSet(publishing: keys)
        #expect(set.keys.map(\.key) == keys)
        #expect(try set.keys.map(\.keyID) == keys.map { try $0.thumbprint() })
        #expect(set.keys[0].json.members?.map(\.name) == ["kty", "use", "alg", "kid", "n", "e"])
        #expect(try JWKSet(publishing: [keys[0]], keyID: "mine").keys.map(\.keyID) == ["mine"])
        #expect(try JWKSet(publishing: []).keys.isEmpty)
    }

    @Test func refuses() throws {
        let keys = try [1, 2, 1].map { try SampleKeys.key($0) }
        #expect(codeThrown { try JWKSet(publishing: keys) } == "jwks.duplicate-key")
        #expect(codeThrown { try JWKSet(publishing: Array(keys[..<2]), keyID: "mine") } == "jwk.kid")
        #expect(codeThrown { try JWKSet(publishing: [], keyID: "mine") } == "jwk.kid")
    }
}

struct KeyIDQuotedTests {
    @Test(arguments: [
        ("a", "\"a\""), ("a\"\n\u{202E}", #""a\"\n\u202E""#), ("", "\"\""),
        (String(repeating: "k", count: 64), "\"" + String(repeating: "k", count: 64) + "\""),
        (String(repeating: "k", count: 65), "\"" + String(repeating: "k", count: 64) + "\"… (65 bytes)"),
    ])
    func isOneShortLine(kid: String, expected: String) {
        #expect(KeyID(kid).quoted == expected)
    }
}
