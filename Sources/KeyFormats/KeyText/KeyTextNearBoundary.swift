internal import Encodings

/// A BEGIN line that is none any more, or an END line that has lost its BEGIN line.
struct KeyTextNearBoundary {
    let error: AuthKeysError
    /// What the label promises.
    let content: KeyText.Content

    init?(_ text: Span<UInt8>, _ range: Range<Int>) {
        for index in range where Self.isWord("BEGIN", text, index, range.upperBound) {
            let label = Self.label(text, index + 5, range.upperBound)
            if let dash = Self.dashBefore(text, index, range.lowerBound) {
                error = KeyTextBoundary.typographic(at: dash).withLine(text)
            } else {
                var hyphens = 0
                while index - hyphens > range.lowerBound, text[index - hyphens - 1] == UInt8(ascii: "-") {
                    hyphens += 1
                }
                guard hyphens > 0 || label != nil else { continue }
                error =
                    hyphens == KeyTextBoundary.hyphenCount
                    ? KeyTextBoundary.lowerCase(at: index).withLine(text)
                    : KeyTextBoundary.hyphens(hyphens, "in front of BEGIN", at: index - hyphens).withLine(text)
            }
            content = label ?? .otherPEM
            return
        }
        guard let end = text.firstIndex(of: KeyTextBoundary.end, in: range) else { return nil }
        let label = KeyTextBoundary.label(text, end + KeyTextBoundary.end.utf8.count, before: range.upperBound)?.label
        content = label?.name.map { KeyText.Content(label: $0) } ?? .otherPEM
        error = AuthKeysError(
            PEMCode.missingBegin, "an END line\(label.map { " (\($0.shown))" } ?? "") and no BEGIN line before it",
            hint: "the start of the text was lost; copy the whole key, with its first line", at: text.location(end))
    }

    private static func isWord(_ word: String, _ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard start + word.utf8.count <= end, text[start] & 0xDF == 0x42 else { return false }
        return zip(start..<end, word.utf8).allSatisfy { text[$0] & 0xDF == $1 }
    }

    private static func dashBefore(_ text: Span<UInt8>, _ index: Int, _ start: Int) -> Int? {
        // An em dash stands for two or three hyphens, so that one may be left in between.
        (max(start, index - 18)..<index).first { KeyTextBoundary.typographicDash(text, $0, before: index) != nil }
    }

    /// The label behind BEGIN, whatever closes it.
    private static func label(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> KeyText.Content? {
        var labelEnd = text.end(of: { $0.isASCIILetter || $0 == 0x20 }, from: start, before: min(end, start + 40))
        guard labelEnd > start else { return nil }
        labelEnd = text.trimmed(start..<labelEnd).upperBound
        return KeyTextBoundary.content(text, text.trimmed(start..<labelEnd))
    }
}
