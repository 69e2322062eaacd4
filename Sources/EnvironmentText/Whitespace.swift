/// What a language's `\s` or `isSpace` matches, in UTF-8.
enum Whitespace {
    /// ECMAScript's `\s`, Python's `str.isspace` and Go's `unicode.IsSpace`.
    case ecmaScript, python, go

    /// The width in bytes of the whitespace character at `index`; 0 when there is none.
    func width(in text: [UInt8], at index: Int) -> Int {
        guard index < text.count else { return 0 }
        switch text[index] {
        case 0x09...0x0D, 0x20: return 1
        case 0x1C...0x1F: return self == .python ? 1 : 0
        case 0xC2...0xEF: return multiByteWidth(in: text, at: index)
        default: return 0
        }
    }

    private func multiByteWidth(in text: [UInt8], at index: Int) -> Int {
        guard index + 1 < text.count else { return 0 }
        let second = text[index + 1]
        if text[index] == 0xC2 {
            return second == 0xA0 || (second == 0x85 && self != .ecmaScript) ? 2 : 0
        }
        guard index + 2 < text.count else { return 0 }
        switch (text[index], second, text[index + 2]) {
        case (0xE1, 0x9A, 0x80), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): return 3
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF): return 3
        case (0xEF, 0xBB, 0xBF): return self == .ecmaScript ? 3 : 0
        default: return 0
        }
    }

    /// The first index from `start` on that is not whitespace, at most `text.count`.
    func skip(in text: [UInt8], from start: Int) -> Int {
        var index = start
        while case let width = width(in: text, at: index), width > 0 { index += width }
        return index
    }

    /// The same, stopping at a line feed.
    func skipInLine(in text: [UInt8], from start: Int) -> Int {
        var index = start
        while case let width = width(in: text, at: index), width > 0, text[index] != UInt8(ascii: "\n") {
            index += width
        }
        return index
    }

    /// `range` without the whitespace at its end.
    func trimEnd(in text: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while let width = (1...3).first(where: {
            end - $0 >= range.lowerBound && self.width(in: text, at: end - $0) == $0
        }) {
            end -= width
        }
        return range.lowerBound..<end
    }
}
