/// The text of one element of a set's `keys`: what edits move and never rewrite.
struct JWKText: Sendable {
    /// Name and value of each member as they are written, escapes and all; `nil` for what is no object.
    let members: [(name: [UInt8], value: [UInt8])]?
    let text: [UInt8]

    /// - Parameter json: read from `text`.
    init(_ json: JSONValue, in text: Span<UInt8>) {
        func slice(from start: Int) -> [UInt8] {
            let extent = text.extracting(start..<JSONExtent.end(from: start, in: text))
            return extent.indices.map { extent[$0] }
        }
        self.text = slice(from: json.byteOffset)
        members = json.members?.map { (slice(from: $0.nameOffset), slice(from: $0.value.byteOffset)) }
    }

    /// In the layout of its neighbours; an element without members stays as it is.
    func text(in layout: Layout) -> [UInt8] {
        guard let members, !members.isEmpty else { return text }
        return [UInt8(ascii: "{")] + layout.open
            + members.map { $0.name + layout.colon + $0.value }.joined(separator: layout.separator) + layout.close
            + [UInt8(ascii: "}")]
    }

    /// What stands between the members of an object. Nested values keep their own.
    struct Layout: Sendable {
        let open: [UInt8]
        let colon: [UInt8]
        let separator: [UInt8]
        let close: [UInt8]

        static let compact = Self(open: [], colon: Array(":".utf8), separator: Array(",".utf8), close: [])
    }

    /// The layout of an object, taken from its first two members; `nil` for what has none.
    static func layout(of json: JSONValue, in text: Span<UInt8>) -> Layout? {
        guard let members = json.members, let first = members.first, let last = members.last else { return nil }
        func between(_ start: Int, _ end: Int) -> [UInt8] {
            let gap = text.extracting(start..<max(start, end))
            return gap.indices.map { gap[$0] }
        }
        let open = between(json.byteOffset + 1, first.nameOffset)
        let afterFirst = JSONExtent.end(from: first.value.byteOffset, in: text)
        return Layout(
            open: open,
            colon: between(JSONExtent.end(from: first.nameOffset, in: text), first.value.byteOffset),
            separator: members.count > 1
                ? between(afterFirst, members[1].nameOffset) : [UInt8(ascii: ",")] + open,
            close: between(
                JSONExtent.end(from: last.value.byteOffset, in: text),
                JSONExtent.end(from: json.byteOffset, in: text) - 1))
    }
}
