/// Lines of at most a given number of characters.
enum TextLayout {
    /// Puts `words` on lines of `width` characters; a word that is longer has a line to itself.
    static func lines(of words: [String], width: Int) -> [String] {
        var lines: [String] = []
        for word in words {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(word)
            }
        }
        return lines
    }

    static func lines(of text: String, width: Int) -> [String] {
        lines(of: text.split(separator: " ").map(String.init), width: width)
    }

    /// Indented lines of `text`.
    static func paragraph(_ text: String, indent: Int, width: Int) -> [String] {
        lines(of: text, width: max(1, width - indent)).map { spaces(indent) + $0 }
    }

    /// A label on the left and its text in a column on the right; a label too wide has its line to itself.
    static func columns(_ rows: [(label: String, text: String)], width: Int) -> [String] {
        let indent = 2
        let gap = 2
        let widest = rows.map(\.label.count).filter { $0 <= width / 3 }.max() ?? gap
        let column = indent + widest + gap
        var lines: [String] = []
        for row in rows {
            var texts = paragraph(row.text, indent: column, width: width)
            if row.label.count + indent + gap <= column, let first = texts.first {
                let padding = spaces(column - indent - row.label.count)
                texts[0] = spaces(indent) + row.label + padding + first.dropFirst(column)
            } else {
                lines.append(spaces(indent) + row.label)
            }
            lines += texts
        }
        return lines
    }

    static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
