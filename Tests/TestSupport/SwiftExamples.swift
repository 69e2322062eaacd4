/// The Swift that documentation shows, and the tested lines that it has to be equal to.
///
/// A test puts each example between a line `// EXAMPLE:` and a line `// :EXAMPLE`, in the order of the article.
package enum SwiftExamples {
    /// - Parameter article: from the root of the checkout, as `tests` is.
    package static func shown(in article: String) throws -> [[String]] {
        try blocks(of: article, from: "```swift", to: "```")
    }

    package static func tested(in tests: String) throws -> [[String]] {
        try blocks(of: tests, from: "// EXAMPLE:", to: "// :EXAMPLE")
    }

    private static func blocks(of file: String, from first: String, to last: String) throws -> [[String]] {
        var blocks: [[String]] = []
        var open: [String]?
        for line in try Repository.text(of: file).split(separator: "\n", omittingEmptySubsequences: false) {
            let content = line.drop { $0 == " " }
            if content == first, open == nil {
                open = []
            } else if content == last, let block = open {
                blocks.append(withoutIndentation(block))
                open = nil
            } else {
                open?.append(String(line))
            }
        }
        return blocks
    }

    private static func withoutIndentation(_ lines: [String]) -> [String] {
        let common = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
        return lines.map { String($0.dropFirst(common)) }
    }
}
