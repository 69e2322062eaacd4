/// One pass over a duration.
struct DurationReader {
    private var bytes: Substring.UTF8View

    init(_ text: String) {
        bytes = text[...].utf8
    }

    /// `90s`: a number and a unit, in seconds.
    mutating func short() throws(AuthKeysError) -> Int64 {
        guard let number = try number() else { throw malformed("it does not begin with a number") }
        let units: [UInt8: Int64] = [
            UInt8(ascii: "s"): 1, UInt8(ascii: "m"): 60, UInt8(ascii: "h"): 3_600, UInt8(ascii: "d"): 86_400,
        ]
        guard let letter = bytes.popFirst() else { throw malformed("it has no unit") }
        guard let unit = units[letter], bytes.isEmpty else { throw malformed("its unit is not s, m, h or d") }
        return try total([(number, unit)])
    }

    /// ISO 8601-1 §5.5.2.2, with the units that have a fixed length; in seconds.
    mutating func iso8601() throws(AuthKeysError) -> Int64 {
        bytes.removeFirst()
        var parts: [(Int64, Int64)] = []
        var units: [(letter: UInt8, seconds: Int64)] = [
            (UInt8(ascii: "W"), 604_800), (UInt8(ascii: "D"), 86_400),
        ]
        while !bytes.isEmpty {
            if bytes.first == UInt8(ascii: "T") {
                guard units.last?.seconds != 1, bytes.count > 1 else { throw malformed("'T' begins no time") }
                bytes.removeFirst()
                units = [(UInt8(ascii: "H"), 3_600), (UInt8(ascii: "M"), 60), (UInt8(ascii: "S"), 1)]
            }
            guard let number = try number(), let letter = bytes.popFirst() else {
                throw malformed("a number and its unit are expected after 'P' and 'T'")
            }
            guard let index = units.firstIndex(where: { $0.letter == letter }) else {
                let isCalendar = [UInt8(ascii: "Y"), UInt8(ascii: "M")].contains(letter)
                throw malformed(
                    isCalendar
                        ? "years and months have no fixed length" : "a unit is unknown, repeated or out of order")
            }
            parts.append((number, units[index].seconds))
            units.removeSubrange(...index)
            if units.isEmpty, !bytes.isEmpty, parts.last?.1 == 1 { throw malformed("something follows the seconds") }
        }
        guard !parts.isEmpty else { throw malformed("'P' begins no duration") }
        return try total(parts)
    }

    private mutating func number() throws(AuthKeysError) -> Int64? {
        let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard !digits.isEmpty else { return nil }
        bytes.removeFirst(digits.count)
        guard let number = Int64(Substring(digits)) else { throw tooLong() }
        return number
    }

    private func total(_ parts: [(number: Int64, unit: Int64)]) throws(AuthKeysError) -> Int64 {
        var total: Int64 = 0
        for part in parts {
            let (seconds, overflowed) = part.number.multipliedReportingOverflow(by: part.unit)
            let (sum, carried) = total.addingReportingOverflow(seconds)
            if overflowed || carried { throw tooLong() }
            total = sum
        }
        return total
    }

    private func malformed(_ what: String) -> AuthKeysError {
        AuthKeysError(
            TimeCode.duration, "not a duration: \(what)", hint: "write it like 90s, 15m, 1h, 90d, PT1H or P90D")
    }

    private func tooLong() -> AuthKeysError {
        AuthKeysError(
            TimeCode.duration, "a duration of more seconds than 64 bits hold",
            hint: "write it like 90s, 15m, 1h, 90d, PT1H or P90D")
    }
}
