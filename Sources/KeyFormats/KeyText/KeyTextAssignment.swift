internal import Encodings

/// A line of an environment file or a shell script instead of the value alone: `NAME=…`, `export NAME=…`.
enum KeyTextAssignment: KeyTextWrapping {
    private static let longestName = 256
    /// A longer name in front of nothing but base64 is rather a part of the base64.
    private static let longestNameBeforeBase64 = 32

    static func peel(_ text: Span<UInt8>, _ layer: KeyTextLayer) -> KeyTextPeel? {
        let range = text.trimmed(layer.range)
        guard let (name, value) = assignment(text, range), stands(text, name, value..<range.upperBound) else {
            return nil
        }
        let isNamed = isShown(text, name)
        let shown = isNamed ? String(copyingASCII: text.extracting(name)) : "a variable's name"
        let anomaly = KeyText.Anomaly(
            .repairable, KeyTextCode.variableAssignment, "\(shown) and an equals sign in front of the value",
            hint: "give the value alone, without the name of its variable", at: text.location(range.lowerBound))
        return KeyTextPeel(anomaly, rest: .part(value..<range.upperBound))
    }

    /// The name and the start of the value, when an assignment begins where `range` does.
    static func assignment(_ text: Span<UInt8>, _ range: Range<Int>) -> (name: Range<Int>, value: Int)? {
        let end = range.upperBound
        var start = range.lowerBound
        if text.holds("export ", at: start, before: end) {
            start = text.end(of: { $0 == 0x20 }, from: start + 7, before: end)
        }
        let nameEnd = text.end(
            of: { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }, from: start,
            before: min(end, start + longestName + 1))
        guard nameEnd > start, nameEnd - start <= longestName, !text[start].isASCIIDigit else { return nil }
        let sign = text.end(of: { $0 == 0x20 }, from: nameEnd, before: end)
        guard sign < end, text[sign].isPadding else { return nil }
        let value = text.end(of: { $0 == 0x20 }, from: sign + 1, before: end)
        // Two in a row, or nothing after it, are the padding of base64.
        guard value < end, !text[value].isPadding, !text[value].isLineEnd else { return nil }
        return (start..<nameEnd, value)
    }

    private static func stands(_ text: Span<UInt8>, _ name: Range<Int>, _ value: Range<Int>) -> Bool {
        if let begin = text.firstIndex(of: KeyTextBoundary.begin, in: value) {
            return KeyTextQuotation.isWrapping(text, value.lowerBound..<begin)
        }
        let isBase64 = value.allSatisfy { text[$0].isBase64 || text[$0].isPadding || text[$0].isASCIIWhitespace }
        return !isBase64 || name.count <= longestNameBeforeBase64
    }

    /// Upper case only: a piece of base64 in that place would have lower-case letters as well, and must not be shown.
    private static func isShown(_ text: Span<UInt8>, _ name: Range<Int>) -> Bool {
        name.count <= 64 && name.allSatisfy { !(0x61...0x7A).contains(text[$0]) }
    }
}
