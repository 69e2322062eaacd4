extension NumericDate {
    /// The first moment there is: a number below what 64 bits hold is taken as this.
    public static let distantPast = NumericDate(secondsSince1970: .min)
    /// The last moment there is: a number above what 64 bits hold is taken as this.
    public static let distantFuture = NumericDate(secondsSince1970: .max, nanoseconds: 999_999_999)

    /// Never overflows: the sum ends at ``distantPast`` and ``distantFuture``. Finer than a nanosecond is rounded down.
    public static func + (date: Self, duration: Duration) -> Self {
        let (nanoseconds, rest) = duration.attoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        return Self(nanosecondsSince1970: date.nanosecondsSince1970 + nanoseconds - (rest < 0 ? 1 : 0))
    }

    /// The same backwards.
    public static func - (date: Self, duration: Duration) -> Self {
        let (nanoseconds, rest) = duration.attoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        return Self(nanosecondsSince1970: date.nanosecondsSince1970 - nanoseconds - (rest > 0 ? 1 : 0))
    }

    /// How long it is from `earlier` to `later`, exactly; below zero when they stand the other way round.
    public static func - (later: Self, earlier: Self) -> Duration {
        Duration(attoseconds: (later.nanosecondsSince1970 - earlier.nanosecondsSince1970) * 1_000_000_000)
    }

    var nanosecondsSince1970: Int128 { Int128(secondsSince1970) * 1_000_000_000 + Int128(nanoseconds) }

    init(nanosecondsSince1970 total: Int128) {
        var (seconds, nanoseconds) = total.quotientAndRemainder(dividingBy: 1_000_000_000)
        if nanoseconds < 0 {
            seconds -= 1
            nanoseconds += 1_000_000_000
        }
        if let fitting = Int64(exactly: seconds) {
            self.init(secondsSince1970: fitting, nanoseconds: UInt32(nanoseconds))
        } else {
            self = seconds < 0 ? .distantPast : .distantFuture
        }
    }
}
