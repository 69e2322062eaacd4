internal import Encodings

/// Small questions about DER (X.690 §10) whose end may be missing.
enum KeyTextDER {
    static let sequence: UInt8 = 0x30

    /// The tag and the length of the value at `position`; `nil` when that is no header of DER.
    static func header(_ bytes: Span<UInt8>, at position: Int) -> (tag: UInt8, headerLength: Int, length: Int)? {
        guard position + 2 <= bytes.count else { return nil }
        let (tag, first) = (bytes[position], bytes[position + 1])
        guard first >= 0x80 else { return (tag, 2, Int(first)) }
        let lengthBytes = Int(first & 0x7F)
        guard (1...4).contains(lengthBytes), position + 2 + lengthBytes <= bytes.count else { return nil }
        var length = 0
        for index in position + 2..<position + 2 + lengthBytes { length = length << 8 | Int(bytes[index]) }
        return (tag, 2 + lengthBytes, length)
    }

    /// The length that an outer SEQUENCE gives itself, with its header, in bytes.
    static func announcedCount(_ bytes: Span<UInt8>) -> Int? {
        guard let header = header(bytes, at: 0), header.tag == sequence else { return nil }
        return header.headerLength + header.length
    }

    /// Whether bytes that stand where a text was expected are DER: no text begins with a SEQUENCE of more than 127
    /// bytes, and a shorter one has to end where the bytes do.
    static func isLikely(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count >= 2, bytes[0] == sequence else { return false }
        return (0x81...0x84).contains(bytes[1]) || announcedCount(bytes) == bytes.count
    }
}
