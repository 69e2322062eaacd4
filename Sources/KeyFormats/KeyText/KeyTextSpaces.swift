internal import CryptoOpenSSL
internal import Encodings

/// Spaces beyond ASCII, visible or not, that web pages and word processors put into what is copied from them.
enum KeyTextSpaces: KeyTextWrapping {
    static func peel(_ text: Span<UInt8>, _ layer: KeyTextLayer) -> KeyTextPeel? {
        let range = layer.range
        guard let first = range.first(where: { text[$0] >= 0xC2 && space(text, $0, range.upperBound) != nil }) else {
            return nil
        }
        var rewritten = SecretBuilder(reservingCapacity: range.count)
        var count = 0
        var index = range.lowerBound
        while index < range.upperBound {
            if let (length, isWide) = space(text, index, range.upperBound) {
                if isWide { rewritten.append(0x20) }
                index += length
                count += 1
            } else {
                rewritten.append(text[index])
                index += 1
            }
        }
        let anomaly = KeyText.Anomaly(
            .repairable, KeyTextCode.unicodeSpaces,
            "\(count.counted("space")) beyond ASCII, such as a web page or a word processor puts in",
            hint: "copy the key from the file itself", at: text.location(first))
        return KeyTextPeel(anomaly, rest: .text(rewritten.finish(), isBase64: false))
    }

    /// The length in UTF-8 of the space at that place, and whether it takes room.
    private static func space(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> (length: Int, isWide: Bool)? {
        guard text[index] >= 0xC2 else { return nil }
        func byte(_ offset: Int) -> UInt8 { index + offset < end ? text[index + offset] : 0 }
        switch (text[index], byte(1), byte(2)) {
        case (0xC2, 0xA0, _), (0xC2, 0x85, _): return (2, true)  // U+00A0, U+0085
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
            (0xE3, 0x80, 0x80):
            return (3, true)  // U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000
        case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF):
            return (3, false)  // U+200B to U+200F, U+2060, U+FEFF
        default: return nil
        }
    }
}
