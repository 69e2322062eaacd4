/// Where a value ends, in text that the JSON reader has accepted: it says where each value begins.
enum JSONExtent {
    /// - Parameter start: where a value, or the name of a member, begins.
    /// - Returns: the offset behind it, in bytes.
    static func end(from start: Int, in text: Span<UInt8>) -> Int {
        var depth = 0
        var index = start
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "\""):
                index = endOfString(at: index, in: text)
                if depth == 0 { return index }
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                index += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return index }
                depth -= 1
                index += 1
                if depth == 0 { return index }
            case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
                if depth == 0 { return index }
                index += 1
            default: index += 1
            }
        }
        return index
    }

    private static func endOfString(at start: Int, in text: Span<UInt8>) -> Int {
        var index = start + 1
        while index < text.count, text[index] != UInt8(ascii: "\"") {
            index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, text.count)
    }
}
