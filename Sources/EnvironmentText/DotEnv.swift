import Encodings

/// Node's `dotenv` (16 and 17), through which `npx convex env set` reads files.
///
/// Its grammar is one regular expression, matched again and again over the whole text:
///
///     ^\s*(?:export\s+)?([\w.-]+)(?:\s*=\s*?|:\s+?)
///     (\s*'(?:\\'|[^'])*'|\s*"(?:\\"|[^"])*"|\s*`(?:\\`|[^`])*`|[^#\r\n]+)?
///     \s*(?:#.*)?$
///
/// This is the same by hand and in linear time. What follows from the expression, and surprises: `\s` crosses lines, so
/// that `A=` followed by a line that begins with a quote takes its value from there; an escaped quote closes when
/// nothing else does; a quote without an end is part of the value; and a line that does not match is passed over.
package enum DotEnv {
    /// Never fails, like the reader: bytes that are not UTF-8 become U+FFFD.
    package static func parse(_ bytes: Span<UInt8>) -> EnvironmentFile {
        var reader = DotEnvReader(text: NormalizedText.repairedUTF8(NormalizedText.lineFeeds(bytes)))
        return reader.read()
    }
}

private struct DotEnvReader {
    private let text: [UInt8]
    private let whitespace = Whitespace.ecmaScript
    private var lines = LineCounter()

    init(text: [UInt8]) {
        self.text = text
    }

    mutating func read() -> EnvironmentFile {
        var file = EnvironmentFile()
        var index = whitespace.skip(in: text, from: 0)
        while index < text.count {
            if let header = header(at: index) {
                let value = DotEnvValue(in: text, from: header.valueStart)
                let name = String(decoding: text[header.name], as: UTF8.self)
                file.assignments.append(
                    .init(
                        name: name, value: value.bytes, line: lines.line(at: header.name.lowerBound, in: text),
                        quoting: value.quoting, hasExport: header.hasExport))
                index = value.end
            } else if text[index] != UInt8(ascii: "#") {
                let line = lines.line(at: index, in: text)
                file.skippedLines.append(.init(line: line, reason: .notAnAssignment))
            }
            index = whitespace.skip(in: text, from: DotEnvValue.nextLine(in: text, from: index))
        }
        return file
    }

    private struct Header {
        let name: Range<Int>
        let hasExport: Bool
        let valueStart: Int
    }

    /// Name and separator; `export` is a name where no other follows.
    private func header(at index: Int) -> Header? {
        let word = Array("export".utf8)
        if text[index...].starts(with: word) {
            let end = index + word.count
            let name = whitespace.skip(in: text, from: end)
            if name > end, let header = header(nameAt: name, hasExport: true) { return header }
        }
        return header(nameAt: index, hasExport: false)
    }

    private func header(nameAt start: Int, hasExport: Bool) -> Header? {
        let end = text[start...].firstIndex { !Self.isNamePart($0) } ?? text.count
        guard end > start else { return nil }
        let separator = whitespace.skip(in: text, from: end)
        if separator < text.count, text[separator] == UInt8(ascii: "=") {
            return Header(name: start..<end, hasExport: hasExport, valueStart: separator + 1)
        }
        guard end < text.count, text[end] == UInt8(ascii: ":") else { return nil }
        let width = whitespace.width(in: text, at: end + 1)
        return width == 0 ? nil : Header(name: start..<end, hasExport: hasExport, valueStart: end + 1 + width)
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        VariableName.isPart(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
}
