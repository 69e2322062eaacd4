import Encodings

/// The first thing that readers written in a scripting language do to a file.
enum NormalizedText {
    /// CR LF and a single CR become LF.
    static func lineFeeds(_ bytes: Span<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for index in bytes.indices {
            if bytes[index] == UInt8(ascii: "\n"), index > 0, bytes[index - 1] == UInt8(ascii: "\r") { continue }
            text.append(bytes[index] == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : bytes[index])
        }
        return text
    }

    /// U+FFFD for each maximal subpart that is no UTF-8, as in WHATWG's decoder.
    static func repairedUTF8(_ bytes: [UInt8]) -> [UInt8] {
        let span = bytes.span
        guard var offset = UTF8Decoding.firstIllFormedOffset(in: span) else { return bytes }
        var text = Array(bytes[..<offset])
        while offset < bytes.count {
            let (scalar, width) = UTF8Decoding.decode(span, at: offset)
            text += scalar == nil ? [0xEF, 0xBF, 0xBD] : bytes[offset..<offset + width]
            offset += width
        }
        return text
    }
}
