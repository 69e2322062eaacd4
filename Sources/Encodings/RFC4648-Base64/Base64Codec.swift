/// What base64 (RFC 4648 §4) and base64url (§5) share: the same groups of six bits under two alphabets.
///
/// An object, because its tables would be counted one by one whenever it is used.
final class Base64Codec: Sendable {
    /// The 64 characters, by value.
    private let characters: [UInt8]
    /// The value of each byte, or ``invalid``.
    private let values: [UInt8]
    /// The values once more, for each of the four places of a group moved to its bits; ``invalidGroup`` for no character.
    private let placedValues: [UInt32]
    private let pads: Bool
    private let name: StaticString

    private static let invalid: UInt8 = 0xFF
    /// A bit above the 24 of a group.
    private static let invalidGroup: UInt32 = 1 << 31
    private static let padding = UInt8(ascii: "=")

    static let standard = Base64Codec(name: "base64", lastTwo: "+/", pads: true)
    static let urlSafe = Base64Codec(name: "base64url", lastTwo: "-_", pads: false)

    private init(name: StaticString, lastTwo: String, pads: Bool) {
        self.name = name
        self.pads = pads
        characters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8) + Array(lastTwo.utf8)
        var values = [UInt8](repeating: Self.invalid, count: 256)
        for (value, character) in characters.enumerated() { values[Int(character)] = UInt8(value) }
        self.values = values
        placedValues = [18, 12, 6, 0].flatMap { (shift: UInt32) in
            values.map { $0 == Self.invalid ? Self.invalidGroup : UInt32($0) << shift }
        }
    }

    func encodedCount(_ count: Int) -> Int {
        pads ? (count + 2) / 3 * 4 : (count * 4 + 2) / 3
    }

    /// - Precondition: `output` has room for ``encodedCount(_:)`` bytes.
    func encode(_ bytes: Span<UInt8>, into output: inout OutputSpan<UInt8>) {
        let index = bytes.count / 3 * 3
        encodeGroups(bytes, count: bytes.count / 3, into: &output)
        let rest = bytes.count - index
        guard rest > 0 else { return }
        let group = UInt32(bytes[index]) << 16 | (rest == 2 ? UInt32(bytes[index + 1]) << 8 : 0)
        output.append(characters[Int(group >> 18)])
        output.append(characters[Int(group >> 12 & 63)])
        if rest == 2 { output.append(characters[Int(group >> 6 & 63)]) }
        if pads { for _ in rest..<3 { output.append(Self.padding) } }
    }

    /// Unsafe, as ``decodeGroups(_:count:into:)`` is.
    private func encodeGroups(_ bytes: Span<UInt8>, count: Int, into output: inout OutputSpan<UInt8>) {
        precondition(count * 3 <= bytes.count && count * 4 <= output.freeCapacity)
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe output.withUnsafeMutableBufferPointer { output, written in
                unsafe characters.withUnsafeBufferPointer { characters in
                    var (read, write) = (0, written)
                    let end = count &* 3
                    while read < end {
                        let (first, second) = unsafe (bytes[read], bytes[read &+ 1])
                        let third = unsafe bytes[read &+ 2]
                        unsafe output[write] = characters[Int(first &>> 2)]
                        unsafe output[write &+ 1] = characters[Int((first &<< 4 | second &>> 4) & 63)]
                        unsafe output[write &+ 2] = characters[Int((second &<< 2 | third &>> 6) & 63)]
                        unsafe output[write &+ 3] = characters[Int(third & 63)]
                        read &+= 3
                        write &+= 4
                    }
                    written = write
                }
            }
        }
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
        let groups = decodeGroups(text, count: count / 4, into: &output)
        guard groups == count / 4 else { throw invalidCharacter(in: text, from: groups * 4) }
        let index = groups * 4
        try decodeLastGroup(text, from: index, count: count - index, into: &output)
    }

    /// Decodes whole groups until one has a character that is none of the alphabet; the number of those decoded.
    ///
    /// Unsafe, because it is where a verifier spends most of its time beside the RSA operation: a signature is 342
    /// characters.
    private func decodeGroups(_ text: Span<UInt8>, count: Int, into output: inout OutputSpan<UInt8>) -> Int {
        precondition(count * 4 <= text.count && count * 3 <= output.freeCapacity)
        return unsafe text.withUnsafeBytes { text in
            unsafe output.withUnsafeMutableBufferPointer { output, written in
                unsafe placedValues.withUnsafeBufferPointer { values in
                    let output = UnsafeMutableRawBufferPointer(output)
                    var (read, write) = (0, written)
                    let end = count &* 4
                    while read < end {
                        let four = unsafe UInt32(
                            littleEndian: text.loadUnaligned(fromByteOffset: read, as: UInt32.self))
                        let bits =
                            unsafe values[Int(four & 0xFF)] | values[256 &+ Int(four &>> 8 & 0xFF)]
                            | values[512 &+ Int(four &>> 16 & 0xFF)] | values[768 &+ Int(four &>> 24)]
                        guard bits < Self.invalidGroup else { break }
                        unsafe output[write] = UInt8(truncatingIfNeeded: bits &>> 16)
                        unsafe output[write &+ 1] = UInt8(truncatingIfNeeded: bits &>> 8)
                        unsafe output[write &+ 2] = UInt8(truncatingIfNeeded: bits)
                        read &+= 4
                        write &+= 3
                    }
                    written = write
                    return read / 4
                }
            }
        }
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
