internal import Encodings

extension JSONValue {
    /// The same, with `…` for the signature of every token that stands in it: what is printed of a token must be none, and
    /// neither must a part of it.
    var withoutSignatures: JSONValue {
        switch content {
        case .object(let members):
            .object(members.map { JSONMember(name: Self.masked($0.name), value: $0.value.withoutSignatures) })
        case .array(let elements): .array(elements.map(\.withoutSignatures))
        case .string(let text): .string(Self.masked(text))
        case .number, .boolean, .null: self
        }
    }

    private static func masked(_ text: String) -> String {
        guard PastedText(text) == .token, text.utf8.count(where: { $0 == UInt8(ascii: ".") }) > 1,
            let dot = text.utf8.lastIndex(of: UInt8(ascii: "."))
        else { return text }
        return String(text[...dot]) + "…"
    }
}
