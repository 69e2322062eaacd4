import Encodings
import TestSupport
import Testing

@Suite struct EscaperGitHubTests {
    @Test(arguments: [
        ("", ""), ("https://a:1/b#c", "https://a:1/b#c"), ("::error::x", "\\u{3A}\\u{3A}error:\\u{3A}x"),
        ("a ::add-mask::b", "a :\\u{3A}add-mask:\\u{3A}b"), ("##[error]", "\\u{23}\\u{23}[error]"),
        ("x##[e]", "x#\\u{23}[e]"), (":", "\\u{3A}"), ("#", "\\u{23}"), ("a:", "a\\u{3A}"), ("#a", "\\u{23}a"),
        ("a\n::error::b", "a\\n:\\u{3A}error:\\u{3A}b"), ("a\r::x", "a\\r:\\u{3A}x"),
    ])
    func logLine(text: String, expected: String) {
        #expect(Escaper.githubLog(text) == expected)
    }

    @Test func logLineHoldsNoCommandAndCompletesNone() {
        for text in HostileCorpus.all where !text.isEmpty {
            let shown = Escaper.githubLog(text)
            for around in [shown, ":\(shown):", "#\(shown)[", "#\(shown)#["] {
                #expect(!around.utf8.contains("::") && !around.utf8.contains("##["), "\(Array(text.utf8))")
            }
            #expect(shown.unicodeScalars.allSatisfy { !EscaperTerminalTests.isHidden($0) })
            #expect(!(shown + Escaper.githubLog(text)).utf8.contains("::"), "\(Array(text.utf8))")
        }
    }

    @Test(arguments: [
        (#"{"a":1}"#, #"{"a":1}"#), (#"{"a":":","b":"::"}"#, #"{"a":":","b":":\u003A"}"#),
        (###"["##[error]x",":::"]"###, ###"["#\u0023[error]x",":\u003A:"]"###), (#"["\\::"]"#, #"["\\:\u003A"]"#),
        ("{\n  \"a\": \"b\"\n}\n", "{\n  \"a\": \"b\"\n}\n"),
    ])
    func json(text: String, expected: String) {
        #expect(String(decoding: Escaper.githubLog(json: text.utf8.span), as: UTF8.self) == expected)
    }

    @Test func jsonHoldsNoCommandAndMeansTheSame() throws {
        for text in HostileCorpus.all {
            let json = JSONValue.object([text: .array([.string(text), .string(text)])])
            let shown = Escaper.githubLog(json: json.compactJSON.utf8.span)
            let line = String(decoding: shown, as: UTF8.self)
            #expect(!line.utf8.contains("::") && !line.utf8.contains("##"), "\(Array(text.utf8))")
            let read = try JSON.parse(shown.span, limits: JSONLimits(bytes: 1 << 20, depth: 8))
            #expect(read.compactJSON == json.compactJSON)
        }
    }

    @Test(arguments: [
        ("", "", ""), ("a:b,c", "a:b,c", "a%3Ab%2Cc"), ("50%\r\n", "50%25%0D%0A", "50%25%0D%0A"),
        ("%0A", "%250A", "%250A"), ("::x", "::x", "%3A%3Ax"), ("é\u{1B}", "é\u{1B}", "é\u{1B}"),
    ])
    func commandParts(text: String, data: String, property: String) {
        #expect(Escaper.githubCommandData(text) == data)
        #expect(Escaper.githubCommandProperty(text) == property)
    }

    @Test func commandPartsAreOneLineAndDecodeToTheText() {
        for text in HostileCorpus.all {
            let data = Escaper.githubCommandData(text)
            let property = Escaper.githubCommandProperty(text)
            #expect(!data.utf8.contains(10) && !data.utf8.contains(13))
            #expect(property.utf8.allSatisfy { ![10, 13, 58, 44].contains($0) })
            #expect(Self.runnerDecodes(data, [("%0D", "\r"), ("%0A", "\n"), ("%25", "%")]) == Array(text.utf8))
            let names = [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")]
            #expect(Self.runnerDecodes(property, names) == Array(text.utf8))
        }
    }

    /// The runner replaces one name after another, the percent sign last.
    private static func runnerDecodes(_ text: String, _ names: [(String, String)]) -> [UInt8] {
        names.reduce(Array(text.utf8)) { bytes, name in
            var output: [UInt8] = []
            var index = 0
            while index < bytes.count {
                let isName = bytes[index...].starts(with: name.0.utf8)
                output += isName ? Array(name.1.utf8) : [bytes[index]]
                index += isName ? name.0.utf8.count : 1
            }
            return output
        }
    }
}

extension String.UTF8View {
    /// On bytes: as characters, "::" could hide in a grapheme.
    fileprivate func contains(_ part: String) -> Bool {
        let bytes = Array(self)
        return bytes.indices.contains { bytes[$0...].starts(with: part.utf8) }
    }
}
