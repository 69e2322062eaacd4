/// Expected output: `…` stands for any run of characters within a line, a line that is only `⋮` for any lines.
package struct TranscriptPattern: Sendable, Hashable {
    package let lines: [String]

    package init(lines: [String]) {
        self.lines = lines
    }

    package func matches(_ output: [String]) -> Bool {
        covers(lines.map { $0 == "⋮" ? nil : $0 }, output, Self.lineMatches)
    }

    private static func lineMatches(_ pattern: String, _ line: String) -> Bool {
        // Scalars, because characters compare equal when they only look the same.
        covers(pattern.unicodeScalars.map { $0 == "…" ? nil : $0 }, Array(line.unicodeScalars), ==)
    }
}

/// Whether `pattern`, in which `nil` stands for any run of elements, covers all of `elements`.
private func covers<Pattern, Element>(
    _ pattern: [Pattern?], _ elements: [Element], _ matches: (Pattern, Element) -> Bool
) -> Bool {
    var position = 0
    var index = 0
    var lastRun: (position: Int, index: Int)?
    while index < elements.count {
        if position < pattern.count, let expected = pattern[position], matches(expected, elements[index]) {
            position += 1
            index += 1
        } else if position < pattern.count, pattern[position] == nil {
            lastRun = (position, index)
            position += 1
        } else if let run = lastRun {
            // The last run takes one element more; earlier runs never need to.
            lastRun = (run.position, run.index + 1)
            position = run.position + 1
            index = run.index + 1
        } else {
            return false
        }
    }
    return pattern[position...].allSatisfy { $0 == nil }
}
