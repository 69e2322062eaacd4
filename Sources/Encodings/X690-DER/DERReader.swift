/// Reads DER (ITU-T X.690 §10) value by value, without copying it: for finding out what bytes are and where they are
/// damaged. Keys themselves are decoded by libcrypto.
package struct DERReader: Sendable {
    private var position: Int
    private let end: Int

    package init(_ range: Range<Int>) {
        position = range.lowerBound
        end = range.upperBound
    }

    package var isAtEnd: Bool { position == end }

    /// The next value, whatever its type.
    /// - Throws: `der.encoding` for a length that is not in its shortest form, an indefinite one, or a tag above 30;
    ///   `der.truncated`.
    package mutating func next(_ bytes: Span<UInt8>) throws(AuthKeysError) -> DERValue {
        let start = position
        guard position + 2 <= end else {
            throw truncated("\((end - position).counted("byte")) where a tag and a length belong")
        }
        let tag = DERValue.Tag(rawValue: bytes[position])
        guard tag.rawValue & 0x1F != 0x1F else { throw encoding("a tag of more than one byte") }
        let first = bytes[position + 1]
        position += 2
        let length = first < 0x80 ? Int(first) : try longLength(bytes, byteCount: Int(first & 0x7F))
        guard length <= end - position else {
            throw truncated("a value of \(length.counted("byte")), with \((end - position).counted("byte")) left")
        }
        position += length
        return DERValue(tag: tag, offset: start, contents: position - length..<position)
    }

    /// - Throws: `der.unexpected-type`, and what ``next(_:)`` throws.
    package mutating func next(_ tag: DERValue.Tag, _ bytes: Span<UInt8>) throws(AuthKeysError) -> DERValue {
        let value = try next(bytes)
        guard value.tag == tag else {
            throw AuthKeysError(
                DERCode.unexpectedType,
                "tag 0x\(String(value.tag.rawValue, radix: 16)) where 0x\(String(tag.rawValue, radix: 16)) belongs",
                at: SourceLocation(byteOffset: value.offset))
        }
        return value
    }

    /// The next value when it has that tag; `nil`, with nothing read, when it has another or there is none.
    package mutating func nextIfPresent(
        _ tag: DERValue.Tag, _ bytes: Span<UInt8>
    ) throws(AuthKeysError) -> DERValue? {
        guard position < end, bytes[position] == tag.rawValue else { return nil }
        return try next(bytes)
    }

    /// - Throws: `der.trailing-content`.
    package func requireEnd() throws(AuthKeysError) {
        guard isAtEnd else {
            throw AuthKeysError(
                DERCode.trailingContent, "\((end - position).counted("byte")) after the last value",
                at: SourceLocation(byteOffset: position))
        }
    }

    /// X.690 §8.1.3.5 and §10.1: as few bytes as it takes, and no more than fit here.
    private mutating func longLength(_ bytes: Span<UInt8>, byteCount: Int) throws(AuthKeysError) -> Int {
        guard byteCount > 0, byteCount <= 4 else { throw encoding("a length in \(byteCount) bytes") }
        guard byteCount <= end - position else { throw truncated("the bytes end inside a length") }
        var length = 0
        for index in position..<position + byteCount { length = length << 8 | Int(bytes[index]) }
        guard length >= 0x80, bytes[position] != 0 else { throw encoding("a length that is not in its shortest form") }
        position += byteCount
        return length
    }

    private func encoding(_ message: String) -> AuthKeysError {
        AuthKeysError(DERCode.encoding, message, at: SourceLocation(byteOffset: position))
    }

    private func truncated(_ message: String) -> AuthKeysError {
        AuthKeysError(
            DERCode.truncated, message, hint: "a part was lost when it was copied; copy it again",
            at: SourceLocation(byteOffset: position))
    }
}
