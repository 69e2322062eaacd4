internal import Encodings

/// A PEM block as it stands in a text, complete or not.
struct KeyTextBlock {
    var label: KeyTextBoundary.Label
    /// From the first hyphen to the last byte that belongs to it.
    var range: Range<Int>
    /// What stands between the boundaries.
    var body: Range<Int>
    /// What is wrong with its boundaries; its place has no line yet.
    var fault: AuthKeysError?

    var content: KeyText.Content { label.name.map { KeyText.Content(label: $0) } ?? .otherPEM }

    /// All blocks of `range`, in one pass.
    static func all(_ text: Span<UInt8>, _ range: Range<Int>) -> [KeyTextBlock] {
        var blocks: [KeyTextBlock] = []
        var position = range.lowerBound
        while let start = text.firstIndex(of: KeyTextBoundary.begin, in: position..<range.upperBound) {
            var block = KeyTextBlock(text, start, before: range.upperBound)
            if start > position, text[start - 1] == UInt8(ascii: "-") {
                block.fault = KeyTextBoundary.hyphens(6, "or more in front of BEGIN", at: start)
            }
            position = max(block.range.upperBound, start + KeyTextBoundary.begin.utf8.count)
            blocks.append(block)
        }
        return blocks
    }

    private init(_ text: Span<UInt8>, _ start: Int, before end: Int) {
        let labelStart = start + KeyTextBoundary.begin.utf8.count
        guard let (label, labelEnd) = KeyTextBoundary.label(text, labelStart, before: end) else {
            self.init(label: .init(name: nil), range: start..<labelStart, body: labelStart..<labelStart)
            fault = KeyTextBoundary.hyphens(0, "after the label of the BEGIN line", at: labelStart)
            return
        }
        let hyphens = text.hyphens(at: labelEnd, before: end)
        let bodyStart = labelEnd + hyphens
        self.init(label: label, range: start..<bodyStart, body: bodyStart..<bodyStart)
        if label.isLowerCase { fault = KeyTextBoundary.lowerCase(at: start) }
        // A body that is missing: the END line follows at once.
        let isEndGlued = hyphens == 2 * KeyTextBoundary.hyphenCount && text.holds("END", at: bodyStart, before: end)
        if hyphens != KeyTextBoundary.hyphenCount && !isEndGlued {
            fault = KeyTextBoundary.hyphens(hyphens, "after the label of the BEGIN line", at: labelEnd)
        }
        readToEnd(text, isEndGlued ? bodyStart - KeyTextBoundary.hyphenCount : bodyStart, before: end)
    }

    private init(label: KeyTextBoundary.Label, range: Range<Int>, body: Range<Int>) {
        self.label = label
        self.range = range
        self.body = body
    }

    /// Looks for the END line. Single hyphens belong to the body, where they are judged.
    private mutating func readToEnd(_ text: Span<UInt8>, _ bodyStart: Int, before end: Int) {
        var index = bodyStart
        while index < end {
            guard text[index] == UInt8(ascii: "-") else {
                if text[index] >= 0xC2, KeyTextBoundary.typographicDash(text, index, before: end) != nil {
                    note(KeyTextBoundary.typographic(at: index))
                }
                index += 1
                continue
            }
            let hyphens = text.hyphens(at: index, before: end)
            let word = index + hyphens
            if text.holds("BEGIN", at: word, before: end) { break }
            if text.holds("END", at: word, before: end) || text.holds("end", at: word, before: end) {
                body = bodyStart..<index
                return readEndLine(text, index, hyphens, before: end)
            }
            if hyphens > 2 { break }
            index = word
        }
        body = bodyStart..<index
        range = range.lowerBound..<max(range.upperBound, index)
        if fault == nil { fault = missingEnd(text, index, before: end) }
    }

    private func missingEnd(_ text: Span<UInt8>, _ index: Int, before end: Int) -> AuthKeysError {
        if text.isBlank(body), index == end {
            return AuthKeysError(
                KeyTextCode.firstLineOnly, "the BEGIN line and nothing after it",
                hint:
                    "the reader stopped at the first line end: docker --env-file and a compose env_file take one line "
                    + "a value; authkeys pem wrap --style spaces makes one line of the key",
                at: SourceLocation(byteOffset: index))
        }
        return AuthKeysError(
            PEMCode.missingEnd, "a block that begins as \(label.shown) and has no END line",
            hint: "the end of the text was lost; copy the whole key, with its last line",
            at: SourceLocation(byteOffset: index))
    }

    private mutating func readEndLine(_ text: Span<UInt8>, _ start: Int, _ hyphens: Int, before end: Int) {
        let word = start + hyphens
        range = range.lowerBound..<word + 3
        if text[word] == UInt8(ascii: "e") { return note(KeyTextBoundary.lowerCase(at: word)) }
        if hyphens != KeyTextBoundary.hyphenCount {
            note(KeyTextBoundary.hyphens(hyphens, "in front of END", at: start))
        }
        guard let (endLabel, labelEnd) = KeyTextBoundary.label(text, word + 3, before: end) else {
            return note(KeyTextBoundary.hyphens(0, "after the label of the END line", at: word))
        }
        var closing = text.hyphens(at: labelEnd, before: end)
        // The next block begins on the same line.
        if closing == 2 * KeyTextBoundary.hyphenCount, text.holds("BEGIN", at: labelEnd + closing, before: end) {
            closing = KeyTextBoundary.hyphenCount
        }
        range = range.lowerBound..<labelEnd + closing
        if closing != KeyTextBoundary.hyphenCount {
            note(KeyTextBoundary.hyphens(closing, "after the label of the END line", at: labelEnd))
        }
        if endLabel.isLowerCase { note(KeyTextBoundary.lowerCase(at: word)) }
        label.isCompact = label.isCompact || endLabel.isCompact
        guard endLabel.name == label.name else {
            return note(
                AuthKeysError(
                    PEMCode.labelMismatch,
                    "a block that begins as \(label.shown) and ends as \(endLabel.shown)",
                    hint: "two blocks were mixed; copy the key again, from its BEGIN line to its own END line",
                    at: SourceLocation(byteOffset: start)))
        }
    }

    private mutating func note(_ error: AuthKeysError) {
        fault = fault ?? error
    }
}
