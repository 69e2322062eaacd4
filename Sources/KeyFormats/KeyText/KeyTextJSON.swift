internal import Encodings

/// Recognises a JWK (RFC 7517 §4) or a set of them (§5) by the names of its members, without copying a value.
struct KeyTextJSON {
    private static let longestDepth = 16
    private static let privateNames = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"]

    private var isKey = false
    private var isSet = false
    private var privateDepths: Set<Int> = []
    /// Whether each container that is open is an object.
    private var open: [Bool] = []

    /// `nil` when the text is no complete JSON object with a member `kty` or `keys`.
    static func content(_ text: Span<UInt8>, _ range: Range<Int>) -> KeyText.Content? {
        let range = text.trimmed(range)
        guard let start = range.first, text[start] == UInt8(ascii: "{") else { return nil }
        var reader = KeyTextJSON()
        guard reader.read(text, range) else { return nil }
        if reader.isSet { return .jwks(isPrivate: reader.privateDepths.contains(3)) }
        return reader.isKey ? .jwk(isPrivate: reader.privateDepths.contains(1)) : nil
    }

    /// Whether the brackets match and close with the text.
    private mutating func read(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            switch text[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard open.count < Self.longestDepth else { return false }
                open.append(text[index] == UInt8(ascii: "{"))
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard open.popLast() == (text[index] == UInt8(ascii: "}")) else { return false }
                if open.isEmpty { return index + 1 == range.upperBound }
            case UInt8(ascii: "\""):
                guard let end = Self.stringEnd(text, index + 1, range.upperBound) else { return false }
                name(text, index + 1..<end, range.upperBound)
                index = end
            default: break
            }
            index += 1
        }
        return false
    }

    private static func stringEnd(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
        var index = start
        while index < end {
            if text[index] == UInt8(ascii: "\"") { return index }
            index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    /// Notes a string that is the name of a member.
    private mutating func name(_ text: Span<UInt8>, _ string: Range<Int>, _ end: Int) {
        let next = text.end(of: \.isASCIIWhitespace, from: string.upperBound + 1, before: end)
        guard open.last == true, next < end, text[next] == UInt8(ascii: ":") else { return }
        func isName(_ name: String) -> Bool {
            name.utf8.count == string.count && text.holds(name, at: string.lowerBound, before: string.upperBound)
        }
        if open.count == 1, isName("kty") { isKey = true }
        if open.count == 1, isName("keys") { isSet = true }
        if Self.privateNames.contains(where: isName) { privateDepths.insert(open.count) }
    }
}
