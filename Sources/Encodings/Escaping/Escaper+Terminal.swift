extension Escaper {
    /// One line for a terminal: whatever it would obey or hide is shown as `\n`, `\r`, `\t` or `\u{202E}`, and so is a
    /// combining mark at the start, which would change the text before it.
    ///
    /// For eyes only: a backslash stays one backslash, so that text which spells `\u{1B}` looks like the escape itself.
    public static func terminal(_ text: String) -> String {
        var output = VisibleText()
        for scalar in text.unicodeScalars { output.append(scalar) }
        return output.text
    }

    /// The same for bytes that may not be UTF-8: each byte that belongs to no scalar is shown as `\x{FF}`.
    public static func terminal(bytes: Span<UInt8>) -> String {
        var output = VisibleText()
        var offset = 0
        while offset < bytes.count {
            let (scalar, width) = UTF8Decoding.decode(bytes, at: offset)
            if let scalar {
                output.append(scalar)
            } else {
                for index in offset..<offset + width { output.append(illFormed: bytes[index]) }
            }
            offset += width
        }
        return output.text
    }
}

private struct VisibleText {
    private(set) var text = ""

    mutating func append(_ scalar: Unicode.Scalar) {
        let isLeadingMark = text.utf8.isEmpty && VisibleScalar.combines(scalar)
        if isLeadingMark || VisibleScalar.isHidden(scalar) {
            text += VisibleScalar.form(of: scalar)
        } else {
            text.unicodeScalars.append(scalar)
        }
    }

    mutating func append(illFormed byte: UInt8) {
        text += "\\x{\(VisibleScalar.hexadecimal(UInt32(byte), width: 2))}"
    }
}
