extension Escaper {
    /// Element text or an attribute value in double or single quotes; not for `<script>`, `<style>` or a URL.
    ///
    /// A browser shows what ``terminal(_:)`` returns: controls, line breaks and bidirectional controls are visible.
    public static func html(_ text: String) -> String {
        markup(text)
    }

    static func markup(_ text: String) -> String {
        var output = ""
        for scalar in terminal(text).unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "'": output += "&#39;"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }
}
