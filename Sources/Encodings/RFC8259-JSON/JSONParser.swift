/// One pass over the text; the nesting, and so the stack, is bounded by the limits.
struct JSONParser {
    private let limits: JSONLimits
    private var position = 0
    private var depth = 0
    private(set) var duplicates: [JSONMember] = []

    init(limits: JSONLimits) {
        self.limits = limits
    }

    mutating func document(_ text: Span<UInt8>) throws(AuthKeysError) -> JSONValue {
        if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF {
            throw AuthKeysError(
                JSONCode.syntax, "a byte order mark before the JSON text",
                hint: "save the file as UTF-8 without a byte order mark", at: SourceLocation(byteOffset: 0, line: 1))
        }
        let value = try value(text)
        skipWhitespace(text)
        guard position == text.count else {
            throw failure(.trailingContent, "something follows the end of the JSON value", text)
        }
        return value
    }

    private mutating func value(_ text: Span<UInt8>) throws(AuthKeysError) -> JSONValue {
        skipWhitespace(text)
        let start = position
        guard start < text.count else { throw failure(.syntax, "the text ends where a JSON value is expected", text) }
        switch text[start] {
        case UInt8(ascii: "{"): return JSONValue(.object(try object(text)), at: start)
        case UInt8(ascii: "["): return JSONValue(.array(try array(text)), at: start)
        case UInt8(ascii: "\""): return JSONValue(.string(try string(text)), at: start)
        case UInt8(ascii: "t"):
            try word("true", text)
            return JSONValue(.boolean(true), at: start)
        case UInt8(ascii: "f"):
            try word("false", text)
            return JSONValue(.boolean(false), at: start)
        case UInt8(ascii: "n"):
            try word("null", text)
            return JSONValue(.null, at: start)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return JSONValue(.number(try number(text)), at: start)
        default: throw failure(.syntax, "a character that begins no JSON value", text)
        }
    }

    private mutating func object(_ text: Span<UInt8>) throws(AuthKeysError) -> [JSONMember] {
        try enter(text)
        var members: [JSONMember] = []
        var names: Set<[UInt8]> = []
        if !skip(UInt8(ascii: "}"), text) {
            repeat {
                skipWhitespace(text)
                let nameOffset = position
                guard position < text.count, text[position] == UInt8(ascii: "\"") else {
                    throw failure(.syntax, "an object needs a member name in double quotes here", text)
                }
                let name = try string(text)
                guard skip(UInt8(ascii: ":"), text) else {
                    throw failure(.syntax, "a ':' is missing after a member name", text)
                }
                let member = JSONMember(name: name, value: try value(text), nameOffset: nameOffset)
                if !names.insert(Array(name.utf8)).inserted { duplicates.append(member) }
                members.append(member)
            } while skip(UInt8(ascii: ","), text)
            guard skip(UInt8(ascii: "}"), text) else {
                throw failure(.syntax, "an object is not closed: ',' or '}' expected", text)
            }
        }
        depth -= 1
        return members
    }

    private mutating func array(_ text: Span<UInt8>) throws(AuthKeysError) -> [JSONValue] {
        try enter(text)
        var elements: [JSONValue] = []
        if !skip(UInt8(ascii: "]"), text) {
            repeat { elements.append(try value(text)) } while skip(UInt8(ascii: ","), text)
            guard skip(UInt8(ascii: "]"), text) else {
                throw failure(.syntax, "an array is not closed: ',' or ']' expected", text)
            }
        }
        depth -= 1
        return elements
    }

    private mutating func enter(_ text: Span<UInt8>) throws(AuthKeysError) {
        depth += 1
        guard depth <= limits.depth else {
            throw failure(.tooDeep, "arrays and objects nested more than \(limits.depth) deep", text)
        }
        position += 1
    }

    private mutating func word(_ word: StaticString, _ text: Span<UInt8>) throws(AuthKeysError) {
        for byte in word.description.utf8 {
            guard position < text.count, text[position] == byte else {
                throw failure(.syntax, "a word that is not true, false or null", text)
            }
            position += 1
        }
    }

