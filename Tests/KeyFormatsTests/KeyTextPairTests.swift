import KeyFormats
import TestSupport
import Testing

/// A key that was wrapped in one way and then in another comes back, and both are reported.
struct KeyTextPairTests {
    enum Kind {
        /// Something around the whole text.
        case around
        /// Text before or after: found by the boundaries of PEM alone.
        case beside
        /// The text in other bytes.
        case encoding
        /// The lines are laid out in another way.
        case lines
        /// No lines are left.
        case joined
    }

    struct Wrapping: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String
        let kind: Kind
        let apply: @Sendable ([UInt8]) -> [UInt8]

        init(_ name: String, _ code: String, _ kind: Kind, _ apply: @escaping @Sendable (String) -> String) {
            testDescription = name
            self.code = code
            self.kind = kind
            self.apply = { Array(apply(String(decoding: $0, as: UTF8.self)).utf8) }
        }

        init(bytes name: String, _ code: String, _ apply: @escaping @Sendable ([UInt8]) -> [UInt8]) {
            testDescription = name
            self.code = code
            kind = .encoding
            self.apply = apply
        }
    }

    /// Every line end but the last becomes `lineEnd`.
    private static func inside(_ text: String, _ lineEnd: String) -> String {
        let isEnded = text.hasSuffix("\n")
        return String(text.dropLast(isEnded ? 1 : 0)).replacing("\n", with: lineEnd) + (isEnded ? "\n" : "")
    }

    private static func utf16(_ text: [UInt8], isLittleEndian: Bool) -> [UInt8] {
        (isLittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF])
            + String(decoding: text, as: UTF8.self).utf16.flatMap { unit in
                let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
                return isLittleEndian ? bytes : bytes.reversed()
            }
    }

    static let wrappings: [Wrapping] = [
        Wrapping("double quotes", "quoted", .around) { "\"\($0)\"" },
        Wrapping("single quotes", "quoted", .around) { "'\($0)'" },
        Wrapping("NAME=", "variable-assignment", .around) { "JWT_PRIVATE_KEY=\($0)" },
        Wrapping("export NAME=", "variable-assignment", .around) { "export JWT_PRIVATE_KEY=\($0)" },
        Wrapping("a mark", "byte-order-mark", .around) { "\u{FEFF}\($0)" },
        Wrapping("lines before", "text-before", .beside) { "Bag Attributes\n\($0)" },
        Wrapping("lines after", "text-after", .beside) { "\($0)\nend of key\n" },
        Wrapping(bytes: "UTF-16LE", "utf16") { utf16($0, isLittleEndian: true) },
        Wrapping(bytes: "UTF-16BE", "utf16") { utf16($0, isLittleEndian: false) },
        Wrapping(bytes: "base64", "base64-wrapped") { Array(Base64.encode($0.span).utf8) },
        Wrapping("escapes", "escaped-newlines", .joined) {
            $0.replacing("\\", with: "\\\\").replacing("\r", with: "\\r").replacing("\n", with: "\\n")
        },
        Wrapping("spaces", "spaces-for-newlines", .joined) {
            $0.split(whereSeparator: \.isNewline).joined(separator: " ")
        },
        Wrapping("nothing", "no-line-breaks", .joined) { $0.split(whereSeparator: \.isNewline).joined() },
        Wrapping("CRLF", "crlf", .lines) { $0.replacing("\n", with: "\r\n") },
        Wrapping("indentation", "indented", .lines) { inside($0, "\n\t") },
        Wrapping("spaces at the ends", "trailing-spaces", .lines) { $0.replacing("\n", with: "  \n") },
        Wrapping("empty lines", "blank-lines", .lines) { inside($0, "\n\n") },
        Wrapping("spaces of a web page", "unicode-spaces", .lines) {
            $0.replacing("PRIVATE KEY", with: "PRIVATE\u{A0}KEY")
        },
    ]

    /// What cannot be told apart again, or makes no text.
    private static func isMeaningless(_ inner: Wrapping, inside outer: Wrapping) -> Bool {
        switch (inner.kind, outer.kind) {
        // Bytes that are no text go into base64 and nowhere else. Around base64 stands what can be taken off without
        // knowing what is inside.
        case (.encoding, .encoding): inner.code == "utf16" && outer.code == "utf16"
        case (.encoding, .around): inner.code == "utf16"
        case (.encoding, _): true
        // Without line ends nothing is left of how the lines were.
        case (.lines, .joined), (.joined, .lines), (.joined, .joined):
            inner.code != "unicode-spaces" && outer.code != "unicode-spaces" && outer.code != "escaped-newlines"
        // As far as anybody can see, the value of the variable is the first line.
        case (.beside, .around): inner.code == "text-before" && outer.code == "variable-assignment"
        default: false
        }
    }

    private static let pairs: [(inner: Int, outer: Int)] = wrappings.indices.flatMap { inner in
        wrappings.indices.filter { !isMeaningless(wrappings[inner], inside: wrappings[$0]) }.map { (inner, $0) }
    }

    @Test(arguments: wrappings.indices)
    func eachAloneIsUndone(index: Int) throws {
        let key = try KeyTextCase.bytes("canonical")
        let text = KeyText(Self.wrappings[index].apply(key))
        #expect(text.shortCodes == Self.wrappings[index].code)
        #expect(text.repairedText.map { Array($0.utf8) } == key)
    }

    @Test func mostPairsHaveAMeaning() {
        #expect(Self.pairs.count > 220)
    }

    @Test(arguments: pairs)
    func eachInsideEachOtherIsUndone(inner: Int, outer: Int) throws {
        let key = try KeyTextCase.bytes("canonical")
        let (inner, outer) = (Self.wrappings[inner], Self.wrappings[outer])
        let once = inner.apply(key)
        let twice = outer.apply(once)
        // An escape finds no line end to escape, and the like.
        guard twice != once else { return }
        let text = KeyText(twice)
        let codes = text.shortCodes.split(separator: " ").map(String.init)
        let pair = "\(inner.testDescription) inside \(outer.testDescription)"
        #expect(text.repairedText.map { Array($0.utf8) } == key, "\(pair): \(codes)")
        var expected = [outer.code, inner.code]
        if expected == ["base64-wrapped", "base64-wrapped"] { expected[1] = "base64-wrapped-twice" }
        // The backslashes of the inner escapes are characters, not line ends.
        if expected == ["escaped-newlines", "escaped-newlines"] { expected[0] = "escaped-characters" }
        // Once is enough for what two of a kind leave as one.
        if inner.kind == .lines || inner.kind == .beside { expected = Array(Set(expected)) }
        for code in Set(expected) {
            let count = expected.count { $0 == code }
            #expect(codes.count { $0 == code } >= count, "\(pair): \(codes)")
        }
    }
}
