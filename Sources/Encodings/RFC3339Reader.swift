/// One pass over a `date-time` of RFC 3339 §5.6.
struct RFC3339Reader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func date() throws(AuthKeysError) -> NumericDate {
        let year = try digits(4, "a year of four digits")
        try mark("-")
        let month = try digits(2, "a month of two digits")
        try mark("-")
        let day = try digits(2, "a day of two digits")
        try mark("T", "t")
        let hour = try digits(2, "an hour of two digits")
        try mark(":")
        let minute = try digits(2, "a minute of two digits")
        try mark(":")
        let second = try digits(2, "a second of two digits")
        let nanoseconds = try fraction()
        let offset = try offset()
        guard position == bytes.count else { throw malformed("nothing more") }
        let isLeapSecond = second == 60
        guard
            let time = UTCTime(
                year: year, month: month, day: day, hour: hour, minute: minute, second: isLeapSecond ? 59 : second)
        else { throw noSuchTime() }
        let date = NumericDate(secondsSince1970: time.secondsSince1970 - offset, nanoseconds: nanoseconds)
        guard isLeapSecond else { return date }
        let last = UTCTime(date)
        guard last.hour == 23, last.minute == 59, last.day == UTCTime.days(inMonth: last.month, year: last.year) else {
            throw noSuchTime()
        }
        return date + .seconds(1)
    }

    private mutating func digits(_ count: Int, _ expected: String) throws(AuthKeysError) -> Int64 {
        var value: Int64 = 0
        for _ in 0..<count {
            guard let digit = digit() else { throw malformed(expected) }
            value = value * 10 + Int64(digit)
        }
        return value
    }

    private mutating func digit() -> UInt8? {
        guard position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) else {
            return nil
        }
        defer { position += 1 }
        return bytes[position] - UInt8(ascii: "0")
    }

    private mutating func skip(_ marks: Unicode.Scalar...) -> Bool {
        guard position < bytes.count, marks.contains(Unicode.Scalar(bytes[position])) else { return false }
        position += 1
        return true
    }

    private mutating func mark(_ mark: Unicode.Scalar, _ other: Unicode.Scalar? = nil) throws(AuthKeysError) {
        guard skip(mark, other ?? mark) else { throw malformed("'\(mark)'") }
    }

    private mutating func fraction() throws(AuthKeysError) -> UInt32 {
        guard skip(".") else { return 0 }
        guard let first = digit() else { throw malformed("a digit after '.'") }
        var nanoseconds = UInt32(first)
        var places = 1
        while let digit = digit() {
            guard places < 9 else { continue }
            nanoseconds = nanoseconds * 10 + UInt32(digit)
            places += 1
        }
        for _ in places..<9 { nanoseconds *= 10 }
        return nanoseconds
    }

    /// In seconds east of UTC.
    private mutating func offset() throws(AuthKeysError) -> Int64 {
        if skip("Z", "z") { return 0 }
        let isWest = position < bytes.count && bytes[position] == UInt8(ascii: "-")
        guard skip("+", "-") else { throw malformed("'Z' or an offset such as '+02:00'") }
        let hours = try digits(2, "the hours of an offset")
        try mark(":")
        let minutes = try digits(2, "the minutes of an offset")
        guard hours <= 23, minutes <= 59 else { throw noSuchTime() }
        return (hours * 3_600 + minutes * 60) * (isWest ? -1 : 1)
    }

    private func malformed(_ expected: String) -> AuthKeysError {
        AuthKeysError(
            TimeCode.malformed, "not a time of RFC 3339: \(expected) is expected",
            hint: "write it like 2026-11-20T09:00:00Z", at: SourceLocation(byteOffset: position))
    }

    private func noSuchTime() -> AuthKeysError {
        AuthKeysError(
            TimeCode.noSuchTime, "a day or a time of day that there is not",
            hint: "write it like 2026-11-20T09:00:00Z")
    }
}
