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
        var digits: [UInt8] = []
        var exponent = 0
        var isNegative = false
        var seenPoint = false
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): seenPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard let written = Self.exponent(from: &bytes) else { return digits.allSatisfy { $0 == 0 } ? 0 : nil }
                exponent += written
            default:
                digits.append(byte &- UInt8(ascii: "0"))
                if seenPoint { exponent -= 1 }
            }
        }
        while exponent < 0, digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        if digits.allSatisfy({ $0 == 0 }) { return 0 }
        guard exponent >= 0, exponent <= 19 else { return nil }
        return Self.value(of: digits, followedByZeros: exponent, isNegative: isNegative)
    }

    /// `nil` when the exponent is so large that the number is 0 or fits nothing.
    private static func exponent(from bytes: inout String.UTF8View.Iterator) -> Int? {
        var text: [UInt8] = []
        while let byte = bytes.next() { text.append(byte) }
        return Int(String(decoding: text, as: UTF8.self)).flatMap { $0.magnitude < 1_000_000 ? $0 : nil }
    }

    private static func value(of digits: [UInt8], followedByZeros zeros: Int, isNegative: Bool) -> Int64? {
        var value: Int64 = 0
        for digit in digits + [UInt8](repeating: 0, count: zeros) {
            let (shifted, overflowed) = value.multipliedReportingOverflow(by: 10)
            let step = isNegative ? -Int64(digit) : Int64(digit)
            let (sum, carried) = shifted.addingReportingOverflow(step)
            if overflowed || carried { return nil }
            value = sum
        }
        return value
    }
}
