extension Escaper {
    /// Text for a plain text message string of SARIF 2.1.0 (§3.11): braces doubled, so that there is no placeholder
    /// (§3.11.5), and `[`, `]` and `\` after a backslash, so that there is no embedded link (§3.11.6).
    ///
    /// Controls are shown as by ``terminal(_:)``. The result is a value still to be written as JSON.
    public static func sarif(_ text: String) -> String {
        var output = ""
        for scalar in terminal(text).unicodeScalars {
            switch scalar {
            case "{": output += "{{"
            case "}": output += "}}"
            case "[", "]", "\\":
                output += "\\"
                output.unicodeScalars.append(scalar)
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}
