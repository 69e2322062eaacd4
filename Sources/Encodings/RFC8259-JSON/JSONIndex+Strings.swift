extension JSONIndex {
    /// - Parameter node: a string.
    package func string(_ node: Int, in text: Span<UInt8>) -> String {
        let part = text.extracting(nodes[node].range)
        if nodes[node].kind == .string { return String(copyingUTF8: part) }
        return String(decoding: unescaped(part), as: UTF8.self)
    }

    /// - Parameter node: a string.
    package func utf8(_ node: Int, in text: Span<UInt8>) -> [UInt8] {
        let part = text.extracting(nodes[node].range)
        if nodes[node].kind == .string { return Array(copying: part) }
        return unescaped(part)
    }

    /// As ``Escaper/json(_:)`` writes it, behind what is there.
    /// - Parameter node: a string.
    package func writeString(_ node: Int, of text: Span<UInt8>, to json: inout [UInt8]) {
        if nodes[node].kind == .string {
            Escaper.json(text.extracting(nodes[node].range), into: &json)
        } else {
            Escaper.json(utf8(node, in: text).span, into: &json)
        }
    }

    /// Compares bytes: what Unicode calls equivalent is not equal.
    /// - Parameter node: a string.
    package func string(_ node: Int, equals expected: [UInt8], in text: Span<UInt8>) -> Bool {
        guard nodes[node].kind == .string else { return utf8(node, in: text) == expected }
        return text.extracting(nodes[node].range).hasSameBytes(as: expected.span)
    }

    /// - Parameters:
    ///   - node: a string.
    ///   - other: a string of the same text.
    func string(_ node: Int, equalsString other: Int, in text: Span<UInt8>) -> Bool {
        guard nodes[node].kind == .string, nodes[other].kind == .string else {
            return utf8(node, in: text) == utf8(other, in: text)
        }
        return text.extracting(nodes[node].range).hasSameBytes(as: text.extracting(nodes[other].range))
    }

    /// - Parameters:
    ///   - node: a string.
    ///   - expected: ASCII.
    package func string(_ node: Int, equals expected: StaticString, in text: Span<UInt8>) -> Bool {
        let range = nodes[node].range
        if nodes[node].kind == .string {
            guard range.count == expected.utf8CodeUnitCount else { return false }
            return expected.withUTF8Buffer { expected in
                for index in 0..<range.count where unsafe text[range.lowerBound + index] != expected[index] {
                    return false
                }
                return true
            }
        }
        return unescaped(text.extracting(range)).elementsEqual(expected.description.utf8)
    }

    /// A string of three bytes as one number, the first byte the highest; `nil` for any other.
    package func shortString(_ node: Int, in text: Span<UInt8>) -> UInt32? {
        guard nodes[node].kind == .string else {
            let bytes = utf8(node, in: text)
            return bytes.count == 3 ? bytes.reduce(0) { $0 << 8 | UInt32($1) } : nil
        }
        let range = nodes[node].range
        guard range.count == 3 else { return nil }
        let start = range.lowerBound
        return UInt32(text[start]) << 16 | UInt32(text[start + 1]) << 8 | UInt32(text[start + 2])
    }

    private func unescaped(_ part: Span<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var position = 0
        while position < part.count {
            if part[position] != UInt8(ascii: "\\") {
                bytes.append(part[position])
                position += 1
            } else if let scalar = JSONEscape.scalar(in: part, at: &position) {
                bytes.append(contentsOf: String(scalar).utf8)
            } else {
                // The scanner has let no such escape through.
                return bytes
            }
        }
        return bytes
    }
}

extension String {
    /// - Parameter bytes: UTF-8 that was checked.
    init(copyingUTF8 bytes: Span<UInt8>) {
        self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}

extension [UInt8] {
    package init(copying bytes: Span<UInt8>) {
        self = unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
    }
}
