/// A copy of a private JWK's text, as long as the text, in which only the values of public members can be read: it can go
/// through the JSON reader, which makes strings that nobody wipes.
package struct MaskedJWKText {
    package private(set) var bytes: [UInt8] = []
    /// Where a member name with a backslash begins: such a name may be one of a public member that was masked.
    package private(set) var escapedName: Int?

    /// Everything else is masked, so that a name nobody thought of hides its value.
    private static let publicMembers = ["kty", "use", "key_ops", "alg", "kid", "n", "e"].map { Array($0.utf8) }

    package init(_ text: Span<UInt8>) {
        bytes.reserveCapacity(text.count)
        var isShown = false
        var index = 0
        while index < text.count {
            guard text[index] == UInt8(ascii: "\"") else {
                bytes.append(isShown ? text[index] : Self.masked(text[index]))
                index += 1
                continue
            }
            let end = Self.endOfString(at: index, in: text)
            let contents = text.extracting(index + 1..<end)
            bytes.append(text[index])
            if Self.isName(endingAt: end, in: text) {
                isShown = Self.publicMembers.contains { Self.equal($0, contents) }
                if escapedName == nil, contents.indices.contains(where: { contents[$0] == UInt8(ascii: "\\") }) {
                    escapedName = index
                }
                bytes.append(contents)
            } else if isShown {
                bytes.append(contents)
            } else {
                bytes += [UInt8](repeating: UInt8(ascii: "x"), count: contents.count)
            }
            if end < text.count { bytes.append(text[end]) }
            index = end + 1
        }
    }

    /// A private number written as a JSON number is refused later, for its type.
    private static func masked(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(byte) ? UInt8(ascii: "1") : byte
    }

    /// Where its closing quote stands; the end of the text when there is none.
    private static func endOfString(at start: Int, in text: Span<UInt8>) -> Int {
        var index = start + 1
        while index < text.count, text[index] != UInt8(ascii: "\"") {
            index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index, text.count)
    }

    private static func isName(endingAt end: Int, in text: Span<UInt8>) -> Bool {
        var index = end + 1
        while index < text.count {
            switch text[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return text[index] == UInt8(ascii: ":")
            }
        }
        return false
    }

    private static func equal(_ name: [UInt8], _ contents: Span<UInt8>) -> Bool {
        name.count == contents.count && contents.indices.allSatisfy { name[$0] == contents[$0] }
    }
}
