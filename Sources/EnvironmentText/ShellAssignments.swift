package import Encodings

/// A file that `. ./file` reads in sh, dash, bash and busybox, as long as it only assigns: `NAME=word`, several on a
/// line, `export NAME=word`, comments.
///
/// Whatever a shell would run, expand or read differently from another shell is refused, not modelled. A carriage
/// return is an ordinary character to a shell, so CRLF files give values that end in one.
package enum ShellAssignments {
    /// - Throws: `env.shell-expansion` where a shell would act, `env.syntax` where the line is no assignment or a quote
    ///   has no end, `env.readers-disagree` for a NUL.
    package static func parse(_ bytes: Span<UInt8>) throws(AuthKeysError) -> EnvironmentFile {
        var reader = ShellReader(text: bytes)
        return try reader.read()
    }
}

private struct ShellReader {
    private var scanner: ShellWordScanner
    private var file = EnvironmentFile()

    init(text bytes: Span<UInt8>) {
        var text: [UInt8] = []
        text.append(bytes)
        scanner = ShellWordScanner(text: text)
    }

    mutating func read() throws(AuthKeysError) -> EnvironmentFile {
        while scanner.skipToStatement() { try readStatement() }
        return file
    }

    private mutating func readStatement() throws(AuthKeysError) {
        let start = scanner.index
        let isExport = scanner.takeExport()
        var operands = 0
        while scanner.skipToWord() {
            try readOperand(isExport: isExport)
            operands += 1
        }
        if operands == 0 { throw scanner.failure(.shellExpansion, "'export' alone prints every variable", at: start) }
    }

    private mutating func readOperand(isExport: Bool) throws(AuthKeysError) {
        let start = scanner.index
        let line = scanner.line(at: start)
        guard let name = scanner.takeName() else {
            throw scanner.failure(.syntax, "the shell would run this as a command; NAME=value is expected", at: start)
        }
        if scanner.take(UInt8(ascii: "=")) {
            let (value, quoting) = try scanner.takeValue(isArgument: isExport)
            file.assignments.append(
                .init(name: name, value: value, line: line, quoting: quoting, hasExport: isExport))
        } else if isExport, scanner.isAtWordEnd {
            file.bareNames.append(.init(name: name, line: line))
        } else {
            throw scanner.failure(.syntax, "the shell would run this as a command; NAME=value is expected", at: start)
        }
    }
}
