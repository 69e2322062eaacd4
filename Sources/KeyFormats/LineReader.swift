/// Goes through a text line by line; LF, CRLF or CR ends one.
struct LineReader: Sendable {
    /// Where the next line begins, in bytes.
    private(set) var position = 0
    /// Of the line that was read last, counted from 1.
    private(set) var number = 0

    /// The next line without its end; `nil` after the last.
    mutating func next(_ text: Span<UInt8>) -> Range<Int>? {
        guard position < text.count else { return nil }
        let start = position
        while position < text.count, text[position] != 0x0A, text[position] != 0x0D { position += 1 }
        let end = position
        if position < text.count {
            let isPair = text[position] == 0x0D && position + 1 < text.count && text[position + 1] == 0x0A
            position += isPair ? 2 : 1
        }
        number += 1
        return start..<end
    }
}
