internal import CryptoOpenSSL
internal import Encodings

/// Byte order marks and UTF-16: what Windows writes where a key belongs.
enum KeyTextUnicode: KeyTextWrapping {
    private static let hint =
        "write the file as UTF-8 without a mark (in PowerShell 7: Set-Content -Encoding utf8NoBOM)"

    static func peel(_ text: Span<UInt8>, _ layer: KeyTextLayer) -> KeyTextPeel? {
        let range = layer.range
        let start = range.lowerBound
        if range.count >= 3, text[start] == 0xEF, text[start + 1] == 0xBB, text[start + 2] == 0xBF {
            let anomaly = KeyText.Anomaly(
                .repairable, KeyTextCode.byteOrderMark, "a UTF-8 byte order mark in front of the text", hint: hint,
                at: text.location(start))
            return KeyTextPeel(anomaly, rest: .part(start + 3..<range.upperBound))
        }
        if range.count >= 2, text[start] ^ text[start + 1] == 0x01, text[start] >= 0xFE {
            let isLittleEndian = text[start] == 0xFF
            return utf16(text, start + 2..<range.upperBound, isLittleEndian: isLittleEndian, hasMark: true)
        }
        guard range.count >= 8 else { return nil }
        for isLittleEndian in [true, false] where alternates(text, start, isLittleEndian: isLittleEndian) {
            return utf16(text, range, isLittleEndian: isLittleEndian, hasMark: false)
        }
        return nil
    }

    /// Whether four characters in a row look like ASCII in UTF-16.
    private static func alternates(_ text: Span<UInt8>, _ start: Int, isLittleEndian: Bool) -> Bool {
        let high = isLittleEndian ? 1 : 0
        return (0..<4).allSatisfy { text[start + 2 * $0 + high] == 0 && text[start + 2 * $0 + 1 - high] != 0 }
    }

    private static func utf16(
        _ text: Span<UInt8>, _ range: Range<Int>, isLittleEndian: Bool, hasMark: Bool
    ) -> KeyTextPeel {
        let order = isLittleEndian ? "little" : "big"
        var anomaly =
            hasMark
            ? KeyText.Anomaly(
                .repairable, KeyTextCode.utf16, "the text is in UTF-16 (\(order)-endian) with a byte order mark",
                hint: hint, at: text.location(range.lowerBound - 2))
            : KeyText.Anomaly(
                .irreparable, KeyTextCode.utf16WithoutMark,
                "the text looks like UTF-16 (\(order)-endian), but no byte order mark says so", hint: hint,
                at: text.location(range.lowerBound))
        var decoded = SecretBuilder(reservingCapacity: range.count)
        let fault = decode(text, range, isLittleEndian: isLittleEndian, into: &decoded)
        if let fault {
            anomaly = KeyText.Anomaly(
                .irreparable, KeyTextCode.utf16, "text in UTF-16 that is cut or damaged: half a character",
                hint: "copy the file again", at: SourceLocation(byteOffset: fault))
        }
        return KeyTextPeel(anomaly, rest: .text(decoded.finish(), isBase64: false))
    }

    /// Writes UTF-8; returns the place of the first code unit that is no character, or half of one.
    private static func decode(
        _ text: Span<UInt8>, _ range: Range<Int>, isLittleEndian: Bool, into output: inout SecretBuilder
    ) -> Int? {
        var fault: Int?
        var index = range.lowerBound
        var high: UInt32?
        while index + 1 < range.upperBound {
            let (first, second) = (UInt32(text[index]), UInt32(text[index + 1]))
            let unit = isLittleEndian ? second << 8 | first : first << 8 | second
            switch (high, unit) {
            case (nil, 0xD800...0xDBFF): high = unit
            case (let lead?, 0xDC00...0xDFFF):
                append(0x10000 + (lead - 0xD800) << 10 + (unit - 0xDC00), to: &output)
                high = nil
            case (nil, 0...0xD7FF), (nil, 0xE000...0xFFFF): append(unit, to: &output)
            default:
                fault = fault ?? index
                high = nil
            }
            index += 2
        }
        return fault ?? (index < range.upperBound || high != nil ? index : nil)
    }

    private static func append(_ value: UInt32, to output: inout SecretBuilder) {
        guard let scalar = Unicode.Scalar(value) else { return }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { output.append(byte) }
    }
}
