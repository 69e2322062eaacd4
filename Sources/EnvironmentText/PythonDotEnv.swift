package import Encodings

/// python-dotenv 1.2.4, which Django, Flask and uvicorn use: quotes on the name too, escapes decoded in both kinds of
/// quotes, and `${NAME}` inserted everywhere, in single quotes as well.
///
/// As `dotenv_values(path)` reads: UTF-8, a byte order mark dropped, every line end a line feed. Older releases (0.21
/// is still Debian's) keep the mark, read `A= # c` as a value, and take `\'` for an escaped quote even after a
/// backslash.
package enum PythonDotEnv {
    /// - Parameter environment: the process's variables, which `${NAME}` finds when the file has not set the name.
    /// - Throws: `env.invalid-utf8`, where Python refuses the whole file, and `env.too-large` when insertions make more
    ///   than 1 MiB.
    package static func parse(
        _ bytes: Span<UInt8>, environment: [[UInt8]: [UInt8]] = [:]
    ) throws(AuthKeysError) -> EnvironmentFile {
        if let offset = UTF8Decoding.firstIllFormedOffset(in: bytes) {
            throw AuthKeysError(
                EnvironmentCode.invalidUTF8, "the file has bytes that are not UTF-8; python-dotenv refuses all of it",
                hint: "save the file as UTF-8", at: SourceLocation(byteOffset: offset))
        }
        var reader = PythonDotEnvReader(text: NormalizedText.lineFeeds(bytes))
        let file = reader.read()
        return try PythonInterpolation.resolve(file, environment)
    }
}

private struct PythonDotEnvReader {
    private struct Failure: Error {
        let reason: EnvironmentFile.SkippedLine.Reason
    }

    private let text: [UInt8]
    private let whitespace = Whitespace.python
    private var index = 0
    private var lines = LineCounter()
    private var file = EnvironmentFile()

    init(text: [UInt8]) {
        self.text = text
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    }

    mutating func read() -> EnvironmentFile {
        while true {
            index = whitespace.skip(in: text, from: index)
            guard index < text.count else { return file }
            let line = lines.line(at: index, in: text)
            do {
                try readStatement(line)
            } catch {
                file.skippedLines.append(.init(line: line, reason: error.reason))
                index = min(endOfLine(from: index) + 1, text.count)
            }
        }
    }

    private mutating func readStatement(_ line: Int) throws(Failure) {
        let hasExport = readExport()
        let name = try readName()
        skipInLine()
        var value: PythonDotEnvValue?
        if peek == UInt8(ascii: "=") {
            index += 1
            value = try readValue()
        }
        try readEndOfLine(value)
        guard let name else { return }
        let nameText = String(decoding: text[name], as: UTF8.self)
        if let value {
            file.assignments.append(
                .init(name: nameText, value: value.bytes, line: line, quoting: value.quoting, hasExport: hasExport))
        } else {
            file.bareNames.append(.init(name: nameText, line: line))
        }
    }

    private var peek: UInt8? { index < text.count ? text[index] : nil }

    private func endOfLine(from start: Int) -> Int {
        text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    }

    private mutating func skipInLine() {
        index = whitespace.skipInLine(in: text, from: index)
    }

    private mutating func readExport() -> Bool {
        let word = Array("export".utf8)
        guard text[index...].starts(with: word) else { return false }
        let next = whitespace.skipInLine(in: text, from: index + word.count)
        guard next > index + word.count else { return false }
        index = next
        return true
    }

    /// No name where a comment begins.
    private mutating func readName() throws(Failure) -> Range<Int>? {
        if peek == UInt8(ascii: "#") { return nil }
        let isQuoted = peek == UInt8(ascii: "'")
        let start = isQuoted ? index + 1 : index
        var end = start
        while end < text.count {
            if isQuoted ? text[end] == UInt8(ascii: "'") : isNameEnd(end) { break }
            end += 1
        }
        guard end > start else { throw Failure(reason: .notAnAssignment) }
        if isQuoted, end == text.count { throw Failure(reason: .unterminatedQuote) }
        index = isQuoted ? end + 1 : end
        return start..<end
    }

    private func isNameEnd(_ index: Int) -> Bool {
        text[index] == UInt8(ascii: "=") || text[index] == UInt8(ascii: "#")
            || whitespace.width(in: text, at: index) > 0
    }

    /// A '#' begins a comment only where whitespace stands between it and the '='.
    private mutating func readValue() throws(Failure) -> PythonDotEnvValue {
        let equalSignEnd = index
        skipInLine()
        if index > equalSignEnd, peek == UInt8(ascii: "#") {
            return PythonDotEnvValue(unquoted: index..<index, in: text)
        }
        guard let first = peek, first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") else {
            let end = endOfLine(from: index)
            defer { index = end }
            return PythonDotEnvValue(unquoted: index..<end, in: text)
        }
        guard let closing = PythonDotEnvValue.closingQuote(in: text, from: index) else {
            throw Failure(reason: .unterminatedQuote)
        }
        defer { index = closing + 1 }
        return PythonDotEnvValue(quoted: index + 1..<closing, in: text)
    }

    private mutating func readEndOfLine(_ value: PythonDotEnvValue?) throws(Failure) {
        skipInLine()
        if peek == UInt8(ascii: "#") { index = endOfLine(from: index) }
        guard index < text.count else { return }
        guard text[index] == UInt8(ascii: "\n") else {
            throw Failure(reason: value == nil ? .notAnAssignment : .textAfterQuote)
        }
        index += 1
    }
}
