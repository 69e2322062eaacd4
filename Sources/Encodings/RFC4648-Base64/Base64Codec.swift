/// What base64 (RFC 4648 §4) and base64url (§5) share: the same groups of six bits under two alphabets.
struct Base64Codec: Sendable {
    /// The 64 characters, by value.
    private let characters: [UInt8]
    /// The value of each byte, or ``invalid``.
    private let values: [UInt8]
    private let pads: Bool
    private let name: StaticString

    private static let invalid: UInt8 = 0xFF
    private static let padding = UInt8(ascii: "=")

    static let standard = Self(name: "base64", lastTwo: "+/", pads: true)
    static let urlSafe = Self(name: "base64url", lastTwo: "-_", pads: false)

    private init(name: StaticString, lastTwo: String, pads: Bool) {
        self.name = name
        self.pads = pads
        characters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8) + Array(lastTwo.utf8)
        var values = [UInt8](repeating: Self.invalid, count: 256)
        for (value, character) in characters.enumerated() { values[Int(character)] = UInt8(value) }
        self.values = values
    }

    func encodedCount(_ count: Int) -> Int {
        pads ? (count + 2) / 3 * 4 : (count * 4 + 2) / 3
    }

    /// - Precondition: `output` has room for ``encodedCount(_:)`` bytes.
    func encode(_ bytes: Span<UInt8>, into output: inout OutputSpan<UInt8>) {
        var index = 0
        while index + 3 <= bytes.count {
            let group = UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
            for shift: UInt32 in [18, 12, 6, 0] { output.append(characters[Int(group >> shift & 63)]) }
            index += 3
        }
        let rest = bytes.count - index
        guard rest > 0 else { return }
        let group = UInt32(bytes[index]) << 16 | (rest == 2 ? UInt32(bytes[index + 1]) << 8 : 0)
        output.append(characters[Int(group >> 18)])
        output.append(characters[Int(group >> 12 & 63)])
        if rest == 2 { output.append(characters[Int(group >> 6 & 63)]) }
        if pads { for _ in rest..<3 { output.append(Self.padding) } }
    }

    /// An upper bound: three bytes for each group of four characters, complete or not.
    func maximumDecodedCount(_ count: Int) -> Int {
        (count + 3) / 4 * 3
    }

    /// Decodes the one canonical form: whole alphabet, exact padding, unused bits zero (RFC 4648 §3.3, §3.5).
    func decode(_ text: Span<UInt8>, into output: inout OutputSpan<UInt8>) throws(AuthKeysError) {
        let count = try countWithoutPadding(text)
        guard count % 4 != 1 else {
            throw AuthKeysError(
                Base64Code.invalidLength, "\(name) of \(count) characters, a length no encoder produces",
                hint: "a character was lost or added when the text was copied; copy it again",
                at: SourceLocation(byteOffset: text.count))
        }
        var index = 0
        while index + 4 <= count {
            let first = values[Int(text[index])], second = values[Int(text[index + 1])]
            let third = values[Int(text[index + 2])], fourth = values[Int(text[index + 3])]
            guard first | second | third | fourth < 64 else { throw invalidCharacter(in: text, from: index) }
            let group = UInt32(first) << 18 | UInt32(second) << 12 | UInt32(third) << 6 | UInt32(fourth)
            output.append(UInt8(truncatingIfNeeded: group >> 16))
            output.append(UInt8(truncatingIfNeeded: group >> 8))
            output.append(UInt8(truncatingIfNeeded: group))
            index += 4
        }
        try decodeLastGroup(text, from: index, count: count - index, into: &output)
    }

    private func decodeLastGroup(
        _ text: Span<UInt8>, from index: Int, count: Int, into output: inout OutputSpan<UInt8>
    ) throws(AuthKeysError) {
        guard count > 0 else { return }
        let first = values[Int(text[index])], second = values[Int(text[index + 1])]
        let third = count == 3 ? values[Int(text[index + 2])] : 0
        guard first | second | third < 64 else { throw invalidCharacter(in: text, from: index) }
        let group = UInt32(first) << 18 | UInt32(second) << 12 | UInt32(third) << 6
        guard group & (count == 3 ? 0xFF : 0xFFFF) == 0 else {
            throw AuthKeysError(
                Base64Code.nonzeroTrailingBits, "\(name) whose last character carries bits that decode to nothing",
                hint: "the end of the text was cut or changed; copy it again",
                at: SourceLocation(byteOffset: index + count - 1))
        }
        output.append(UInt8(truncatingIfNeeded: group >> 16))
        if count == 3 { output.append(UInt8(truncatingIfNeeded: group >> 8)) }
    }

    private func countWithoutPadding(_ text: Span<UInt8>) throws(AuthKeysError) -> Int {
        guard pads else { return text.count }
        var count = text.count
        while count > 0, text[count - 1] == Self.padding { count -= 1 }
        let expected = count % 4 == 1 ? 0 : (4 - count % 4) % 4
        guard text.count - count == expected else {
            throw AuthKeysError(
                Base64Code.invalidPadding, "\(name) that ends in \(text.count - count) '=' where \(expected) belong",
                hint: "the end of the text was cut or doubled; copy it again",
                at: SourceLocation(byteOffset: count))
        }
        return count
    }

    private func invalidCharacter(in text: Span<UInt8>, from start: Int) -> AuthKeysError {
        var index = start
        while index < text.count, values[Int(text[index])] < 64 { index += 1 }
        // The byte itself is not shown: the text may be a secret, and one character of it is one too many.
        return AuthKeysError(
            Base64Code.invalidCharacter, "a character outside the \(name) alphabet",
            at: SourceLocation(byteOffset: index))
    }
}
