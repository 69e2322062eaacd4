internal import Encodings

/// Searching in bytes, so that nothing of a secret becomes a `String`.
extension Span<UInt8> {
    func holds(_ word: String, at start: Int, before end: Int) -> Bool {
        guard start >= 0, start + word.utf8.count <= end else { return false }
        var index = start
        for byte in word.utf8 {
            guard self[index] == byte else { return false }
            index += 1
        }
        return true
    }

    func firstIndex(of word: String, in range: Range<Int>) -> Int? {
        guard let first = word.utf8.first else { return nil }
        var index = range.lowerBound
        while index < range.upperBound {
            if self[index] == first, holds(word, at: index, before: range.upperBound) { return index }
            index += 1
        }
        return nil
    }

    /// The end of the run of bytes from `start` on that satisfy `predicate`.
    func end(of predicate: (UInt8) -> Bool, from start: Int, before end: Int) -> Int {
        var index = start
        while index < end, predicate(self[index]) { index += 1 }
        return index
    }

    /// `range` without white space at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        let start = end(of: \.isASCIIWhitespace, from: range.lowerBound, before: range.upperBound)
        var end = range.upperBound
        while end > start, self[end - 1].isASCIIWhitespace { end -= 1 }
        return start..<end
    }

    func isBlank(_ range: Range<Int>) -> Bool { trimmed(range).isEmpty }

    func lineStart(before index: Int, in range: Range<Int>) -> Int {
        var start = index
        while start > range.lowerBound, !self[start - 1].isLineEnd { start -= 1 }
        return start
    }

    /// The number of hyphens from `start` on.
    func hyphens(at start: Int, before end: Int) -> Int {
        self.end(of: { $0 == UInt8(ascii: "-") }, from: start, before: end) - start
    }

    /// LF, CRLF and CR each end a line.
    func location(_ offset: Int) -> SourceLocation {
        var line = 1
        for index in 0..<Swift.min(offset, count) {
            let byte = self[index]
            let isFollowedByLF = index + 1 < count && self[index + 1] == UInt8(ascii: "\n")
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && !isFollowedByLF { line += 1 }
        }
        return SourceLocation(byteOffset: offset, line: line)
    }
}

extension UInt8 {
    /// RFC 7468's W: space, tab, VT, FF, CR, LF.
    var isASCIIWhitespace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    var isLineEnd: Bool { self == 0x0A || self == 0x0D }
    var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    /// A character of base64 (RFC 4648 §4) other than the padding.
    var isBase64: Bool { isASCIILetter || isASCIIDigit || self == UInt8(ascii: "+") || self == UInt8(ascii: "/") }
    var isPadding: Bool { self == UInt8(ascii: "=") }
    var isQuote: Bool {
        self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") || self == UInt8(ascii: "`")
    }
}
