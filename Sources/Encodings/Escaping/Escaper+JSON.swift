extension Escaper {
    /// A JSON string literal with its quotes (RFC 8259 §7). Controls, U+2028, U+2029, bidirectional controls and all
    /// else that nobody sees are `\u` escapes, so that the line is safe on a terminal; `/` is not escaped.
    public static func json(_ text: String) -> String {
        doubleQuoted(text) { jsonEscape($0) }
    }

    /// The same, behind what is there.
    /// - Parameter text: UTF-8.
    package static func json(_ text: Span<UInt8>, into output: inout [UInt8]) {
        guard isPlain(text) else {
            return output.append(json(String(decoding: [UInt8](copying: text), as: UTF8.self)))
        }
        output.append(UInt8(ascii: "\""))
        output.append(text)
        output.append(UInt8(ascii: "\""))
    }

    /// Whether every byte stands for itself. Nearly all text is such, and claims are written for every token: eight bytes
    /// are looked at together.
    private static func isPlain(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index + 8 <= text.count {
            let eight = text.eightBytes(at: index)
            guard eight.specialInJSONString | eight.bytesEqual(to: 0x7F) == 0 else { return false }
            index += 8
        }
        while index < text.count {
            guard isPlain(text[index]) else { return false }
            index += 1
        }
        return true
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// The same, cut after so many Unicode scalars, for messages.
    package static func json(_ text: String, shownLength: Int) -> String {
        let shown = text.unicodeScalars.prefix(shownLength)
        guard shown.endIndex < text.unicodeScalars.endIndex else { return json(text) }
        return json(String(String.UnicodeScalarView(shown))) + "… (\(text.utf8.count) bytes)"
    }

    /// `\u005C`, or a surrogate pair above U+FFFF.
    static func jsonEscape(_ scalar: Unicode.Scalar) -> String {
        UTF16.encode(scalar).map { units in
            units.map { "\\u" + VisibleScalar.hexadecimal(UInt32($0), width: 4) }.joined()
        } ?? ""
    }

    /// What JSON and YAML share: the two-character escapes, and `hidden` for what is not to be seen.
    static func doubleQuoted(_ text: String, hidden: (Unicode.Scalar) -> String) -> String {
        if isPlain(text.utf8.span) { return "\"\(text)\"" }
        var output = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case "\u{8}": output += "\\b"
            case "\u{C}": output += "\\f"
            default:
                if VisibleScalar.isHidden(scalar) {
                    output += hidden(scalar)
                } else {
                    output.unicodeScalars.append(scalar)
                }
            }
        }
        return output + "\""
    }
}
