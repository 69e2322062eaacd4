/// What an error text looks like: literals in their order, and holes between them.
///
/// | written | stands for |
/// |---|---|
/// | `{}` | a hole: anything, on one line |
/// | `<signed\|logged>` | one of the two |
/// | `^` in front, `$` behind | the beginning, the end of the line |
///
/// Case, the kind of quotes and the width of white space make no difference. What begins with a letter or a digit is not
/// found inside a word.
package struct MessagePattern: Sendable, Hashable {
    /// Folded, none of them empty.
    let literals: [[UInt8]]
    let beginsLine: Bool
    let endsLine: Bool

    /// How much it says: of two that are found in one place, the one that says more is meant.
    var weight: Int { literals.reduce(0) { $0 + $1.count } }

    /// Whether the first byte belongs to a word, so that none may stand before it.
    var beginsWord: Bool { literals.first?.first.map(Self.isWordByte) ?? false }

    /// - Parameter byte: folded.
    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }

    /// Every pattern that `text` stands for; one without choices stands for one.
    static func all(_ text: String) -> [Self] {
        alternatives(text[...]).map { Self(plain: $0, dropsQuotes: false) }
    }

    /// The same for texts whose quotes are passed over. One that ends in a quote says too little without it.
    static func allWithoutQuotes(_ text: String) -> [Self] {
        guard let last = text.utf8.last, !"\"'`".utf8.contains(last) else { return [] }
        return alternatives(text[...]).map { Self(plain: $0, dropsQuotes: true) }
    }

    private init(plain text: String, dropsQuotes: Bool) {
        var text = text[...]
        beginsLine = text.utf8.first == UInt8(ascii: "^")
        if beginsLine { text = text.dropFirst() }
        endsLine = text.utf8.last == UInt8(ascii: "$")
        if endsLine { text = text.dropLast() }
        literals = text.split(separator: "{}").map { FoldedText.folding($0, dropsQuotes: dropsQuotes) }
            .filter { !$0.isEmpty }
    }

    /// A `<` that no list of choices follows is itself.
    private static func alternatives(_ text: Substring) -> [String] {
        guard let open = text.firstIndex(of: "<") else { return [String(text)] }
        let behind = text.index(after: open)
        let close = text[behind...].firstIndex { $0 == "<" || $0 == ">" }
        guard let close, text[close] == ">", text[behind..<close].contains("|") else {
            return alternatives(text[behind...]).map { text[..<behind] + $0 }
        }
        let choices = text[behind..<close].split(separator: "|", omittingEmptySubsequences: false)
        let tails = alternatives(text[text.index(after: close)...])
        return choices.flatMap { choice in tails.map { text[..<open] + choice + $0 } }
    }

    /// A text for each choice that it matches, with something in its holes.
    package static func samples(of text: String) -> [String] {
        alternatives(text[...]).map { sample in
            var sample = sample[...]
            if sample.utf8.first == UInt8(ascii: "^") { sample = sample.dropFirst() }
            if sample.utf8.last == UInt8(ascii: "$") { sample = sample.dropLast() }
            return sample.split(separator: "{}", omittingEmptySubsequences: false).joined(separator: "x")
        }
    }
}
