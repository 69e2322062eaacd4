/// Reads JSON as RFC 8259 has it and nothing more: UTF-8 only, no byte order mark, no comments, no trailing commas.
///
/// Foundation's readers keep the first or the last of two members of one name, depending on which one is asked; a token
/// or a key set that means two things is refused here (RFC 7515 §4).
public enum JSON {
    /// - Throws: `json.duplicate-name`, `json.invalid-utf8`, `json.lone-surrogate`, `json.syntax`, `json.too-deep`,
    ///   `json.too-large`, `json.trailing-content`.
    public static func parse(_ text: Span<UInt8>, limits: JSONLimits) throws(AuthKeysError) -> JSONValue {
        let index = try JSONIndex(text, limits: limits)
        if let name = index.duplicateNames.first { throw duplicate(name, of: index, in: text) }
        return JSONValue(index, in: text)
    }

    public static func parse(_ text: String, limits: JSONLimits) throws(AuthKeysError) -> JSONValue {
        try parse(text.utf8.span, limits: limits)
    }

    /// For judging and not for trusting: appends every member whose name its object already had, and keeps both.
    public static func parse(
        _ text: Span<UInt8>, limits: JSONLimits, reportingDuplicatesIn duplicates: inout [JSONMember]
    ) throws(AuthKeysError) -> JSONValue {
        let index = try JSONIndex(text, limits: limits)
        for name in index.duplicateNames { duplicates.append(JSONMember(index, name: name, in: text)) }
        return JSONValue(index, in: text)
    }

    package static func duplicate(_ name: Int, of index: JSONIndex, in text: Span<UInt8>) -> AuthKeysError {
        AuthKeysError(
            JSONCode.duplicateName,
            "the member \(Escaper.json(index.string(name, in: text), shownLength: 64)) stands twice in one object",
            hint: "remove one of the two: readers disagree about which one counts",
            at: location(index.nodes[name].byteOffset, in: text))
    }

    static func location(_ offset: Int, in text: Span<UInt8>) -> SourceLocation {
        var line = 1
        for index in 0..<min(offset, text.count) where text[index] == UInt8(ascii: "\n") { line += 1 }
        return SourceLocation(byteOffset: offset, line: line)
    }
}
