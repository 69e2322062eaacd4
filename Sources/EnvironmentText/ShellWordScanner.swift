import Encodings

/// Words of a POSIX shell (XCU §2.2, §2.3), as far as nothing is expanded.
struct ShellWordScanner {
    private let text: [UInt8]
    private(set) var index = 0
    private var lines = LineCounter()

    init(text: [UInt8]) {
        self.text = text
    }

    mutating func line(at offset: Int) -> Int {
        lines.line(at: offset, in: text)
    }

    private var peek: UInt8? { index < text.count ? text[index] : nil }
    private var next: UInt8? { index + 1 < text.count ? text[index + 1] : nil }

    var isAtWordEnd: Bool {
        switch peek {
        case nil, UInt8(ascii: "\n"), UInt8(ascii: " "), UInt8(ascii: "\t"): true
        default: false
        }
    }

    /// Over blanks, continued lines, comments and empty lines; false at the end of the text.
    mutating func skipToStatement() -> Bool {
        while true {
            if skipToWord() { return true }
            guard index < text.count else { return false }
            index += 1
        }
    }

    /// Over blanks, continued lines and a comment; false at the end of the line.
    mutating func skipToWord() -> Bool {
        while let byte = peek {
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
                index += 1
            } else if byte == UInt8(ascii: "\\"), next == UInt8(ascii: "\n") {
                index += 2
            } else {
                break
            }
        }
        if peek == UInt8(ascii: "#") { index = text[index...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count }
        return peek != nil && peek != UInt8(ascii: "\n")
    }

    /// The word `export`, when it is one.
    mutating func takeExport() -> Bool {
        let word = Array("export".utf8)
        guard text[index...].starts(with: word) else { return false }
        let start = index
        index += word.count
        if isAtWordEnd { return true }
        index = start
        return false
    }

    mutating func takeName() -> String? {
        guard let first = peek, VariableName.isStart(first) else { return nil }
        let end = text[index...].firstIndex { !VariableName.isPart($0) } ?? text.count
        defer { index = end }
        return String(decoding: text[index..<end], as: UTF8.self)
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        index += 1
        return true
    }

    /// - Parameter isArgument: dash and bash expand patterns and braces in an argument of `export`, not in an
    ///   assignment.
    mutating func takeValue(
        isArgument: Bool
    ) throws(AuthKeysError) -> ([UInt8], EnvironmentFile.Assignment.Quoting) {
        var value: [UInt8] = []
        var quotings: [EnvironmentFile.Assignment.Quoting] = []
        while !isAtWordEnd, let byte = peek {
            let quoting = Self.quoting(of: byte)
            if quotings.last != quoting || quoting != .none { quotings.append(quoting) }
            switch byte {
            case UInt8(ascii: "'"): try takeSingleQuoted(into: &value)
            case UInt8(ascii: "\""): try takeDoubleQuoted(into: &value)
            default: try takeUnquoted(byte, isArgument: isArgument, into: &value)
            }
        }
        return (value, quotings.count > 1 ? .mixed : quotings.first ?? .none)
    }

    private static func quoting(of byte: UInt8) -> EnvironmentFile.Assignment.Quoting {
        switch byte {
        case UInt8(ascii: "'"): .single
        case UInt8(ascii: "\""): .double
        default: .none
        }
    }

    private mutating func takeSingleQuoted(into value: inout [UInt8]) throws(AuthKeysError) {
        let start = index
        index += 1
        while let byte = peek {
            index += 1
            if byte == UInt8(ascii: "'") { return }
            if byte == 0 { throw nul(at: index - 1) }
            value.append(byte)
        }
        throw failure(.syntax, "the single quote has no end", at: start)
    }

    private mutating func takeDoubleQuoted(into value: inout [UInt8]) throws(AuthKeysError) {
        let start = index
        index += 1
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return
            case UInt8(ascii: "$"), UInt8(ascii: "`"): throw expansion(of: byte)
            case 0: throw nul(at: index)
            case UInt8(ascii: "\\"): takeBackslashInDoubleQuotes(into: &value)
            default:
                value.append(byte)
                index += 1
            }
        }
        throw failure(.syntax, "the double quote has no end", at: start)
    }

    /// It escapes `$`, a backtick, `"`, `\` and a line feed, and stands for itself before the rest.
    private mutating func takeBackslashInDoubleQuotes(into value: inout [UInt8]) {
        switch next {
        case UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: "\""), UInt8(ascii: "\\"):
            value.append(text[index + 1])
            index += 2
        case UInt8(ascii: "\n"): index += 2
        default:
            value.append(UInt8(ascii: "\\"))
            index += 1
        }
    }

    private mutating func takeUnquoted(
        _ byte: UInt8, isArgument: Bool, into value: inout [UInt8]
    ) throws(AuthKeysError) {
        switch byte {
        case UInt8(ascii: "\\"):
            guard let next else { throw failure(.syntax, "a backslash stands at the end of the file", at: index) }
            if next == 0 { throw nul(at: index + 1) }
            if next != UInt8(ascii: "\n") { value.append(next) }
            index += 2
            return
        case UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"):
            throw expansion(of: byte)
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"): throw expansion(of: byte)
        case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "{"):
            if isArgument { throw expansion(of: byte) }
        case UInt8(ascii: "~"):
            if text[index - 1] == UInt8(ascii: "=") || text[index - 1] == UInt8(ascii: ":") {
                throw expansion(of: byte)
            }
        case 0: throw nul(at: index)
        default: break
        }
        value.append(byte)
        index += 1
    }

    private func expansion(of byte: UInt8) -> AuthKeysError {
        let character = String(Unicode.Scalar(byte))
        let isRun = byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`")
        return failure(
            .shellExpansion, "a shell would act on this '\(character)'; plain text is expected",
            hint: isRun ? "what a shell runs is not run here: set -a; . ./FILE; authkeys doctor" : nil, at: index)
    }

    private func nul(at offset: Int) -> AuthKeysError {
        failure(.readersDisagree, "there is a NUL, which some shells drop and others stop at", at: offset)
    }

    func failure(
        _ code: EnvironmentCode, _ message: String, hint: String? = nil, at offset: Int
    ) -> AuthKeysError {
        var lines = LineCounter()
        return AuthKeysError(
            code, message, hint: hint ?? "put the value in single quotes: NAME='value'",
            at: SourceLocation(byteOffset: offset, line: lines.line(at: offset, in: text)))
    }
}
