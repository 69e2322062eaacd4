/// A claim that is not what was expected, in words that show the difference where eyes miss it.
struct ClaimMismatch {
    let claim: String
    let found: [String]?
    let expected: [[UInt8]]

    func error(_ code: JWTCode) -> AuthKeysError {
        let wanted = expected.map { Escaper.json(String(decoding: $0, as: UTF8.self)) }.joined(separator: " or ")
        guard let found else {
            return AuthKeysError(code, "the token has no \(claim) where \(wanted) is expected")
        }
        let shown = found.isEmpty ? "an empty array" : Self.shown(found)
        return AuthKeysError(
            code, "\(claim) is \(shown) where \(wanted) is expected",
            hint: difference(found).map { "they differ \($0)" })
    }

    // MARK: - What was found

    /// Cut: whoever wrote the token chose how long it is, and it goes into a line of a log.
    static func shown(_ text: String) -> String { Escaper.json(text, shownLength: 256) }

    /// The first few.
    static func shown(_ texts: [String]) -> String {
        let first = texts.prefix(4).map { shown($0) }.joined(separator: ", ")
        return texts.count > 4 ? "\(first) and \(texts.count - 4) more" : first
    }

    // MARK: - The difference

    private func difference(_ found: [String]) -> String? {
        for found in found {
            for expected in expected {
                if let difference = Self.difference(Array(found.utf8), expected) { return difference }
            }
        }
        return nil
    }

    private static func difference(_ found: [UInt8], _ expected: [UInt8]) -> String? {
        let slash = UInt8(ascii: "/")
        if found == expected + [slash] || found + [slash] == expected { return "by the slash at the end" }
        let texts = [found, expected].map { String(decoding: $0, as: UTF8.self) }
        // Swift compares strings by canonical equivalence.
        if texts[0] == texts[1] { return "in how a character is encoded, though they look the same" }
        if texts[0].asciiLowercased == texts[1].asciiLowercased { return "in upper and lower case" }
        let trimmed = [found, expected].map { $0.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } }
        if trimmed[0] == trimmed[1] { return "in white space" }
        return oddCharacter(Array(texts[0].unicodeScalars), Array(texts[1].unicodeScalars)).map {
            "by the character \(name($0)), which only one of them has there"
        }
    }

    /// The first character outside of visible ASCII that stands for one of ASCII, or for none, where all else is the same:
    /// a letter of another alphabet, or something that is not seen.
    private static func oddCharacter(_ found: [Unicode.Scalar], _ expected: [Unicode.Scalar]) -> Unicode.Scalar? {
        let isReplaced =
            found.count == expected.count
            && zip(found, expected).allSatisfy { $0 == $1 || isVisibleASCII($0) != isVisibleASCII($1) }
        guard isReplaced || found.filter(isVisibleASCII) == expected.filter(isVisibleASCII) else { return nil }
        let start = zip(found, expected).prefix { $0 == $1 }.count
        return (found.dropFirst(start).prefix(1) + expected.dropFirst(start).prefix(1)).first { !isVisibleASCII($0) }
    }

    /// `U+0456`.
    private static func name(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    private static func isVisibleASCII(_ scalar: Unicode.Scalar) -> Bool { (0x21...0x7E).contains(scalar.value) }
}
