/// Which scalars a reader cannot see or a terminal obeys, and how they are shown instead.
enum VisibleScalar {
    /// Controls (Cc), formats (Cf: bidirectional controls, zero-width joiners, tags), line and paragraph separators,
    /// default-ignorable code points and noncharacters.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value < 0x20 }
        if scalar.value < 0xA0 || scalar.value & 0xFFFE == 0xFFFE { return true }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
        }
    }

    /// A mark that would be drawn on whatever stands before it.
    static func combines(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x300 else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return true
        default: return false
        }
    }

    /// `\n`, `\r`, `\t`, else `\u{202E}`.
    static func form(of scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{\(hexadecimal(scalar.value))}"
        }
    }

    /// Upper case, padded with zeros to `width` digits.
    static func hexadecimal(_ value: UInt32, width: Int = 1) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
