internal import Encodings

/// Text on the lines before the first BEGIN line: `openssl pkcs12` writes some, and RFC 7468 §2 lets readers skip it.
enum KeyTextExplanation: KeyTextWrapping {
    static func peel(_ text: Span<UInt8>, _ layer: KeyTextLayer) -> KeyTextPeel? {
        guard let begin = text.firstIndex(of: KeyTextBoundary.begin, in: layer.range) else { return nil }
        let lineStart = text.lineStart(before: begin, in: layer.range)
        let before = layer.range.lowerBound..<lineStart
        guard !text.isBlank(before), !KeyTextQuotation.isWrapping(text, before) else { return nil }
        let anomaly = KeyText.Anomaly(
            .harmless, KeyTextCode.textBefore,
            "\(text.trimmed(before).count.counted("byte")) of other text before the key",
            hint: "keep the lines from -----BEGIN to -----END only", at: text.location(text.trimmed(before).lowerBound))
        return KeyTextPeel(anomaly, rest: .part(lineStart..<layer.range.upperBound))
    }

    static func after(_ text: Span<UInt8>, _ range: Range<Int>) -> KeyText.Anomaly {
        KeyText.Anomaly(
            .harmless, KeyTextCode.textAfter, "\(range.count.counted("byte")) of other text after the key",
            hint: "keep the lines from -----BEGIN to -----END only", at: text.location(range.lowerBound))
    }
}
