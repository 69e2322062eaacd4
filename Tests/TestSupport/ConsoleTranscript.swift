/// The commands in the fenced `console` blocks of a Markdown text, with what each of them prints.
///
/// `Fixtures/transcripts/README.md` describes the form.
package struct ConsoleTranscript: Sendable {
    package struct Step: Sendable, Hashable {
        /// Of the command, counted from 1.
        package let line: Int
        package let command: String
        package let expected: TranscriptPattern
        package let exitStatus: Int32
    }

    package struct SyntaxError: Error, Hashable, CustomStringConvertible {
        package let line: Int
        package let description: String
    }

    package private(set) var steps: [Step] = []
    /// How many blocks are marked `no-run`.
    package private(set) var skippedBlocks = 0

    package init(markdown: String) throws(SyntaxError) {
        var open: (fence: Fence, line: Int, lines: [String])?
        for (index, line) in lines(of: markdown.utf8).enumerated() {
            if let block = open {
                if block.fence.isClosed(by: line) {
                    try append(block.lines, info: block.fence.info, firstLine: block.line + 1)
                    open = nil
                } else {
                    open?.lines.append(block.fence.removingIndentation(of: line))
                }
            } else if let fence = Fence(opening: line) {
                open = (fence, index + 1, [])
            }
        }
        if let open { throw SyntaxError(line: open.line, description: "the fenced block is never closed") }
    }

    private mutating func append(_ lines: [String], info: String, firstLine: Int) throws(SyntaxError) {
        switch info.split(separator: " ") {
        case ["console"]: try appendSteps(lines, firstLine: firstLine)
        case ["console", "no-run"]: skippedBlocks += 1
        case let words where words.first == "console":
            throw SyntaxError(
                line: firstLine - 1, description: "'\(info)': only 'no-run' may follow 'console'")
        default: break
        }
    }

    private mutating func appendSteps(_ lines: [String], firstLine: Int) throws(SyntaxError) {
        var index = 0
        while index < lines.count {
            let start = index
            guard lines[index].hasPrefix("$ ") else {
                throw SyntaxError(
                    line: firstLine + index, description: "a console block starts with a command, '$ …'")
            }
            while lines[index].hasSuffix("\\"), index + 1 < lines.count { index += 1 }
            let command = lines[start...index].joined(separator: "\n").dropFirst(2)
            index += 1
            let output = lines[index...].prefix { !$0.hasPrefix("$ ") }
            index += output.count
            let status = output.last.flatMap(Self.exitStatus)
            steps.append(
                Step(
                    line: firstLine + start, command: String(command),
                    expected: TranscriptPattern(lines: Array(status == nil ? output : output.dropLast())),
                    exitStatus: status ?? 0))
        }
    }

    private static func exitStatus(_ line: String) -> Int32? {
        guard line.hasPrefix("[exit status "), line.hasSuffix("]") else { return nil }
        return Int32(line.dropFirst("[exit status ".count).dropLast())
    }
}

/// The opening line of a fenced block (CommonMark §4.5).
private struct Fence {
    let indentation: Int
    let character: Character
    let length: Int
    let info: String

    init?(opening line: String) {
        let text = line.drop { $0 == " " }
        guard let first = text.first, first == "`" || first == "~" else { return nil }
        let marks = text.prefix { $0 == first }
        let info = text.dropFirst(marks.count).drop { $0 == " " }
        guard marks.count >= 3, !(first == "`" && info.contains("`")) else { return nil }
        indentation = line.count - text.count
        character = first
        length = marks.count
        self.info = String(info)
    }

    func isClosed(by line: String) -> Bool {
        let text = line.drop { $0 == " " }
        let marks = text.prefix { $0 == character }
        return marks.count >= length && text.dropFirst(marks.count).allSatisfy { $0 == " " }
    }

    func removingIndentation(of line: String) -> String {
        String(line.dropFirst(min(indentation, line.prefix { $0 == " " }.count)))
    }
}

/// Split at line feeds only: "\r\n" is one `Character`. A line feed at the end ends the last line and starts none.
func lines(of text: some Collection<UInt8>) -> [String] {
    var pieces = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if pieces.last?.isEmpty == true { pieces.removeLast() }
    return pieces.map { String(decoding: $0, as: UTF8.self) }
}