    // MARK: - Numbers (RFC 8259 §6)

    private mutating func number(_ text: Span<UInt8>) throws(AuthKeysError) -> JSONNumber {
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
        return JSONNumber(text: try utf8(text, start..<position))
    }

    private mutating func digits(_ text: Span<UInt8>) throws(AuthKeysError) -> Int {
        let start = position
        while position < text.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[position]) { position += 1 }
        guard position > start else { throw failure(.syntax, "a digit is missing in a number", text) }
        return position - start
    }

    // MARK: - Strings (RFC 8259 §7)

    private mutating func string(_ text: Span<UInt8>) throws(AuthKeysError) -> String {
        position += 1
        let start = position
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: "\""):
                position += 1
                return try utf8(text, start..<position - 1)
            case UInt8(ascii: "\\"):
                return try escapedString(text, from: start)
            case 0..<0x20:
                throw failure(.syntax, "a control character in a string that is not escaped", text)
            default: position += 1
            }
        }
        throw failure(.syntax, "the text ends inside a string", text)
    }

    private mutating func escapedString(_ text: Span<UInt8>, from start: Int) throws(AuthKeysError) -> String {
        var result = ""
        var run = start
        while position < text.count {
            switch text[position] {
            case UInt8(ascii: "\""):
                result.append(try utf8(text, run..<position))
                position += 1
                return result
            case UInt8(ascii: "\\"):
                result.append(try utf8(text, run..<position))
                result.unicodeScalars.append(try escape(text))
                run = position
            case 0..<0x20:
                throw failure(.syntax, "a control character in a string that is not escaped", text)
            default: position += 1
            }
        }
        throw failure(.syntax, "the text ends inside a string", text)
    }

    private mutating func escape(_ text: Span<UInt8>) throws(AuthKeysError) -> Unicode.Scalar {
        let start = position
        position += 1
        guard position < text.count else { throw failure(.syntax, "the text ends inside an escape", text) }
        position += 1
        switch text[position - 1] {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(text, from: start)
        default:
            position = start
            throw failure(.syntax, "a backslash that begins no JSON escape", text)
        }
    }

    private mutating func unicodeEscape(_ text: Span<UInt8>, from start: Int) throws(AuthKeysError) -> Unicode.Scalar {
        let first = try hexadecimal(text)
        if let scalar = Unicode.Scalar(first) { return scalar }
        if first < 0xDC00, position + 1 < text.count, text[position] == UInt8(ascii: "\\"),
            text[position + 1] == UInt8(ascii: "u")
        {
            position += 2
            let second = try hexadecimal(text)
            if (0xDC00...0xDFFF).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
            {
                return scalar
            }
        }
        position = start
        throw failure(.loneSurrogate, "a \\u escape for half of a surrogate pair", text)
    }

    private mutating func hexadecimal(_ text: Span<UInt8>) throws(AuthKeysError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard position < text.count, let digit = Character(Unicode.Scalar(text[position])).hexDigitValue else {
                throw failure(.syntax, "a \\u escape without four hexadecimal digits", text)
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    // MARK: -

    private func utf8(_ text: Span<UInt8>, _ range: Range<Int>) throws(AuthKeysError) -> String {
        do {
            return String(copying: try UTF8Span(validating: text.extracting(range)))
        } catch {
            throw AuthKeysError(
                JSONCode.invalidUTF8, "bytes that are not UTF-8 in a string",
                at: JSON.location(range.lowerBound + error.byteOffsets.lowerBound, in: text))
        }
    }

    private mutating func skipWhitespace(_ text: Span<UInt8>) {
        while position < text.count {
            switch text[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func skip(_ byte: UInt8, _ text: Span<UInt8>) -> Bool {
        skipWhitespace(text)
        guard position < text.count, text[position] == byte else { return false }
        position += 1
        return true
    }

    private func failure(_ code: JSONCode, _ message: String, _ text: Span<UInt8>) -> AuthKeysError {
        AuthKeysError(code, message, at: JSON.location(position, in: text))
    }
}
