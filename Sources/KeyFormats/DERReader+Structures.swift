package import Encodings

extension DERReader {
    /// A reader of the members of the one SEQUENCE that the bytes have to be.
    /// - Throws: a `der.…` code.
    package static func members(_ bytes: Span<UInt8>) throws(AuthKeysError) -> DERReader {
        var outer = DERReader(0..<bytes.count)
        let sequence = try outer.next(.sequence, bytes)
        try outer.requireEnd()
        return DERReader(sequence.contents)
    }

    /// A number that is not negative, in as few bytes as it takes (X.690 §8.3.2).
    /// - Returns: its big-endian bytes, without the zero in front that keeps it positive; empty for zero.
    /// - Throws: `der.encoding`, `der.unexpected-type`, `der.truncated`.
    package mutating func nextUnsigned(_ bytes: Span<UInt8>) throws(AuthKeysError) -> Range<Int> {
        let value = try next(.integer, bytes)
        let contents = value.contents
        guard !contents.isEmpty else { throw Self.failure("a number without a digit", value) }
        let first = bytes[contents.lowerBound]
        guard first < 0x80 else { throw Self.failure("a negative number", value) }
        guard first == 0 else { return contents }
        guard contents.count == 1 || bytes[contents.lowerBound + 1] >= 0x80 else {
            throw Self.failure("a number with a zero too many in front", value)
        }
        return contents.dropFirst()
    }

    /// The same as an `Int`; larger ones become `Int.max`, which every limit refuses.
    package mutating func nextCount(_ bytes: Span<UInt8>) throws(AuthKeysError) -> Int {
        let digits = try nextUnsigned(bytes)
        return digits.count >= Int.bitWidth / 8 ? .max : digits.reduce(0) { $0 << 8 | Int(bytes[$1]) }
    }

    /// A BIT STRING of whole bytes (X.690 §8.6).
    /// - Returns: where its bytes stand.
    package static func wholeBytes(
        _ contents: Range<Int>, _ bytes: Span<UInt8>
    ) throws(AuthKeysError) -> Range<Int> {
        guard let first = contents.first, bytes[first] == 0 else {
            throw AuthKeysError(
                DERCode.encoding, "a bit string that is not of whole bytes",
                at: SourceLocation(byteOffset: contents.lowerBound))
        }
        return contents.dropFirst()
    }

    private static func failure(_ message: String, _ value: DERValue) -> AuthKeysError {
        AuthKeysError(DERCode.encoding, message, at: SourceLocation(byteOffset: value.offset))
    }
}
