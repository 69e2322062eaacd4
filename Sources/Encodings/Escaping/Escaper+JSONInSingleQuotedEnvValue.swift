extension Escaper {
    /// The same JSON value in printable ASCII without `'`, `$`, a backtick, `\\` or `\"`: those stand as `\u` escapes
    /// (RFC 8259 §7), so that ``singleQuotedEnvValue(_:)`` and double-quoting readers alike find nothing to change.
    /// Line breaks and tabs between tokens are dropped.
    ///
    /// - Parameter json: JSON text that a JSON reader has accepted.
    /// - Throws: `json.syntax` where it cannot be JSON: an open string, a control in a string, an unknown escape, or a
    ///   character between tokens that JSON does not have.
    public static func jsonInSingleQuotedEnvValue(_ json: String) throws(AuthKeysError) -> String {
        var writer = JSONEnvValueWriter()
        for scalar in json.unicodeScalars { try writer.write(scalar) }
        return try writer.finish()
    }
}

private struct JSONEnvValueWriter {
    private enum State { case token, string, escape }

    private var state = State.token
    private var output = ""
    private var offset = 0

    mutating func write(_ scalar: Unicode.Scalar) throws(AuthKeysError) {
        switch state {
        case .token: try writeToken(scalar)
        case .string: try writeInString(scalar)
        case .escape: try writeEscaped(scalar)
        }
        offset += UTF8.width(scalar)
    }

    func finish() throws(AuthKeysError) -> String {
        guard state == .token else { throw syntax("a string is still open at the end") }
        return output
    }

    private mutating func writeToken(_ scalar: Unicode.Scalar) throws(AuthKeysError) {
        switch scalar {
        case "\n", "\r", "\t": return
        case "\"": state = .string
        case " ", "{", "}", "[", "]", ":", ",", "+", "-", ".", "0"..."9", "a"..."z", "E": break
        default: throw syntax("a character stands between tokens that JSON does not have")
        }
        output.unicodeScalars.append(scalar)
    }

    private mutating func writeInString(_ scalar: Unicode.Scalar) throws(AuthKeysError) {
        switch scalar {
        case "\\":
            state = .escape
        case "\"":
            state = .token
            output.unicodeScalars.append(scalar)
        case "\0"..<" ":
            throw syntax("a control character stands unescaped in a string")
        case "'", "$", "`":
            output += Escaper.jsonEscape(scalar)
        case " "..."~":
            output.unicodeScalars.append(scalar)
        default:
            output += Escaper.jsonEscape(scalar)
        }
    }

    private mutating func writeEscaped(_ scalar: Unicode.Scalar) throws(AuthKeysError) {
        state = .string
        switch scalar {
        case "\\", "\"": output += Escaper.jsonEscape(scalar)
        case "/", "b", "f", "n", "r", "t", "u":
            output += "\\"
            output.unicodeScalars.append(scalar)
        default: throw syntax("a backslash stands before a character that JSON does not escape")
        }
    }

    private func syntax(_ found: String) -> AuthKeysError {
        AuthKeysError(
            JSONCode.syntax, "\(found); JSON is expected (RFC 8259)",
            hint: "check the text with a JSON reader, such as jq", at: SourceLocation(byteOffset: offset))
    }
}
