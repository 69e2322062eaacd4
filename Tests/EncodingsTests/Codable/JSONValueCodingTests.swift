import Encodings
import Foundation
import TestSupport
import Testing

struct JSONValueCodingTests {
    private static func parse(_ text: String) throws -> JSONValue { try JSON.parse(text, limits: .keySet) }

    /// What ours writes theirs reads, and the other way round.
    @Test func agreesWithFoundation() throws {
        var generator = SeededGenerator.printingSeed("Codable")
        for _ in 0..<300 {
            let value = SampleValue.random(using: &generator)
            let ours = try JSONValue(encoding: value)
            #expect(try ours.decoded() == value)
            let theirs = try JSONDecoder().decode(SampleValue.self, from: Data(ours.compactJSON.utf8))
            #expect(theirs == value, "\(ours.compactJSON)")
            let text = String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
            #expect(try Self.parse(text).decoded(as: SampleValue.self) == value, "\(text)")
        }
    }

    @Test func goesThroughNestedContainersAndSuperclasses() throws {
        let value = SampleDerived()
        value.base = 7
        let json = try JSONValue(encoding: value)
        #expect(
            json.compactJSON
                == #"{"own":"a","nested":{"own":2},"list":[[1],[2]],"named":{"base":7},"super":{"base":7}}"#)
        let read = try json.decoded(as: SampleDerived.self)
        #expect(try JSONValue(encoding: read).compactJSON == json.compactJSON)
        let theirs = try JSONDecoder().decode(SampleDerived.self, from: Data(json.compactJSON.utf8))
        #expect(theirs.base == 7)
    }

    private struct Numbers: Codable, Equatable {
        var int: Int?
        var byte: UInt8?
        var widest: UInt64?
        var double: Double?
        var float: Float?
        var boolean: Bool?
        var text: String?
        var date: NumericDate?
        var dates: [NumericDate]?
        var nested: [String: [Numbers]]?
    }

