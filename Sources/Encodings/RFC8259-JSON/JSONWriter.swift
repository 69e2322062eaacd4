extension JSONValue {
    /// One line, no white space, members in their order.
    public var compactJSON: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch content {
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += "," }
                text += Escaper.json(member.name) + ":"
                member.value.write(to: &text)
            }
            text += "}"
        case .array(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += "," }
                element.write(to: &text)
            }
            text += "]"
        case .string(let string): text += Escaper.json(string)
        case .number(let number): text += number.text
        case .boolean(let value): text += value ? "true" : "false"
        case .null: text += "null"
        }
    }
}
