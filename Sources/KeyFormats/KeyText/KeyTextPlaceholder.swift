internal import Encodings

/// What ends up in a variable in the place of a key when a shell did not do what was expected of it.
enum KeyTextPlaceholder {
    private static let endings = [".pem", ".key", ".der", ".p8", ".json", ".jwk", ".txt"]

    static func stands(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        anomaly(text, range) != nil
    }

    static func anomaly(_ text: Span<UInt8>, _ range: Range<Int>) -> KeyText.Anomaly? {
        let range = text.trimmed(range)
        guard range.count < 4096, !range.contains(where: { text[$0].isLineEnd }) else { return nil }
        let place = text.location(range.lowerBound)
        if range.count == 1, text[range.lowerBound] == UInt8(ascii: "-") {
            return KeyText.Anomaly(
                .irreparable, KeyTextCode.dashOnly, "a single hyphen where a key is expected",
                hint: "the hyphen was stored instead of standard input: with npx convex env set, leave the value out "
                    + "(npx convex env set NAME < FILE)", at: place)
        }
        if isExpression(text, range) {
            return KeyText.Anomaly(
                .irreparable, KeyTextCode.literalExpression,
                "an expression of a workflow or a template that was stored instead of what it stands for",
                hint:
                    "GitHub replaces ${{ … }} in the workflow itself and in no script or file that a step reads: give the "
                    + "step env: with the expression, and use the variable there", at: place)
        }
        if isFirstLineOfBase64(text, range) {
            return KeyText.Anomaly(
                .irreparable, KeyTextCode.base64FirstLine,
                "the first line of a key's base64, and nothing after it",
                hint:
                    "base64 breaks its output at 76 columns, and a variable of a file ends with the line; store the key "
                    + "itself on one line: authkeys pem wrap KEY --style spaces --out FILE (where somebody decodes it: "
                    + "base64 -w0 KEY)",
                at: place)
        }
        if isCommand(text, range) {
            return KeyText.Anomaly(
                .irreparable, KeyTextCode.literalCommand,
                "a command or a variable of a shell that was stored instead of what it gives",
                hint: "quotes kept the shell from expanding it ('…' and << 'EOF' both do); expand it, or give the file "
                    + "itself: npx convex env set NAME < FILE", at: place)
        }
        if isFileName(text, range) {
            return KeyText.Anomaly(
                .irreparable, KeyTextCode.fileName, "the name of a file where the key itself is expected",
                hint: "store what is in the file", at: place)
        }
        return nil
    }

    private static func isCommand(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let (start, end) = (range.lowerBound, range.upperBound)
        let last = text[end - 1]
        if text.holds("$(", at: start, before: end) { return last == UInt8(ascii: ")") }
        if text.holds("${", at: start, before: end) { return last == UInt8(ascii: "}") }
        if text[start] == UInt8(ascii: "$"), range.count > 1 {
            return range.dropFirst().allSatisfy {
                text[$0].isASCIILetter || text[$0].isASCIIDigit || text[$0] == UInt8(ascii: "_")
            }
        }
        return text.holds("`cat ", at: start, before: end) && last == UInt8(ascii: "`")
    }

    private static func isExpression(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let (start, end) = (range.lowerBound, range.upperBound)
        return range.count > 4 && text.holds("}}", at: end - 2, before: end)
            && ["${{", "{{"].contains { text.holds($0, at: start, before: end) }
    }

    /// GNU's `base64` breaks lines at 76 characters, `openssl base64` at 64; no whole key fits in one of them.
    private static func isFirstLineOfBase64(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard (16...76).contains(range.count), KeyTextBase64.isBase64(text, range),
            let decoded = KeyTextBase64.decoded(text, range)
        else { return false }
        return decoded.withBytes { $0.holds(KeyTextBoundary.begin, at: 0, before: $0.count) }
    }

    private static func isFileName(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let (start, end) = (range.lowerBound, range.upperBound)
        guard range.allSatisfy({ (0x21...0x7E).contains(text[$0]) && !text[$0].isQuote }),
            !text.holds("-----", at: start, before: end), text[start] != UInt8(ascii: "{"),
            text.firstIndex(of: "=", in: range) == nil
        else { return false }
        return ["./", "../", "~/"].contains { text.holds($0, at: start, before: end) }
            || endings.contains { text.holds($0, at: end - $0.utf8.count, before: end) }
    }
}
