extension JSONScanner {
    // MARK: - Strings (RFC 8259 §7)

    mutating func string(_ text: Span<UInt8>) throws(AuthKeysError) {
        let start = position + 1
        var kind = JSONIndex.Kind.string
        var cursor = start
        while cursor < text.count {
            if cursor + 8 <= text.count {
                let special = text.eightBytes(at: cursor).specialInJSONString
                cursor += special == 0 ? 8 : special.trailingZeroBitCount / 8
                if special == 0 { continue }
            }
            let byte = text[cursor]
            if byte == UInt8(ascii: "\"") {
                append(kind, start..<cursor)
                position = cursor + 1
                return
            }
            if byte == UInt8(ascii: "\\") {
                kind = .escapedString
                guard JSONEscape.scalar(in: text, at: &cursor) != nil else {
                    position = cursor
                    throw badEscape(text)
                }
            } else if byte >= 0x80 {
                let (scalar, width) = UTF8Decoding.decode(text, at: cursor)
                guard scalar != nil else {
                    position = cursor
                    throw failure(.invalidUTF8, "bytes that are not UTF-8 in a string", text)
                }
                cursor += width
            } else if byte < 0x20 {
                position = cursor
                throw failure(.syntax, "a control character in a string that is not escaped", text)
            } else {
                cursor += 1
            }
        }
        position = cursor
        throw failure(.syntax, "the text ends inside a string", text)
    }

    /// At the first character that does not belong; `position` is that of the backslash.
    private mutating func badEscape(_ text: Span<UInt8>) -> AuthKeysError {
        guard position + 1 < text.count else {
            position += 1
            return failure(.syntax, "the text ends inside an escape", text)
        }
        guard text[position + 1] == UInt8(ascii: "u") else {
            return failure(.syntax, "a backslash that begins no JSON escape", text)
        }
        guard JSONEscape.codeUnit(in: text, at: position) == nil else {
            return failure(.loneSurrogate, "a \\u escape for half of a surrogate pair", text)
        }
        position += 2
        while position < text.count, Character(Unicode.Scalar(text[position])).hexDigitValue != nil { position += 1 }
        return failure(.syntax, "a \\u escape without four hexadecimal digits", text)
    }

    // MARK: - Numbers (RFC 8259 §6)

    mutating func skipNumber(_ text: Span<UInt8>) throws(AuthKeysError) {
        let start = position
        if text[position] == UInt8(ascii: "-") { position += 1 }
        let leadingZero = position < text.count && text[position] == UInt8(ascii: "0")
        let whole = try digits(text)
        guard !leadingZero || whole == 1 else {
            position = start
            throw failure(.syntax, "a number with a leading zero", text)
        }
        if position < text.count, text[position] == UInt8(ascii: ".") {
            position += 1
            _ = try digits(text)
        }
        if position < text.count, text[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < text.count, text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") {
                position += 1
            }
            _ = try digits(text)
        }
    }

    private mutating func digits(_ text: Span<UInt8>) throws(AuthKeysError) -> Int {
        let start = position
        var cursor = start
        while cursor < text.count, text[cursor] &- UInt8(ascii: "0") <= 9 { cursor += 1 }
        position = cursor
        guard cursor > start else { throw failure(.syntax, "a digit is missing in a number", text) }
        return cursor - start
    }
}
