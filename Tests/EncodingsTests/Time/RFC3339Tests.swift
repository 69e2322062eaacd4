import Encodings
import Foundation
import TestSupport
import Testing

struct RFC3339Tests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0, 0), ("2026-11-20T09:00:00Z", 1_795_165_200, 0),
            ("2026-11-20t09:00:00z", 1_795_165_200, 0), ("2026-11-20T10:00:00+01:00", 1_795_165_200, 0),
            ("2026-11-20T05:30:00-03:30", 1_795_165_200, 0), ("2026-11-20T09:00:00-00:00", 1_795_165_200, 0),
            ("2026-11-20T09:00:00.5Z", 1_795_165_200, 500_000_000), ("1969-12-31T23:59:59.25Z", -1, 250_000_000),
            ("2026-11-20T09:00:00.1234567899Z", 1_795_165_200, 123_456_789), ("2000-02-29T00:00:00Z", 951_782_400, 0),
            ("0000-01-01T00:00:00Z", -62_167_219_200, 0), ("9999-12-31T23:59:59Z", 253_402_300_799, 0),
            // The leap second of §5.8, and the same one in California.
            ("1990-12-31T23:59:60Z", 662_688_000, 0), ("1990-12-31T15:59:60-08:00", 662_688_000, 0),
            // The other examples of §5.8.
            ("1985-04-12T23:20:50.52Z", 482_196_050, 520_000_000), ("1996-12-19T16:39:57-08:00", 851_042_397, 0),
            ("1937-01-01T12:00:27.87+00:20", -1_041_337_173, 870_000_000),
        ] as [(String, Int64, UInt32)])
    func reads(text: String, seconds: Int64, nanoseconds: UInt32) throws {
        #expect(try RFC3339.date(text) == NumericDate(secondsSince1970: seconds, nanoseconds: nanoseconds))
    }

    @Test(arguments: [
        ("", 0), ("2026-11-20", 10), ("2026-11-20T09:00:00", 19), ("2026-11-20 09:00:00Z", 10),
        ("2026-11-20T09:00Z", 16), ("20261120T090000Z", 4), ("2026-11-20T09:00:00.Z", 20),
        ("2026-11-20T09:00:00,5Z", 19), ("2026-11-20T09:00:00Z ", 20), (" 2026-11-20T09:00:00Z", 0),
        ("2026-11-20T09:00:00+0100", 22), ("2026-11-20T09:00:00+01", 22), ("26-11-20T09:00:00Z", 2),
        ("+2026-11-20T09:00:00Z", 0), ("2026-11-20T٠9:00:00Z", 11), ("1700000000", 4),
    ])
    func refuses(text: String, offset: Int) {
        let error = #expect(throws: AuthKeysError.self) { try RFC3339.date(text) }
        #expect(error?.code == "time.malformed")
        #expect(error?.location?.byteOffset == offset)
    }

    @Test(arguments: [
        "2026-00-20T09:00:00Z", "2026-13-20T09:00:00Z", "2026-11-00T09:00:00Z", "2026-11-31T09:00:00Z",
        "2026-02-29T09:00:00Z", "1900-02-29T09:00:00Z", "2026-11-20T24:00:00Z", "2026-11-20T09:60:00Z",
        "2026-11-20T09:00:61Z", "2026-11-20T09:00:60Z", "2026-11-20T23:59:60Z", "2026-11-30T23:59:60+01:00",
        "2026-11-20T09:00:00+24:00", "2026-11-20T09:00:00+01:60",
    ])
    func refusesWhatThereIsNot(text: String) {
        #expect(codeThrown { try RFC3339.date(text) } == "time.no-such-time")
    }

    @Test func agreesWithFoundation() throws {
        var generator = SeededGenerator.printingSeed("RFC 3339")
        // Foundation turns to the Julian calendar before 1582-10-15.
        for _ in 0..<2_000 {
            let date = NumericDate(secondsSince1970: .random(in: -12_219_292_800...253_402_300_799, using: &generator))
            let theirs = Date(timeIntervalSince1970: TimeInterval(date.secondsSince1970))
                .formatted(
                    .iso8601.year().month().day().time(includingFractionalSeconds: false).timeZone(separator: .omitted))
            #expect(RFC3339.text(date) == theirs)
            #expect(try RFC3339.date(theirs) == date)
        }
    }

    @Test func writesWhatItReads() throws {
        var generator = SeededGenerator.printingSeed("RFC 3339")
        for _ in 0..<2_000 {
            let date = NumericDate(
                secondsSince1970: .random(in: -62_167_219_200...253_402_300_799, using: &generator),
                nanoseconds: .random(in: 0..<1_000_000_000, using: &generator))
            #expect(try RFC3339.date(#require(RFC3339.text(date))) == date)
        }
    }

    @Test(arguments: [-62_167_219_201, 253_402_300_800, .min, .max] as [Int64])
    func writesNoOtherYears(seconds: Int64) {
        let date = NumericDate(secondsSince1970: seconds)
        #expect(RFC3339.text(date) == nil)
        #expect(date.description == "\(seconds) s since 1970")
    }
}
