import AuthKeysJOSE
import TestSupport
import Testing

struct JWKSetEditorTests {
    private static let a = SampleKeys.jwk(1, kid: "a")
    private static let b = SampleKeys.jwk(2, kid: "b")
    private static let c = SampleKeys.jwk(3, kid: "c")
    private static let ec = #"{"kty":"EC","crv":"P-256","x":"AQ","y":"Ag","kid":"ec"}"#

    private func editor(_ text: String) throws -> JWKSetEditor { try JWKSetEditor(reading: text.utf8.span) }

    private func text(_ editor: JWKSetEditor) throws -> String {
        String(decoding: try editor.encoded(), as: UTF8.self)
    }

    private func sample(_ number: UInt8, _ kid: KeyID?) throws -> JWK {
        JWK(try SampleKeys.key(number), keyID: kid)
    }

    private static let layouts: [String] = [
        SampleKeys.set(), SampleKeys.set(a), SampleKeys.set(a, b, ec), "{\"keys\": [ ]}\n",
        "{ \"keys\" : [\n    \(a) ,\n\t\(b)\r\n  ] , \"x\": 1.50e3 }\n\n",
        #"{"x":{"keys":[1,"]",{}]},"keys":[{"a\u0062c":"\/ü\"]}","kid":"k","kty":"XYZ","n":[[],{}],"z":-0.10}],"y":"]"}"#,
        #"{"keys":[null,1,"x",[],{}, true]}"#,
    ]

    @Test(arguments: layouts)
    func withoutAnEditTheTextIsTheSame(text: String) throws {
        #expect(try self.text(editor(text)) == text)
    }

    @Test(arguments: layouts)
    func addingAndRemovingLeavesTheTextAsItWas(text: String) throws {
        var editor = try editor(text)
        try editor.add(sample(9, "new"))
        #expect(try self.text(editor) != text)
        try editor.remove("new")
        #expect(try self.text(editor) == text.replacing("[ ]", with: "[]"))
    }

