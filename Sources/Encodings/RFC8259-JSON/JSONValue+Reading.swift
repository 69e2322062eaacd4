extension JSONValue {
    init(_ index: JSONIndex, in text: Span<UInt8>) {
        self.init(index, node: 0, in: text)
    }

    package init(_ index: JSONIndex, node: Int, in text: Span<UInt8>) {
        let content: Content =
            switch index.nodes[node].kind {
            case .object: .object(Self.members(index, of: node, in: text))
            case .array: .array(Self.elements(index, of: node, in: text))
            case .string, .escapedString: .string(index.string(node, in: text))
            case .number: .number(index.number(node, in: text))
            case .boolean: .boolean(text[index.nodes[node].byteOffset] == UInt8(ascii: "t"))
            case .null: .null
            }
        self.init(content, at: index.nodes[node].byteOffset)
    }

    private static func members(_ index: JSONIndex, of object: Int, in text: Span<UInt8>) -> [JSONMember] {
        var members: [JSONMember] = []
        var child = object + 1
        while child < index.after(object) {
            members.append(JSONMember(index, name: child, in: text))
            child = index.after(child + 1)
        }
        return members
    }

    private static func elements(_ index: JSONIndex, of array: Int, in text: Span<UInt8>) -> [JSONValue] {
        var elements: [JSONValue] = []
        var child = array + 1
        while child < index.after(array) {
            elements.append(JSONValue(index, node: child, in: text))
            child = index.after(child)
        }
        return elements
    }
}

extension JSONMember {
    init(_ index: JSONIndex, name: Int, in text: Span<UInt8>) {
        self.init(
            name: index.string(name, in: text), value: JSONValue(index, node: name + 1, in: text),
            nameOffset: index.nodes[name].byteOffset)
    }
}

extension JSONIndex {
    /// A number of at most 18 digits and nothing else, read without making a string of it.
    package func wholeNumber(_ node: Int, in text: Span<UInt8>) -> Int64? {
        let range = nodes[node].range
        guard range.count <= 18 else { return nil }
        var value: Int64 = 0
        for index in range {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            // 18 digits fit.
            value = value &* 10 &+ Int64(digit)
        }
        return value
    }

    package func number(_ node: Int, in text: Span<UInt8>) -> JSONNumber {
        JSONNumber(text: String(copyingUTF8: text.extracting(nodes[node].range)))
    }
}
