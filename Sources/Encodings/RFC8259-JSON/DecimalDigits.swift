/// The digits of a JSON number and where its point stands, however it is written.
struct DecimalDigits {
    let isNegative: Bool
    /// Without leading zeros.
    private let digits: ArraySlice<UInt8>
    /// How many of the digits stand before the point; below zero when zeros follow the point first.
    private let pointPosition: Int

    init(_ number: JSONNumber) {
        var digits: [UInt8] = []
        var isNegative = false
        var point: Int?
        var exponent = 0
        var bytes = number.text.utf8[...]
        scan: while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): point = digits.count
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                exponent = Self.exponent(bytes)
                break scan
            default: digits.append(byte &- UInt8(ascii: "0"))
            }
        }
        let significant = digits.drop { $0 == 0 }
        self.isNegative = isNegative
        self.digits = significant
        pointPosition = (point ?? digits.count) - significant.startIndex + exponent
    }

    /// Half the range of `Int` at most, so that a number of digits can be added.
    private static func exponent(_ text: Substring.UTF8View) -> Int {
        let bound = Int.max / 2
        guard let value = Int(Substring(text)) else { return text.first == UInt8(ascii: "-") ? -bound : bound }
        return min(max(value, -bound), bound)
    }

    /// Whether nothing but zeros follows the point.
    var isWhole: Bool { digits.dropFirst(max(0, pointPosition)).allSatisfy { $0 == 0 } }

    /// The magnitude before the point; `nil` when it does not fit.
    func integer() -> UInt64? {
        guard !digits.isEmpty, pointPosition > 0 else { return 0 }
        guard pointPosition <= 20 else { return nil }
        return value(ofPlaces: 0..<pointPosition)
    }

    /// The first places after the point, and whether nothing but zeros follows them.
    func fraction(places: Int) -> (value: UInt64, isExact: Bool) {
        if digits.isEmpty { return (0, true) }
        let end = pointPosition + places
        return (value(ofPlaces: pointPosition..<end) ?? 0, digits.dropFirst(max(0, end)).allSatisfy { $0 == 0 })
    }

    /// Places are counted from the first digit; those before and behind the digits are zeros.
    private func value(ofPlaces places: Range<Int>) -> UInt64? {
        var value: UInt64 = 0
        for place in places {
            let (shifted, overflowed) = value.multipliedReportingOverflow(by: 10)
            let digit = place >= 0 && place < digits.count ? digits[digits.startIndex + place] : 0
            let (sum, carried) = shifted.addingReportingOverflow(UInt64(digit))
            if overflowed || carried { return nil }
            value = sum
        }
        return value
    }
}
