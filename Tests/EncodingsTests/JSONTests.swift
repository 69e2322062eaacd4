import Encodings
import TestSupport
import Testing

struct RFC8259JSONTests {
    /// Compact JSON comes back byte for byte.
    @Test(arguments: [
        "null", "true", "false", "0", "-0", "1.5e+30", "-12E-3", #""""#, #""a""#, "[]", "{}", "[1,[2,[3]]]",
        #"{"a":1,"b":{"c":[true,null,"x"]}}"#, #""\"\\\n\t""#, #""é€😀""#, #"{"":""}"#, "123456789012345678901234567890",
    ])
    func roundTripsCompactText(text: String) throws {
        #expect(try JSON.parse(text, limits: .token).compactJSON == text)
    }

    @Test func writesWhatWasBuiltInItsOrder() {
        let claims = JSONValue.object([
            "sub": .string("a\"b"), "exp": .integer(-1), "aud": .array([.string("x"), .boolean(true), .null]),
            "more": .object([JSONMember(name: "b", value: .object([])), JSONMember(name: "a", value: .integer(.max))]),
        ])
        #expect(
            claims.compactJSON
                == #"{"sub":"a\"b","exp":-1,"aud":["x",true,null],"more":{"b":{},"a":9223372036854775807}}"#)
    }

