/// The directives of `Cache-Control` (RFC 9111 §5.2), all fields of that name taken together.
struct CacheDirectives: Sendable {
    /// Names in lower case, in the order in which they stand; a value without its quotes.
    let entries: [(name: String, value: String?)]

    init(_ response: HTTPResponse) {
        entries = response.headers.filter { $0.hasName("Cache-Control") }
            .flatMap { Self.members(of: $0.value) }.compactMap(Self.entry)
    }

    func contains(_ name: String) -> Bool {
        entries.contains { $0.name == name }
    }

    func values(of name: String) -> [String?] {
        entries.filter { $0.name == name }.map(\.value)
    }

    /// RFC 9110 §5.6.1: a comma within quotes separates nothing.
    private static func members(of value: String) -> [[UInt8]] {
        var members: [[UInt8]] = [[]]
        var isQuoted = false
        var isEscaped = false
        for byte in value.utf8 {
            if byte == UInt8(ascii: ","), !isQuoted {
                members.append([])
                continue
            }
            if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
            isEscaped = isQuoted && !isEscaped && byte == UInt8(ascii: "\\")
            members[members.count - 1].append(byte)
        }
        return members
    }

    private static func entry(_ member: [UInt8]) -> (name: String, value: String?)? {
        let parts = member.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first else { return nil }
        let name = String(decoding: trimmed(first), as: UTF8.self).lowercased()
        guard !name.isEmpty else { return nil }
        guard parts.count == 2 else { return (name, nil) }
        return (name, String(decoding: unquoted(trimmed(parts[1])), as: UTF8.self))
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var rest = bytes
        while let first = rest.first, isSpace(first) { rest.removeFirst() }
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return rest
    }

    private static func unquoted(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let quote = UInt8(ascii: "\"")
        guard bytes.count >= 2, bytes.first == quote, bytes.last == quote else { return bytes }
        return bytes.dropFirst().dropLast()
    }
}
