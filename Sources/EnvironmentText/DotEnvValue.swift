/// The value in Node's `dotenv`, from behind the separator.
struct DotEnvValue {
    private(set) var bytes: [UInt8] = []
    private(set) var quoting = EnvironmentFile.Assignment.Quoting.none
    /// Where the match ends: before a line terminator or at the end of the text.
    let end: Int

    init(in text: [UInt8], from start: Int) {
        if let (range, end) = Self.quoted(in: text, from: start) {
            self.end = end
            take(text[range])
            return
        }
        let stop = text[start...].firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "\n") } ?? text.count
        // From a '#', a line feed or the end, the rest always matches.
        end = Self.rest(in: text, from: stop) ?? stop
        let first = min(Whitespace.ecmaScript.skip(in: text, from: start), stop)
        take(text[Whitespace.ecmaScript.trimEnd(in: text, first..<stop)])
    }

    /// The first line start behind the next line terminator (LF, U+2028 or U+2029) from `index` on.
    static func nextLine(in text: [UInt8], from index: Int) -> Int {
        var index = index
        while index < text.count {
            let width = terminatorWidth(in: text, at: index)
            if width > 0 { return index + width }
            index += 1
        }
        return text.count
    }

    private static func terminatorWidth(in text: [UInt8], at index: Int) -> Int {
        if text[index] == UInt8(ascii: "\n") { return 1 }
        guard text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80 else { return 0 }
        return text[index + 2] == 0xA8 || text[index + 2] == 0xA9 ? 3 : 0
    }

    /// The quotes with what is between them, and the end of the match; the closing quote is the first that has no
    /// backslash before it, or else the last one before it that has.
    private static func quoted(in text: [UInt8], from start: Int) -> (Range<Int>, end: Int)? {
        let opening = Whitespace.ecmaScript.skip(in: text, from: start)
        guard opening < text.count, isQuote(text[opening]) else { return nil }
        var candidates: [Int] = []
        var index = opening + 1
        while index < text.count {
            if text[index] == text[opening] {
                candidates.append(index)
                break
            }
            if text[index] == UInt8(ascii: "\\"), index + 1 < text.count, text[index + 1] == text[opening] {
                index += 1
                candidates.append(index)
            }
            index += 1
        }
        for closing in candidates.reversed() {
            if let end = rest(in: text, from: closing + 1) { return (opening..<closing + 1, end) }
        }
        return nil
    }

    /// `\s*(?:#.*)?$`: over the whitespace to a comment, to the end, or back to the last line terminator.
    private static func rest(in text: [UInt8], from start: Int) -> Int? {
        var index = start
        var terminator: Int?
        while case let width = Whitespace.ecmaScript.width(in: text, at: index), width > 0 {
            if terminatorWidth(in: text, at: index) > 0 { terminator = index }
            index += width
        }
        if index == text.count { return index }
        guard text[index] == UInt8(ascii: "#") else { return terminator }
        while index < text.count, terminatorWidth(in: text, at: index) == 0 { index += 1 }
        return index
    }

    private static func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`")
    }

    /// Takes the quotes off, on each line (the multi-line flag of the expression that does it: lines matter only where
    /// U+2028 stands in an unquoted value), and expands `\n` and `\r` when the first character is a double quote.
    private mutating func take(_ slice: ArraySlice<UInt8>) {
        let raw = Array(slice)
        guard let first = raw.first else { return }
        let closings = Self.lastClosings(in: raw)
        var index = 0
        while index < raw.count {
            if let closing = closings[raw[index]], closing > index, Self.isLineStart(in: raw, index) {
                if index == 0, closing == raw.count - 1 { quoting = Self.quoting(of: first) }
                bytes += raw[index + 1..<closing]
                index = closing + 1
            } else {
                bytes.append(raw[index])
                index += 1
            }
        }
        if first == UInt8(ascii: "\"") { bytes = Self.expandingLineBreaks(bytes) }
    }

    /// For each kind of quote, the last one that ends a line.
    private static func lastClosings(in raw: [UInt8]) -> [UInt8: Int] {
        var closings: [UInt8: Int] = [:]
        for (index, byte) in raw.enumerated() where isQuote(byte) {
            if index + 1 == raw.count || terminatorWidth(in: raw, at: index + 1) > 0 { closings[byte] = index }
        }
        return closings
    }

    private static func isLineStart(in raw: [UInt8], _ index: Int) -> Bool {
        index == 0 || terminatorWidth(in: raw, at: index - 1) == 1
            || (index >= 3 && terminatorWidth(in: raw, at: index - 3) == 3)
    }

    private static func quoting(of quote: UInt8) -> EnvironmentFile.Assignment.Quoting {
        switch quote {
        case UInt8(ascii: "'"): .single
        case UInt8(ascii: "\""): .double
        default: .backtick
        }
    }

    private static func expandingLineBreaks(_ value: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var index = 0
        while index < value.count {
            let next = value[index] == UInt8(ascii: "\\") && index + 1 < value.count ? value[index + 1] : 0
            switch next {
            case UInt8(ascii: "n"): output.append(UInt8(ascii: "\n"))
            case UInt8(ascii: "r"): output.append(UInt8(ascii: "\r"))
            default:
                output.append(value[index])
                index += 1
                continue
            }
            index += 2
        }
        return output
    }
}
