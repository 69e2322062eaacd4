extension NumericDate {
    /// The moment that a JSON number names (RFC 7519 §2), however it is written: `3600`, `3600.5` and `3.6e3`.
    ///
    /// Fractions are kept to the nanosecond, and what is finer is rounded towards the past. RFC 7519 sets no bound: a
    /// number beyond 64 bits becomes ``distantPast`` or ``distantFuture``, which compares with every clock as the number
    /// itself would.
    public init(_ number: JSONNumber) {
        if let seconds = Int64(number.text) {
            self.init(secondsSince1970: seconds)
            return
        }
        let decimal = DecimalDigits(number)
        guard let seconds = decimal.integer(), seconds <= Int64.max.magnitude else {
            self = decimal.isNegative ? .distantPast : .distantFuture
            return
        }
        let nanoseconds = decimal.fraction(places: 9)
        if decimal.isNegative {
            self.init(
                nanosecondsSince1970: -Int128(seconds) * 1_000_000_000 - Int128(nanoseconds.value)
                    - (nanoseconds.isExact ? 0 : 1))
        } else {
            self.init(secondsSince1970: Int64(seconds), nanoseconds: UInt32(nanoseconds.value))
        }
    }

    /// The number that names this moment: whole seconds where there is no fraction, else as many places as it needs.
    public var json: JSONValue {
        if nanoseconds == 0 { return .integer(secondsSince1970) }
        let sign = secondsSince1970 < 0 ? "-" : ""
        let (seconds, rest) = nanosecondsSince1970.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
        return JSONValue(.number(JSONNumber(text: "\(sign)\(seconds)\(Self.fraction(UInt32(rest)))")))
    }

    /// `.5`; nothing when there is none.
    static func fraction(_ nanoseconds: UInt32) -> Substring {
        if nanoseconds == 0 { return "" }
        var places = String(1_000_000_000 + nanoseconds).dropFirst()
        while places.utf8.last == UInt8(ascii: "0") { places.removeLast() }
        return "." + places
    }
}
