/// The grammar of RFC 8259, in one pass over the text; the nesting, and so the stack, is bounded by the limits.
struct JSONScanner {
    private let limits: JSONLimits
    var position = 0
    private var depth = 0
    private var nodes: [JSONIndex.Node] = []
    private var duplicateNames: [Int] = []

    init(limits: JSONLimits) {
        self.limits = limits
    }

    mutating func document(_ text: Span<UInt8>) throws(AuthKeysError) -> JSONIndex {
        if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF {
            throw AuthKeysError(
                JSONCode.syntax, "a byte order mark before the JSON text",
                hint: "save the file as UTF-8 without a byte order mark", at: SourceLocation(byteOffset: 0, line: 1))
        }
        // About what the claims of a token take.
        nodes.reserveCapacity(24)
        try value(text)
        skipWhitespace(text)
        guard position == text.count else {
            throw failure(.trailingContent, "something follows the end of the JSON value", text)
        }
        return JSONIndex(nodes: nodes, duplicateNames: duplicateNames.isEmpty ? [] : duplicateNames.sorted())
    }

    private mutating func value(_ text: Span<UInt8>) throws(AuthKeysError) {
        skipWhitespace(text)
        guard position < text.count else {
            throw failure(.syntax, "the text ends where a JSON value is expected", text)
        }
        let start = position
        switch text[start] {
        case UInt8(ascii: "\""): try string(text)
        case UInt8(ascii: "{"): try object(text)
        case UInt8(ascii: "["): try array(text)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            try skipNumber(text)
            append(.number, start..<position)
        case UInt8(ascii: "t"):
            try word("true", text)
            append(.boolean, start..<position)
        case UInt8(ascii: "f"):
            try word("false", text)
            append(.boolean, start..<position)
        case UInt8(ascii: "n"):
            try word("null", text)
            append(.null, start..<position)
        default: throw failure(.syntax, "a character that begins no JSON value", text)
        }
    }

    private mutating func object(_ text: Span<UInt8>) throws(AuthKeysError) {
        let object = try enter(.object, text)
        var count = 0
        if !skip(UInt8(ascii: "}"), text) {
            repeat {
                skipWhitespace(text)
                guard position < text.count, text[position] == UInt8(ascii: "\"") else {
                    throw failure(.syntax, "an object needs a member name in double quotes here", text)
                }
                try string(text)
                guard skip(UInt8(ascii: ":"), text) else {
                    throw failure(.syntax, "a ':' is missing after a member name", text)
                }
                try value(text)
                count += 1
            } while skip(UInt8(ascii: ","), text)
            guard skip(UInt8(ascii: "}"), text) else {
                throw failure(.syntax, "an object is not closed: ',' or '}' expected", text)
            }
        }
        leave(object)
        if count > 1 { noteDuplicates(of: object, count: count, text) }
    }

    private mutating func array(_ text: Span<UInt8>) throws(AuthKeysError) {
        let array = try enter(.array, text)
        if !skip(UInt8(ascii: "]"), text) {
            repeat { try value(text) } while skip(UInt8(ascii: ","), text)
            guard skip(UInt8(ascii: "]"), text) else {
                throw failure(.syntax, "an array is not closed: ',' or ']' expected", text)
            }
        }
        leave(array)
    }

    private mutating func enter(_ kind: JSONIndex.Kind, _ text: Span<UInt8>) throws(AuthKeysError) -> Int {
        depth += 1
        guard depth <= limits.depth else {
            throw failure(.tooDeep, "arrays and objects nested more than \(limits.depth) deep", text)
        }
        append(kind, position..<position + 1)
        position += 1
        return nodes.count - 1
    }

    private mutating func leave(_ node: Int) {
        depth -= 1
        nodes[node].end = UInt32(position)
        nodes[node].next = UInt32(nodes.count)
    }

    /// Positions fit: the limits are far below 4 GiB.
    mutating func append(_ kind: JSONIndex.Kind, _ range: Range<Int>) {
        nodes.append(
            JSONIndex.Node(
                kind: kind, start: UInt32(truncatingIfNeeded: range.lowerBound),
                end: UInt32(truncatingIfNeeded: range.upperBound), next: UInt32(truncatingIfNeeded: nodes.count + 1)))
    }

    private mutating func word(_ word: StaticString, _ text: Span<UInt8>) throws(AuthKeysError) {
        for byte in word.description.utf8 {
            guard position < text.count, text[position] == byte else {
                throw failure(.syntax, "a word that is not true, false or null", text)
            }
            position += 1
        }
    }

    // MARK: - Names that stand twice

    /// Few names are compared with each other, which needs no memory; many go through a set.
    private mutating func noteDuplicates(of object: Int, count: Int, _ text: Span<UInt8>) {
        let index = JSONIndex(nodes: nodes, duplicateNames: [])
        var names: Set<[UInt8]> = []
        var child = object + 1
        while child < nodes.count {
            let stoodBefore =
                count <= 12
                ? stands(child, before: child, from: object + 1, index, text)
                : !names.insert(index.utf8(child, in: text)).inserted
            if stoodBefore { duplicateNames.append(child) }
            child = index.after(child + 1)
        }
    }

    private func stands(
        _ name: Int, before end: Int, from start: Int, _ index: JSONIndex, _ text: Span<UInt8>
    ) -> Bool {
        var child = start
        while child < end {
            if index.string(child, equalsString: name, in: text) { return true }
            child = index.after(child + 1)
        }
        return false
    }

    // MARK: -

    mutating func skipWhitespace(_ text: Span<UInt8>) {
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

    func failure(_ code: JSONCode, _ message: String, _ text: Span<UInt8>) -> AuthKeysError {
        AuthKeysError(code, message, at: JSON.location(position, in: text))
    }
}
