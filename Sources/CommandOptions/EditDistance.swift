/// The Damerau-Levenshtein distance: how many insertions, deletions, substitutions and swaps of neighbours lie between.
package enum EditDistance {
    /// The longest word that is compared, in Unicode scalars: the time is the product of both lengths.
    package static let longestWord = 64

    /// The distance in Unicode scalars, or `nil` when either word is longer than ``longestWord``.
    package static func between(_ source: String, _ target: String) -> Int? {
        between(scalars(of: source), scalars(of: target))
    }

    static func between(_ source: [Unicode.Scalar], _ target: [Unicode.Scalar]) -> Int? {
        guard max(source.count, target.count) <= longestWord else { return nil }
        let unreachable = source.count + target.count
        // Row and column 0 stand before the first scalar of a word, and a border of `unreachable` before those.
        let width = target.count + 2
        var cells = [Int](repeating: unreachable, count: (source.count + 2) * width)
        for row in 0...source.count { cells[(row + 1) * width + 1] = row }
        for column in 0...target.count { cells[width + column + 1] = column }

        var lastRow: [Unicode.Scalar: Int] = [:]
        for (row, from) in source.enumerated() {
            var lastColumn = 0
            for (column, to) in target.enumerated() {
                let matchRow = lastRow[to, default: 0]
                let matchColumn = lastColumn
                if from == to { lastColumn = column + 1 }
                let substitution = cells[(row + 1) * width + column + 1] + (from == to ? 0 : 1)
                let insertion = cells[(row + 2) * width + column + 1] + 1
                let deletion = cells[(row + 1) * width + column + 2] + 1
                let swap =
                    cells[matchRow * width + matchColumn] + (row - matchRow) + 1 + (column - matchColumn)
                cells[(row + 2) * width + column + 2] = min(substitution, insertion, deletion, swap)
            }
            lastRow[from] = row + 1
        }
        return cells[(source.count + 1) * width + target.count + 1]
    }

    /// One more than are compared, at most, which tells that there are too many.
    private static func scalars(of word: String) -> [Unicode.Scalar] {
        Array(word.unicodeScalars.prefix(longestWord + 1))
    }
}