    @Test(arguments: [
        (#""\u0041\/\b\f\n\r\t""#, "A/\u{8}\u{C}\n\r\t"), (#""\ud83d\ude00""#, "\u{1F600}"), (#""\u0000""#, "\0"),
        (#""\uFFFF""#, "\u{FFFF}"), (#""caf\u00e9""#, "caf\u{E9}"), (#""cafe\u0301""#, "cafe\u{301}"),
    ])
    func decodesEscapes(text: String, expected: String) throws {
        let string = try #require(try JSON.parse(text, limits: .token).string)
        #expect(Array(string.utf8) == Array(expected.utf8))
    }

    @Test(arguments: [
        ("", "json.syntax", 0), (" ", "json.syntax", 1), ("{", "json.syntax", 1), ("[1,]", "json.syntax", 3),
        (#"{"a":1,}"#, "json.syntax", 7), (#"{"a" 1}"#, "json.syntax", 5), ("{a:1}", "json.syntax", 1),
        ("{'a':1}", "json.syntax", 1), ("[1 2]", "json.syntax", 3), ("tru", "json.syntax", 3),
        ("nul1", "json.syntax", 3),
        ("01", "json.syntax", 0), ("-01", "json.syntax", 0), ("-", "json.syntax", 1), ("+1", "json.syntax", 0),
        (".5", "json.syntax", 0), ("1.", "json.syntax", 2), ("1e", "json.syntax", 2), ("1e+", "json.syntax", 3),
        ("NaN", "json.syntax", 0), ("Infinity", "json.syntax", 0), ("0x10", "json.trailing-content", 1),
        ("1 2", "json.trailing-content", 2), ("{} {}", "json.trailing-content", 3),
        ("null\0", "json.trailing-content", 4),
        ("// c\n1", "json.syntax", 0), ("/* c */1", "json.syntax", 0), ("\u{FEFF}1", "json.syntax", 0),
        ("\"a\nb\"", "json.syntax", 2), ("\"a\tb\"", "json.syntax", 2), ("\"abc", "json.syntax", 4),
        (#""\x""#, "json.syntax", 1), (#""\u12g4""#, "json.syntax", 5), (#""\"#, "json.syntax", 2),
        (#""\ud800""#, "json.lone-surrogate", 1), (#""\udc00\ud800""#, "json.lone-surrogate", 1),
        (#""a\ud800\u0041""#, "json.lone-surrogate", 2), ("\u{A0}1", "json.syntax", 0),
        (#"{"a":1,"b":2,"a":3}"#, "json.duplicate-name", 13), (#"{"a":{"x":1,"x":1}}"#, "json.duplicate-name", 12),
        (#"{"a":1,"\u0061":2}"#, "json.duplicate-name", 7), (#"[[{"k":1,"k":1}]]"#, "json.duplicate-name", 9),
    ])
    func refuses(text: String, code: AuthKeysError.Code, offset: Int) {
        let error = #expect(throws: AuthKeysError.self) { try JSON.parse(text, limits: .token) }
        #expect(error?.code == code)
        #expect(error?.location?.byteOffset == offset)
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
            [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
            [0x22, 0xE2, 0x82, 0x22], [0x22, 0x61, 0x5C, 0x6E, 0xFE, 0x22],
        ] as [[UInt8]])
    func refusesTextThatIsNotUTF8(bytes: [UInt8]) {
        #expect(codeThrown { try JSON.parse(bytes.span, limits: .token) } == "json.invalid-utf8")
    }

    @Test(arguments: [[0xFF, 0xFE, 0x31, 0x00], [0x00, 0x31], [0x31, 0x00, 0x00, 0x00]] as [[UInt8]])
    func refusesOtherEncodings(bytes: [UInt8]) {
        #expect(throws: AuthKeysError.self) { try JSON.parse(bytes.span, limits: .token) }
    }

    /// Swift's `==` makes these names equal; they are two.
    @Test func comparesNamesAsBytes() throws {
        let value = try JSON.parse(#"{"caf\#u{E9}":1,"cafe\#u{301}":2,"\#u{212A}":3,"K":4}"#, limits: .token)
        #expect(value["cafe\u{301}"]?.number?.int64 == 2)
        #expect(value["caf\u{E9}"]?.number?.int64 == 1)
        #expect(value["K"]?.number?.int64 == 4)
    }

    @Test func reportsDuplicatesWhenAskedAndKeepsBoth() throws {
        var duplicates: [JSONMember] = []
        let text = #"{"a":1,"a":{"b":1,"b":2}}"#
        let value = try JSON.parse(text.utf8.span, limits: .token, reportingDuplicatesIn: &duplicates)
        #expect(value.members?.count == 2)
        #expect(value.compactJSON == text)
        #expect(Set(duplicates.map(\.name)) == ["a", "b"])
        #expect(duplicates.map(\.nameOffset).sorted() == [7, 18])
    }

    @Test func knowsWhereValuesBegin() throws {
        let value = try JSON.parse("{\"a\": [10,\n \"x\"]}", limits: .token)
        #expect(value["a"]?.byteOffset == 6)
        #expect(value["a"]?.elements?.map(\.byteOffset) == [7, 12])
        let error = #expect(throws: AuthKeysError.self) { try JSON.parse("{\n\"a\":\n!}", limits: .token) }
        #expect(error?.location == SourceLocation(byteOffset: 7, line: 3))
    }

    @Test func limitsDepth() throws {
        let limits = JSONLimits(bytes: 1_000_000, depth: 16)
        _ = try JSON.parse(nested(16), limits: limits)
        #expect(codeThrown { try JSON.parse(nested(17), limits: limits) } == "json.too-deep")
        #expect(codeThrown { try JSON.parse(nested(400_000), limits: limits) } == "json.too-deep")
    }

    @Test func limitsSize() throws {
        let limits = JSONLimits(bytes: 10, depth: 16)
        _ = try JSON.parse("\"12345678\"", limits: limits)
        #expect(codeThrown { try JSON.parse("\"123456789\"", limits: limits) } == "json.too-large")
    }

    /// Every prefix of a document is an answer, never a crash.
    @Test func survivesTruncationAtEveryByte() throws {
        let text = Array(#"{"keys":[{"kty":"RSA","n":"\u00e9\ud83d\ude00é","e":1.5e-3,"x":[true,false,null]}]}"#.utf8)
        _ = try JSON.parse(text.span, limits: .token)
        for count in 0..<text.count {
            #expect(throws: AuthKeysError.self) { try JSON.parse(Array(text[..<count]).span, limits: .token) }
        }
    }

    /// Whatever parses is written as text that parses to the same text again, whatever bytes were changed.
    @Test func survivesChangedBytes() throws {
        var random = SeededGenerator.printingSeed("changed JSON")
        let original = Array(#"{"keys":[{"kty":"RSA","kid":"a\nb","e":1.5e-3}],"x":[true,null,"é"]}"#.utf8)
        var accepted = 0
        for _ in 0..<20_000 {
            var text = original
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                text[Int.random(in: 0..<text.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            guard let value = try? JSON.parse(text.span, limits: .token) else { continue }
            accepted += 1
            let written = value.compactJSON
            #expect(try JSON.parse(written, limits: .token).compactJSON == written, "seed \(random.seed)")
        }
        #expect(accepted > 100)
    }

    private func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
}

struct JSONNumberTests {
    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("3600", 3600), ("3600.0", 3600), ("3.6e3", 3600), ("36E+2", 3600),
            ("3600000e-3", 3600),
            ("4.1e9", 4_100_000_000), ("-1.5e1", -15), ("9223372036854775807", .max), ("-9223372036854775808", .min),
            ("0e999999999999999999999", 0), ("0.000e-5", 0), ("100e-2", 1),
            ("0e-9223372036854775808", 0),
        ] as [(String, Int64)])
    func readsWholeNumbers(text: String, expected: Int64) throws {
        #expect(try JSON.parse(text, limits: .token).number?.int64 == expected)
    }

    @Test(arguments: [
        "1.5", "1e-1", "1e30", "9223372036854775808", "-9223372036854775809", "1e400", "1e999999999999999999999",
        "1e-99999999999", "1e-9223372036854775808", "1e9223372036854775807", "123456789012345678901234567890", "0.1",
    ])
    func hasNoWholeNumber(text: String) throws {
        let number = try #require(try JSON.parse(text, limits: .token).number)
        #expect(number.int64 == nil)
        #expect(number.text == text)
    }
}
