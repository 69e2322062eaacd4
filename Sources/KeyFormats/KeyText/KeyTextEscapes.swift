internal import CryptoOpenSSL
internal import Encodings

/// Backslash escapes of JSON (RFC 8259 §7) and shells that nothing has read: `\n` in two characters, `\/`, `\u002B`,
/// and the backslash at the end of a line that goes on in the next.
enum KeyTextEscapes: KeyTextWrapping {
    static func peel(_ text: Span<UInt8>, _ layer: KeyTextLayer) -> KeyTextPeel? {
        let range = layer.range
        let begin = text.firstIndex(of: KeyTextBoundary.begin, in: range)
        // In a PEM text only what stands in the block counts, but then the rest is read in the same way.
        let start = begin ?? range.lowerBound
        guard let first = (start..<range.upperBound).first(where: { text[$0] == UInt8(ascii: "\\") }),
            begin == nil || text.firstIndex(of: "-----", in: first..<range.upperBound) != nil
        else { return nil }
        var rewritten = SecretBuilder(reservingCapacity: range.count)
        var lineEnds = 0
        var others = 0
        var index = range.lowerBound
        while index < range.upperBound {
            guard text[index] == UInt8(ascii: "\\"), let escape = escape(text, index + 1, range.upperBound) else {
                rewritten.append(text[index])
                index += 1
                continue
            }
            if let byte = escape.byte { rewritten.append(byte) }
            if escape.byte?.isLineEnd == true { lineEnds += 1 } else { others += 1 }
            index += 1 + escape.length
        }
        guard lineEnds + others > 0 else { return nil }
        let location = text.location(first)
        let anomaly =
            lineEnds > 0
            ? KeyText.Anomaly(
                .repairable, KeyTextCode.escapedNewlines,
                "\(lineEnds.counted("line end")) written as a backslash and a letter (\\n)",
                hint: "let the reader of the file decode them, or store the key with real line ends", at: location)
            : KeyText.Anomaly(
                .repairable, KeyTextCode.escapedCharacters,
                "\(others.counted("character")) written with a backslash in front",
                hint: "decode the text as JSON first, and store what that gives", at: location)
        return KeyTextPeel(anomaly, rest: .text(rewritten.finish(), isBase64: false))
    }

    /// What stands after a backslash: how long it is and the byte that it means, if it means one.
    private static func escape(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> (length: Int, byte: UInt8?)? {
        guard index < end else { return nil }
        switch text[index] {
        case UInt8(ascii: "n"): return (1, 0x0A)
        case UInt8(ascii: "r"): return (1, 0x0D)
        case UInt8(ascii: "t"): return (1, 0x09)
        case UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"): return (1, text[index])
        case 0x0A: return (1, nil)
        case 0x0D: return (index + 1 < end && text[index + 1] == 0x0A ? 2 : 1, nil)
        case UInt8(ascii: "u"):
            guard index + 4 < end else { return nil }
            var value: UInt32 = 0
            for offset in 1...4 {
                guard let digit = hexDigit(text[index + offset]) else { return nil }
                value = value << 4 | digit
            }
            return value < 0x80 ? (5, UInt8(truncatingIfNeeded: value)) : nil
        default: return nil
        }
    }

    private static func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x37)
        case 0x61...0x66: UInt32(byte - 0x57)
        default: nil
        }
    }
}
