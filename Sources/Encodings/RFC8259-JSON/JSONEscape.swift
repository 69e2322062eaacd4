/// The escapes of a JSON string (RFC 8259 §7).
enum JSONEscape {
    /// The scalar of the escape whose backslash stands at `position`, which moves behind it; `nil` and no move when it
    /// is none, or half of a surrogate pair.
    static func scalar(in text: Span<UInt8>, at position: inout Int) -> Unicode.Scalar? {
        guard position + 1 < text.count else { return nil }
        let simple: Unicode.Scalar
        switch text[position + 1] {
        case UInt8(ascii: "\""): simple = "\""
        case UInt8(ascii: "\\"): simple = "\\"
        case UInt8(ascii: "/"): simple = "/"
        case UInt8(ascii: "b"): simple = "\u{8}"
        case UInt8(ascii: "f"): simple = "\u{C}"
        case UInt8(ascii: "n"): simple = "\n"
        case UInt8(ascii: "r"): simple = "\r"
        case UInt8(ascii: "t"): simple = "\t"
        case UInt8(ascii: "u"): return unicodeScalar(in: text, at: &position)
        default: return nil
        }
        position += 2
        return simple
    }

    /// The code unit of `\uXXXX`.
    static func codeUnit(in text: Span<UInt8>, at position: Int) -> UInt32? {
        guard position + 6 <= text.count, text[position] == UInt8(ascii: "\\"), text[position + 1] == UInt8(ascii: "u")
        else { return nil }
        var value: UInt32 = 0
        for index in position + 2..<position + 6 {
            guard let digit = Character(Unicode.Scalar(text[index])).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    private static func unicodeScalar(in text: Span<UInt8>, at position: inout Int) -> Unicode.Scalar? {
        guard let first = codeUnit(in: text, at: position) else { return nil }
        if let scalar = Unicode.Scalar(first) {
            position += 6
            return scalar
        }
        guard first < 0xDC00, let second = codeUnit(in: text, at: position + 6), (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { return nil }
        position += 12
        return scalar
    }
}
