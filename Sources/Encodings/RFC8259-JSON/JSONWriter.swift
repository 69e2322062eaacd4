extension JSONValue {
    /// One line, no white space, members in their order.
    public var compactJSON: String { String(decoding: compactJSONBytes, as: UTF8.self) }

    /// The same as UTF-8.
    package var compactJSONBytes: [UInt8] {
        var text: [UInt8] = []
        // About what the claims of a token take.
        text.reserveCapacity(256)
        write(to: &text)
        return text
    }

    private func write(to text: inout [UInt8]) {
        switch content {
        case .object(let members):
            text.append(UInt8(ascii: "{"))
            for index in members.indices {
                if index > 0 { text.append(UInt8(ascii: ",")) }
                Escaper.json(members[index].name.utf8.span, into: &text)
                text.append(UInt8(ascii: ":"))
                members[index].value.write(to: &text)
            }
            text.append(UInt8(ascii: "}"))
        case .array(let elements):
            text.append(UInt8(ascii: "["))
            for index in elements.indices {
                if index > 0 { text.append(UInt8(ascii: ",")) }
                elements[index].write(to: &text)
            }
            text.append(UInt8(ascii: "]"))
        case .string(let string): Escaper.json(string.utf8.span, into: &text)
        case .number(let number): text.append(number.text.utf8.span)
        case .boolean(let value): text.append(value ? "true" : "false")
        case .null: text.append("null")
        }
    }
}
