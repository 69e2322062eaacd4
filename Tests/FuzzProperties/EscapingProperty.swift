import Encodings
import EnvironmentText

/// Hostile text changes nothing but the value: what each context reads back is what went in, and nothing in it has a
/// meaning there.
enum EscapingProperty {
    static func check(_ input: [UInt8]) throws {
        let text = String(decoding: input, as: UTF8.self)
        try checkVisibleText(text, input)
        try checkGitHub(text)
        try checkMarkup(text)
        try checkStrings(text)
        try checkShell(text)
        try checkJSONInEnvironmentValue(text)
    }

    private static func checkVisibleText(_ text: String, _ input: [UInt8]) throws {
        let shown = Escaper.terminal(text)
        try require(VisibleText.isVisible(shown), "a terminal gets visible text")
        try require(VisibleText.isVisible(Escaper.terminal(bytes: input.span)), "a terminal gets visible text")
        if text.utf8.elementsEqual(input) {
            try require(Escaper.terminal(bytes: input.span) == shown, "bytes are shown as the text that they are")
        }
    }

    private static func checkGitHub(_ text: String) throws {
        let line = Array(Escaper.githubLog(text).utf8)
        try require(VisibleText.isVisible(String(decoding: line, as: UTF8.self)), "a log gets visible text")
        let marks = [UInt8(ascii: ":"), UInt8(ascii: "#")]
        for (byte, next) in zip(line, line.dropFirst()) {
            try require(!marks.contains(byte) || byte != next, "a log has neither '::' nor '##'")
        }
        for end in [line.first, line.last] {
            try require(end.map { !marks.contains($0) } ?? true, "nothing around the text completes a command")
        }
        for (value, special) in [
            (Escaper.githubCommandData(text), "\r\n"), (Escaper.githubCommandProperty(text), "\r\n:,"),
        ] {
            try require(!value.utf8.contains { special.utf8.contains($0) }, "a command ends where it is meant to")
            try require(percentDecoded(value).elementsEqual(text.utf8), "a runner reads the text")
        }
    }

    private static func percentDecoded(_ value: String) -> [UInt8] {
        var output: [UInt8] = []
        var rest = Array(value.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"),
                let decoded = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                output.append(decoded)
                rest = rest.dropFirst(2)
            } else {
                output.append(byte)
            }
        }
        return output
    }

    private static func checkMarkup(_ text: String) throws {
        for markup in [Escaper.html(text), Escaper.xml(text)] {
            try require(!markup.utf8.contains { "<>\"'".utf8.contains($0) }, "text has no markup")
            try require(VisibleText.isVisible(markup), "a page gets visible text")
        }
    }

    private static func checkStrings(_ text: String) throws {
        // An escape takes at most twelve bytes for one scalar.
        let limits = JSONLimits(bytes: text.utf8.count * 12 + 2, depth: 1)
        for literal in [Escaper.json(text), Escaper.yaml(text)] {
            let value = try JSON.parse(literal, limits: limits)
            try require(value.string?.utf8.elementsEqual(text.utf8) ?? false, "a string is read as it is written")
        }
        try require(VisibleText.isVisible(Escaper.json(text)), "JSON shows visible text only")
        let message = Array(Escaper.sarif(text).utf8)
        try require(VisibleText.isVisible(String(decoding: message, as: UTF8.self)), "SARIF shows visible text only")
        try require(placeholderCount(message) == 0, "a message has no placeholder and no link")
    }

    /// Braces that are not doubled and brackets without a backslash.
    private static func placeholderCount(_ message: [UInt8]) -> Int {
        var count = 0
        var rest = message[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\\"): rest = rest.dropFirst()
            case UInt8(ascii: "{"), UInt8(ascii: "}"):
                if rest.first == byte { rest = rest.dropFirst() } else { count += 1 }
            case UInt8(ascii: "["), UInt8(ascii: "]"): count += 1
            default: break
            }
        }
        return count
    }

    private static func checkShell(_ text: String) throws {
        let bytes = Array(text.utf8)
        let word = try accepted(bytes.count) { () throws(AuthKeysError) in try Escaper.shellWord(text) }
        try require((word == nil) == bytes.contains(0), "any text without a NUL is a shell word")
        if let word {
            let file = try ShellAssignments.parse("A=\(word) B=1".utf8.span)
            try require(file.assignments.map(\.value) == [bytes, Array("1".utf8)], "a shell reads the same bytes")
        }
        let quoted = try accepted(bytes.count) { () throws(AuthKeysError) in try Escaper.singleQuotedEnvValue(text) }
        if let quoted {
            let file = "A=\(quoted)\nB=1\n".utf8.span
            for reading in [DotEnv.parse(file), try PythonDotEnv.parse(file), try ShellAssignments.parse(file)] {
                let values = reading.assignments.map(\.value)
                try require(values == [bytes, Array("1".utf8)], "a quoted value is read as it is written")
            }
        }
    }

    private static func checkJSONInEnvironmentValue(_ text: String) throws {
        let value = try accepted(text.utf8.count) { () throws(AuthKeysError) in
            try Escaper.jsonInSingleQuotedEnvValue(text)
        }
        var duplicates: [JSONMember] = []
        let limits = JSONLimits(bytes: text.utf8.count * 12, depth: 16)
        let json = try accepted(text.utf8.count) { () throws(AuthKeysError) in
            try JSON.parse(text.utf8.span, limits: limits, reportingDuplicatesIn: &duplicates)
        }
        if let value {
            let isPlain = value.utf8.allSatisfy { (0x20...0x7E).contains($0) && !"'$`".utf8.contains($0) }
            try require(isPlain, "a value is printable ASCII without what readers act on")
            try require(try Escaper.singleQuotedEnvValue(value) == "'\(value)'", "a value stands in single quotes")
        }
        guard let json else { return }
        guard let value else { throw FuzzViolation(description: "JSON is refused as a value") }
        let again = try JSON.parse(value.utf8.span, limits: limits, reportingDuplicatesIn: &duplicates)
        try require(again.compactJSON.utf8.elementsEqual(json.compactJSON.utf8), "a value means the same JSON")
    }
}