    /// The new key stands as its neighbours do.
    @Test func addsInTheLayoutThatWasThere() throws {
        let n = SampleKeys.n(9)
        for (before, after) in [
            (#"{"keys":[]}"#, #"{"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"k","n":"\#(n)","e":"AQAB"}]}"#),
            (
                #"{"keys": [{"kty": "X", "kid": "a"}]}"#,
                #"{"keys": [{"kty": "X", "kid": "a"}, {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "k", "n": "\#(n)", "e": "AQAB"}]}"#
            ),
            (
                "{\n  \"keys\": [\n    {\n      \"kty\": \"X\"\n    }\n  ]\n}\n",
                "{\n  \"keys\": [\n    {\n      \"kty\": \"X\"\n    },\n    {\n      \"kty\": \"RSA\",\n      \"use\": \"sig\",\n      \"alg\": \"RS256\",\n      \"kid\": \"k\",\n      \"n\": \"\(n)\",\n      \"e\": \"AQAB\"\n    }\n  ]\n}\n"
            ),
            (
                "{\"keys\":[\n{\"kty\":\"X\"},\n{\"kty\":\"Y\"}\n]}",
                "{\"keys\":[\n{\"kty\":\"X\"},\n{\"kty\":\"Y\"},\n{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"k\",\"n\":\"\(n)\",\"e\":\"AQAB\"}\n]}"
            ),
        ] {
            var editor = try editor(before)
            try editor.add(sample(9, "k"))
            #expect(try text(editor) == after)
        }
    }

    @Test(arguments: [
        ("a", SampleKeys.set(b, c)), ("b", SampleKeys.set(a, c)), ("c", SampleKeys.set(a, b)),
    ])
    func removesOneOfThree(kid: String, expected: String) throws {
        var editor = try editor(SampleKeys.set(Self.a, Self.b, Self.c))
        try editor.remove(KeyID(kid))
        #expect(try text(editor) == expected)
    }

    @Test func removesFromALaidOutArray() throws {
        let keys = ["{\"kid\":\"a\"}", "{\"kid\":\"b\"}"]
        var editor = try editor("{\"keys\":[\n  \(keys[0]),\n  \(keys[1])\n]}\n")
        try editor.remove("a")
        #expect(try text(editor) == "{\"keys\":[\n  \(keys[1])\n]}\n")
        try editor.remove("b")
        #expect(try text(editor) == "{\"keys\":[\n]}\n")
        try editor.add(sample(1, "n"))
        #expect(try text(editor).hasPrefix("{\"keys\":[\n  {\"kty\""))
    }

    @Test func aKeyWithoutAKidGoesByItsThumbprint() throws {
        let thumbprint = try SampleKeys.key(1).thumbprint()
        var editor = try editor(SampleKeys.set(SampleKeys.jwk(1, kid: nil), Self.b))
        try editor.remove(thumbprint)
        #expect(editor.keyIDs == ["b"])
        #expect(codeThrown { try editor.remove(SampleKeys.key(2).thumbprint()) } == "jwks.unknown-kid")
    }

    @Test func namesTheKidsThatAreThere() throws {
        var few = try editor(SampleKeys.set(Self.a, Self.b))
        let error = #expect(throws: AuthKeysError.self) { try few.remove("x") }
        #expect(error?.code == "jwks.unknown-kid" && error?.hint == #"its kids are "a", "b""#)
        let keys = (1...15).map { SampleKeys.jwk($0, kid: "k\($0)") }.joined(separator: ",")
        var many = try editor(#"{"keys":[\#(keys)]}"#)
        #expect((#expect(throws: AuthKeysError.self) { try many.remove("x") })?.hint?.hasSuffix(" and 5 more") == true)
        var empty = try editor(SampleKeys.set())
        #expect((#expect(throws: AuthKeysError.self) { try empty.remove("x") })?.hint == "the set has no keys")
    }

    @Test func refusesToAdd() throws {
        let before = SampleKeys.set(Self.a, SampleKeys.jwk(2, kid: nil), Self.ec)
        for (number, kid, allows, expected) in [
            (3, "c", false, nil), (3, nil, false, nil), (3, "a", false, "jwks.duplicate-kid"),
            (1, "a", false, "jwks.duplicate-kid"), (1, "a", true, "jwks.duplicate-kid"),
            (3, "ec", false, "jwks.duplicate-kid"), (1, "c", false, "jwks.duplicate-key"), (1, "c", true, nil),
            (1, nil, false, "jwks.duplicate-key"), (2, "b", false, "jwks.duplicate-key"), (2, "b", true, nil),
        ] as [(UInt8, KeyID?, Bool, AuthKeysError.Code?)] {
            var editor = try editor(before)
            #expect(
                codeThrown { try editor.add(sample(number, kid), allowsOtherKeyID: allows) } == expected,
                "\(number) \(kid?.description ?? "-") \(allows)")
            if expected != nil { #expect(try text(editor) == before) }
        }
    }

    /// The same key under an alg that is not read here is still the same key.
    @Test func knowsAKeyByItsNumbers() throws {
        var editor = try editor(SampleKeys.set(Self.a.replacing("RS256", with: "PS256")))
        #expect(codeThrown { try editor.add(sample(1, "x")) } == "jwks.duplicate-key")
    }

    @Test func kidsAreComparedAsBytes() throws {
        var editor = try editor(SampleKeys.set(SampleKeys.jwk(1, kid: "caf\u{E9}"), SampleKeys.jwk(2, kid: "K")))
        try editor.add(sample(3, "cafe\u{301}"))
        try editor.add(sample(4, "\u{212A}"))
        #expect(editor.keyIDs.count == 4)
        try editor.remove("cafe\u{301}")
        #expect(editor.keyIDs == ["caf\u{E9}", "K", "\u{212A}"])
    }

    @Test(
        arguments: [
            ([a], [b], [a, b], nil), ([a, b], [b, a], [a, b], nil), ([a], [], [a], nil), ([], [b, c], [b, c], nil),
            ([ec, a], [a, ec, c], [ec, a, c], nil),
            ([a], [SampleKeys.jwk(2, kid: "a")], nil, "jwks.duplicate-kid"),
            ([a], [b, SampleKeys.jwk(3, kid: "a")], nil, "jwks.duplicate-kid"),
            ([a], [SampleKeys.jwk(1, kid: "b")], nil, "jwks.duplicate-key"),
            ([a], [SampleKeys.jwk(1, kid: nil)], nil, "jwks.duplicate-key"),
            ([ec], [ec.replacing("Ag", with: "Aw")], nil, "jwks.duplicate-kid"),
            ([], [a, SampleKeys.jwk(2, kid: "a")], nil, "jwks.duplicate-kid"),
            ([SampleKeys.jwk(1, kid: nil)], [SampleKeys.jwk(1, kid: nil)], [SampleKeys.jwk(1, kid: nil)], nil),
        ] as [([String], [String], [String]?, AuthKeysError.Code?)])
    func merges(left: [String], right: [String], expected: [String]?, code: AuthKeysError.Code?) throws {
        func set(_ keys: [String]) -> String { #"{"keys":["# + keys.joined(separator: ",") + "]}" }
        var editor = try editor(set(left))
        let other = try self.editor(set(right))
        #expect(codeThrown { try editor.merge(other) } == code)
        #expect(try text(editor) == set(expected ?? left))
    }

    @Test func mergingKeepsMembersThatNobodyKnows() throws {
        var editor = try editor("{ \"keys\" : [ {\"kid\": \"a\", \"x\": \"\\u00e9\"} ], \"version\": 7 }")
        let count = try editor.merge(self.editor("{\"keys\":[{\n\"kid\":\"b\",\n\"y\":[1.0, {\"z\":\"\\/\"}]}]}"))
        #expect(count == 1)
        #expect(
            try text(editor)
                == "{ \"keys\" : [ {\"kid\": \"a\", \"x\": \"\\u00e9\"}, {\"kid\": \"b\", \"y\": [1.0, {\"z\":\"\\/\"}]} ], \"version\": 7 }"
        )
    }

    @Test(arguments: [
        (#"{"keys":[{"kty":"RSA","d":"SECRET"}]}"#, "jwk.private-member", "'d'"),
        (#"{"keys":[{"kty":"oct","k":"SECRET"}]}"#, "jwk.private-member", "'k'"),
        (#"{"keys":[{"kty":"EC"},{"kty":"EC","d":"SECRET"}]}"#, "jwk.private-member", "key 2"),
        (#"{"keys":[],"p":"SECRET"}"#, "jwk.private-member", "'p'"),
        (#"{"keys":[{"kid":"a","kid":"b"}]}"#, "json.duplicate-name", "\"kid\""),
        (#"{"keys":[],"keys":[]}"#, "json.duplicate-name", "\"keys\""), ("[]", "jwks.malformed", "array"),
        ("{}", "jwks.malformed", "keys"), ("", "json.syntax", "ends"), ("{\"keys\":[]}}", "json.trailing-content", ""),
    ])
    func refusesToEdit(text: String, code: AuthKeysError.Code, found: String) {
        let error = #expect(throws: AuthKeysError.self) { try editor(text) }
        #expect(error?.code == code)
        #expect(error?.message.contains(found) == true || found.isEmpty, "\(error?.message ?? "")")
        let shown = "\(error?.description ?? "") \(error?.hint ?? "")"
        #expect(!shown.contains("SECRET"))
    }

    @Test func holdsAtMostAHundredKeys() throws {
        let keys = (1...100).map { "{\"kid\":\"\($0)\"}" }.joined(separator: ",")
        var editor = try editor("{\"keys\":[\(keys)]}")
        #expect(codeThrown { try editor.add(sample(1, "x")) } == "jwks.too-many-keys")
        #expect(codeThrown { try self.editor("{\"keys\":[\(keys),1]}") } == "jwks.too-many-keys")
    }

    @Test func removesOneKeyThatStandsTwiceButNotTwoKeys() throws {
        var same = try editor(SampleKeys.set(Self.a, Self.a, Self.b))
        try same.remove("a")
        #expect(try text(same) == SampleKeys.set(Self.b))
        var different = try editor(SampleKeys.set(Self.a, SampleKeys.jwk(2, kid: "a")))
        #expect(codeThrown { try different.remove("a") } == "jwks.duplicate-kid")
    }

    /// Any sequence of edits gives a set that reads back, with the untouched keys byte for byte.
    @Test func anySequenceOfEditsReadsBack() throws {
        var generator = SeededGenerator.printingSeed("JWKSetEditorTests")
        let hostile = ["", "\n", "\"", "\\", "]", "}", ",", "\u{202E}", "a\0b", "$(id)", "\u{1F600}", "::error::"]
        for layout in Self.layouts {
            var editor = try editor(layout)
            for step in 0..<20 {
                let kid = KeyID((hostile.randomElement(using: &generator) ?? "") + "\(step)")
                try editor.add(sample(UInt8(step), kid), allowsOtherKeyID: true)
                if Bool.random(using: &generator), let victim = editor.keyIDs.compactMap(\.self).randomElement() {
                    try editor.remove(victim)
                }
                let encoded = try editor.encoded()
                #expect(try JWKSetEditor(reading: encoded.span).keyIDs == editor.keyIDs)
            }
        }
    }
}
