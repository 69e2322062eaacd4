/// Dates and times as RFC 3339 §5.6 writes them: `2026-11-20T09:00:00Z`.
public enum RFC3339 {
    /// Reads a `date-time` and nothing more: no date alone, no local time, no space for the `T`.
    ///
    /// A fraction is kept to the nanosecond. A leap second (`23:59:60` UTC on the last day of a month) is the second after
    /// it, as in every count of seconds that has none (RFC 7519 §2).
    /// - Throws: `time.malformed`, `time.no-such-time`.
    public static func date(_ text: String) throws(AuthKeysError) -> NumericDate {
        var reader = RFC3339Reader(text)
        return try reader.date()
    }

    /// The last that has a form: 9999-12-31T23:59:59Z, in seconds since 1970. Milliseconds since 1970 are beyond it from
    /// 1978 on.
    package static let lastSecond: Int64 = 253_402_300_799

    /// In UTC, with as many places of a second as it needs; `nil` outside the years 0 to 9999, which RFC 3339 cannot write.
    public static func text(_ date: NumericDate) -> String? {
        let time = UTCTime(date)
        guard (0...9_999).contains(time.year) else { return nil }
        return "\(time.year.padded(4))-\(time.month.padded(2))-\(time.day.padded(2))"
            + "T\(time.hour.padded(2)):\(time.minute.padded(2)):\(time.second.padded(2))"
            + "\(NumericDate.fraction(date.nanoseconds))Z"
    }
}

extension NumericDate: CustomStringConvertible {
    /// RFC 3339 in UTC, or the number of seconds where that has no form.
    public var description: String { RFC3339.text(self) ?? "\(json.compactJSON) s since 1970" }
}
