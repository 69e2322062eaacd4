import Encodings
import TestSupport
import Testing

struct NumericDateTests {
    private static func read(_ text: String) throws -> NumericDate {
        NumericDate(try #require(try JSON.parse(text, limits: .token).number))
    }

    @Test(
        arguments: [
            ("0", 0, 0), ("-0", 0, 0), ("1300819380", 1_300_819_380, 0), ("4.1024448e9", 4_102_444_800, 0),
            ("4102444800.75", 4_102_444_800, 750_000_000), ("3600.0", 3600, 0), ("36E2", 3600, 0),
            ("36000e-1", 3600, 0),
            ("0.000000001", 0, 1), ("1e-9", 0, 1), ("1234.5e-3", 1, 234_500_000), ("0.00012e4", 1, 200_000_000),
            ("9007199254740993", 9_007_199_254_740_993, 0), ("1700000000.000000001", 1_700_000_000, 1),
            ("1700000000.123456789", 1_700_000_000, 123_456_789), ("9223372036854775807", .max, 0),
            ("9223372036854775807.5", .max, 500_000_000), ("-9223372036854775808", .min, 0),
            ("0e99999999999999999999", 0, 0), ("0.0e-99999999999999999999", 0, 0),
            ("1000000000000000000000000000000e-30", 1, 0),
        ] as [(String, Int64, UInt32)])
    func keepsEveryNumber(text: String, seconds: Int64, nanoseconds: UInt32) throws {
        #expect(try Self.read(text) == NumericDate(secondsSince1970: seconds, nanoseconds: nanoseconds))
    }

    /// A fraction counts forwards from the second, before 1970 too; what is finer than a nanosecond is rounded down.
    @Test(
        arguments: [
            ("-0.5", -1, 500_000_000), ("-1", -1, 0), ("-1.0", -1, 0), ("-1.25", -2, 750_000_000),
            ("0.0000000019", 0, 1), ("-0.0000000001", -1, 999_999_999), ("-1e-400", -1, 999_999_999), ("1e-400", 0, 0),
            ("-1e-99999999999999999999", -1, 999_999_999),
        ] as [(String, Int64, UInt32)])
    func roundsTowardsThePast(text: String, seconds: Int64, nanoseconds: UInt32) throws {
        #expect(try Self.read(text) == NumericDate(secondsSince1970: seconds, nanoseconds: nanoseconds))
    }

    @Test(arguments: [
        "9223372036854775808", "18446744073709551616", "1e30", "1e400", "1e99999999999999999999",
        "9223372036854775808.5", String(repeating: "9", count: 5000),
    ])
    func endsAtTheLastMoment(text: String) throws {
        #expect(try Self.read(text) == .distantFuture)
        #expect(try Self.read("-" + text) == .distantPast)
    }

    @Test(arguments: [
        "0", "-1", "1700000000", "1700000000.5", "0.000000001", "-0.5", "-1.25", "-0.000000001", "0.1",
        "9223372036854775807.999999999", "-9223372036854775808", "-9223372036854775807.5",
    ])
    func writesTheNumberItCameFrom(text: String) throws {
        #expect(try Self.read(text).json.compactJSON == text)
    }

    @Test func writesWhatItReads() throws {
        var generator = SeededGenerator.printingSeed("NumericDate")
        for _ in 0..<2_000 {
            let date = NumericDate(
                secondsSince1970: Int64(bitPattern: generator.next()) >> Int64.random(in: 0..<64, using: &generator),
                nanoseconds: .random(in: 0..<1_000_000_000, using: &generator))
            #expect(NumericDate(try #require(date.json.number)) == date)
        }
    }

    @Test func addsWithoutOverflow() {
        let halfPast = NumericDate(secondsSince1970: -1, nanoseconds: 500_000_000)
        #expect(halfPast + .seconds(1) == NumericDate(secondsSince1970: 0, nanoseconds: 500_000_000))
        #expect(halfPast - .milliseconds(500) == NumericDate(secondsSince1970: -1))
        #expect(halfPast + .milliseconds(-501) == NumericDate(secondsSince1970: -2, nanoseconds: 999_000_000))
        #expect(NumericDate.distantFuture + .seconds(600) == .distantFuture)
        #expect(NumericDate.distantPast - .seconds(600) == .distantPast)
        #expect(NumericDate.distantPast + Duration(attoseconds: .max) == .distantFuture)
        #expect(NumericDate.distantFuture + Duration(attoseconds: .min) == .distantPast)
        #expect(NumericDate.distantFuture - NumericDate.distantPast > .zero)
        #expect(NumericDate(secondsSince1970: 5) - halfPast == .milliseconds(5_500))
    }
}
