/// Turns offsets that only grow into line numbers, in linear time.
struct LineCounter {
    private var line = 1
    private var offset = 0

    /// The line of `offset`, counted from 1. An offset before an earlier one gives the line of that one.
    mutating func line(at target: Int, in text: [UInt8]) -> Int {
        while offset < min(target, text.count) {
            if text[offset] == UInt8(ascii: "\n") { line += 1 }
            offset += 1
        }
        return line
    }
}