    @Test(
        arguments: [
            (#"{"int":1.0}"#, Numbers(int: 1)), (#"{"int":4.1e9}"#, Numbers(int: 4_100_000_000)),
            (#"{"int":-9223372036854775808}"#, Numbers(int: .min)), (#"{"byte":255}"#, Numbers(byte: 255)),
            (#"{"widest":18446744073709551615}"#, Numbers(widest: .max)),
            (#"{"double":0.1,"float":0.1}"#, Numbers(double: 0.1, float: 0.1)), (#"{"int":null}"#, Numbers()),
            (#"{"double":9007199254740993}"#, Numbers(double: 9_007_199_254_740_992)), ("{}", Numbers()),
            (
                #"{"date":1700000000.123456789}"#,
                Numbers(date: NumericDate(secondsSince1970: 1_700_000_000, nanoseconds: 123_456_789))
            ), (#"{"date":1e400,"dates":[-1e400]}"#, Numbers(date: .distantFuture, dates: [.distantPast])),
        ] as [(String, Numbers)])
    private func reads(text: String, value: Numbers) throws {
        #expect(try Self.parse(text).decoded() == value)
    }

    @Test(
        arguments: [
            (#"{"int":1.5}"#, "json.number-range", "'int' is not a whole number from", 7),
            (#"{"byte":256}"#, "json.number-range", "'byte' is not a whole number from 0 to 255", 8),
            (#"{"byte":-1}"#, "json.number-range", "'byte' is not", 8),
            (#"{"int":9223372036854775808}"#, "json.number-range", "'int' is not", 7),
            (#"{"int":1e400}"#, "json.number-range", "'int' is not", 7),
            (#"{"double":1e400}"#, "json.number-range", "'double' is a number beyond what Double holds", 10),
            (#"{"float":1e40}"#, "json.number-range", "'float' is a number beyond what Float holds", 9),
            (#"{"int":"1"}"#, "json.unexpected-type", "'int' is a string, expected a whole number", 7),
            (#"{"int":true}"#, "json.unexpected-type", "'int' is a boolean", 7),
            (#"{"boolean":1}"#, "json.unexpected-type", "'boolean' is a number, expected a boolean", 11),
            (#"{"text":{}}"#, "json.unexpected-type", "'text' is an object, expected a string", 8),
            (#"{"date":"1"}"#, "json.unexpected-type", "'date' is a string, expected a number", 8),
            (#"{"dates":[1,null]}"#, "json.unexpected-type", "'dates[1]' is null, expected a number", 12),
            (
                #"{"nested":{"a":[{},{"text":1}]}}"#, "json.unexpected-type",
                "'nested.a[1].text' is a number, expected a string", 27
            ), ("[1]", "json.unexpected-type", "the value is an array, expected an object", nil),
        ] as [(String, AuthKeysError.Code, String, Int?)])
    func says(text: String, code: AuthKeysError.Code, message: String, offset: Int?) throws {
        let error = #expect(throws: AuthKeysError.self) { try Self.parse(text).decoded(as: Numbers.self) }
        #expect(error?.code == code)
        #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
        #expect(error?.location?.byteOffset == offset)
    }

    private struct Required: Codable { let outer: Inner }
    private struct Inner: Codable { let inner: Int }

    @Test func saysWhatIsMissing() throws {
        let error = #expect(throws: AuthKeysError.self) { try Self.parse(#"{"outer":{}}"#).decoded(as: Required.self) }
        #expect(error?.code == "json.missing-member")
        #expect(error?.message == "'outer.inner' is missing")
        #expect(error?.location?.byteOffset == 9)
    }

    @Test func refusesAMemberThatStandsTwice() {
        let value = JSONValue.object(["int": .integer(1), "int": .integer(2)])
        #expect(codeThrown { try value.decoded(as: Numbers.self) } == "json.duplicate-name")
    }

    /// Swift's `==` makes the names equal; their bytes are not.
    @Test func comparesNamesAsBytes() throws {
        struct Kelvin: Decodable { let K: Int? }
        #expect(try Self.parse("{\"\u{212A}\":1}").decoded(as: Kelvin.self).K == nil)
    }

    @Test func handsOnWhatATypeThrows() {
        struct Picky: Codable {
            struct Refusal: Error { let secret = "hunter2" }
            init(from decoder: any Decoder) throws { throw Refusal() }
            func encode(to encoder: any Encoder) throws { throw Refusal() }
        }
        let error = #expect(throws: AuthKeysError.self) { try JSONValue.null.decoded(as: Picky.self) }
        #expect(error?.code == "json.decoding")
        #expect(error?.description.contains("hunter2") == false)
        struct Empty: Encodable { func encode(to encoder: any Encoder) {} }
        #expect(codeThrown { try JSONValue(encoding: Empty()) } == "json.encoding")
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func refusesNumbersThatAreNone(number: Double) {
        let error = #expect(throws: AuthKeysError.self) {
            try JSONValue(encoding: Numbers(nested: ["a": [Numbers(double: number)]]))
        }
        #expect(error?.code == "json.encoding")
        #expect(error?.message.hasPrefix("'nested.a[0].double' is ") == true)
    }

    /// Its seconds count from 2001.
    @Test func refusesTheDateOfFoundation() throws {
        struct Claims: Codable { var exp: Date }
        #expect(codeThrown { try JSONValue(encoding: Claims(exp: .now)) } == "json.encoding")
        #expect(codeThrown { try Self.parse(#"{"exp":1}"#).decoded(as: Claims.self) } == "json.decoding")
    }

    @Test func keepsTheOrderOfMembers() throws {
        struct Claims: Encodable {
            let sub = "u|s"
            let iat = NumericDate(secondsSince1970: 1_700_000_000)
            let iss = "https://example.invalid"
            let rest = JSONValue.object(["z": .integer(1), "a": .null])
            let exp = NumericDate(secondsSince1970: 1_700_003_600, nanoseconds: 500_000_000)
            let whole = 2.0
        }
        #expect(
            try JSONValue(encoding: Claims()).compactJSON
                == #"{"sub":"u|s","iat":1700000000,"iss":"https://example.invalid","rest":{"z":1,"a":null},"#
                + #""exp":1700003600.5,"whole":2}"#)
    }

    @Test(arguments: [
        "null", "true", "[]", "{}", #"{"b":[1,-2.5,{"a":null}],"a":"x"}"#, "18446744073709551615", "[[],[[]]]",
        #"[0.25,1e400,123456789012345678901234567890]"#,
    ])
    func carriesAnyValue(text: String) throws {
        let value = try Self.parse(text).decoded(as: JSONValue.self)
        #expect(value.compactJSON == text)
        #expect(try JSONValue(encoding: value).compactJSON == text)
        guard !text.contains("1e400") else { return }
        let theirs = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        #expect(String(decoding: try JSONEncoder().encode(theirs), as: UTF8.self).count == text.count)
        struct Wrapped: Codable { let value: JSONValue }
        #expect(try Self.parse(#"{"value":\#(text)}"#).decoded(as: Wrapped.self).value.compactJSON == text)
    }
}
