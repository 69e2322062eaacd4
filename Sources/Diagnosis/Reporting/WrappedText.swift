/// Prose broken at spaces, so that no line is longer than it may be. A word that is too long for a line stays whole:
/// it is a path, a URL or a thumbprint, and is copied.
struct WrappedText {
    /// In columns; a scalar counts as one.
    let width: Int

    /// - Parameters:
    ///   - first: stands before the first line.
    ///   - rest: stands before each further line.
    func lines(_ text: String, first: String, rest: String) -> [String] {
        var lines: [String] = []
        var line = first
        var column = first.unicodeScalars.count
        var isStart = true
        for word in text.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false) {
            if !isStart, column + 1 + word.count > width {
                lines.append(line)
                line = rest
                column = rest.unicodeScalars.count
                isStart = true
            }
            if !isStart {
                line += " "
                column += 1
            }
            line.unicodeScalars.append(contentsOf: word)
            column += word.count
            isStart = false
        }
        return lines + [line]
    }
}
