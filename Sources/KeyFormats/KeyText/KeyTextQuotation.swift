internal import Encodings

/// Quotes that a shell or a reader of environment files would have removed.
enum KeyTextQuotation: KeyTextWrapping {
    private static let hint = "store the value without the quotes: docker --env-file, for one, keeps them"

    static func peel(_ text: Span<UInt8>, _ layer: KeyTextLayer) -> KeyTextPeel? {
        let range = text.trimmed(layer.range)
        guard range.count >= 2 else { return nil }
        // bash writes $'…' for a value of several lines (${NAME@Q}).
        let start = text.holds("$'", at: range.lowerBound, before: range.upperBound) ? 1 : 0
        let first = range.lowerBound + start
        guard text[first].isQuote else { return closingQuoteAlone(text, range) }
        let closing = closingQuote(text, first, range)
        // A quote that closes elsewhere than at the end belongs to other text in front of the key.
        if let begin = text.firstIndex(of: KeyTextBoundary.begin, in: range), closing != range.upperBound - 1,
            !isWrapping(text, first..<begin)
        {
            return nil
        }
        let place = text.location(first)
        guard let closing else {
            let anomaly = KeyText.Anomaly(
                .repairable, KeyTextCode.unbalancedQuote, "a quote in front of the value and none after it", hint: hint,
                at: place)
            return KeyTextPeel(anomaly, rest: .part(first + 1..<range.upperBound))
        }
        var anomalies = [
            KeyText.Anomaly(.repairable, KeyTextCode.quoted, "quotes around the value", hint: hint, at: place)
        ]
        let after = text.trimmed(closing + 1..<range.upperBound)
        if !after.isEmpty { anomalies.append(KeyTextExplanation.after(text, after)) }
        return KeyTextPeel(anomalies: anomalies, rest: .part(first + 1..<closing))
    }

    /// The first like quote at the end of a line that no backslash escapes.
    private static func closingQuote(_ text: Span<UInt8>, _ opening: Int, _ range: Range<Int>) -> Int? {
        (opening + 1..<range.upperBound).first { index in
            text[index] == text[opening] && text[index - 1] != UInt8(ascii: "\\")
                && (index + 1 == range.upperBound || text[index + 1].isLineEnd)
        }
    }

    private static func closingQuoteAlone(_ text: Span<UInt8>, _ range: Range<Int>) -> KeyTextPeel? {
        let last = range.upperBound - 1
        guard text[last].isQuote, text[last - 1] != UInt8(ascii: "\\"), text[last - 1] != text[last],
            text.firstIndex(of: String(Unicode.Scalar(text[last])), in: range) == last
        else { return nil }
        let anomaly = KeyText.Anomaly(
            .repairable, KeyTextCode.unbalancedQuote, "a quote after the value and none in front of it", hint: hint,
            at: text.location(last))
        return KeyTextPeel(anomaly, rest: .part(range.lowerBound..<last))
    }

    /// Whether there is nothing but quotes, white space, escapes, a byte order mark and assignments: what stands between the start of a
    /// wrapped key and its BEGIN line.
    static func isWrapping(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            if let (_, value) = KeyTextAssignment.assignment(text, index..<range.upperBound + 1) {
                index = value
            } else if isWrappingByte(text[index]) {
                index += 1
            } else if text[index] == UInt8(ascii: "n"), index > range.lowerBound,
                text[index - 1] == UInt8(ascii: "\\")
            {
                index += 1
            } else {
                return false
            }
        }
        return true
    }

    private static func isWrappingByte(_ byte: UInt8) -> Bool {
        byte.isQuote || byte.isASCIIWhitespace || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "$")
            || [0xEF, 0xBB, 0xBF].contains(byte)
    }
}
