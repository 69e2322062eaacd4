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
