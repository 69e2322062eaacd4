/// A JSON number as it was written (RFC 8259 §6). No precision is lost, and no huge number traps.
public struct JSONNumber: Sendable, Hashable {
    public let text: String

    package init(text: String) {
        self.text = text
    }

    package init(_ value: Int64) {
        text = String(value)
    }

    /// The value when it is a whole number that fits 64 bits, however it is written: `3600`, `3600.0` and `3.6e3`.
    public var int64: Int64? {
        if let plain = Int64(text) { return plain }
        let decimal = DecimalDigits(self)
        guard decimal.isWhole, let magnitude = decimal.integer() else { return nil }
        return Int64(exactly: decimal.isNegative ? -Int128(magnitude) : Int128(magnitude))
    }

    /// The same for 64 bits without a sign.
    public var uint64: UInt64? {
        if let plain = UInt64(text) { return plain }
        let decimal = DecimalDigits(self)
        guard decimal.isWhole, let magnitude = decimal.integer() else { return nil }
        return decimal.isNegative && magnitude != 0 ? nil : magnitude
    }
}
