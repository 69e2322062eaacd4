/// An import declaration, whatever its access level and attributes. The formatter keeps each on a line of its own.
struct ImportLine {
    let number: Int
    let module: String

    static func all(in text: String) -> [ImportLine] {
        let declaration =
            /\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?(?:@\w+(?:\([^)]*\))?\s+)*import\s+(?:(?:typealias|struct|class|enum|protocol|let|var|func|actor)\s+)?`?(?<module>\w+).*/
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            guard let match = line.wholeMatch(of: declaration) else { return nil }
            return ImportLine(number: index + 1, module: String(match.module))
        }
    }
}
