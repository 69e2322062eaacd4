import Encodings
import Foundation
import TestSupport
import Testing

@Suite struct EscaperJSONTests {
    @Test(arguments: [
        ("", "\"\""), ("a/b<>&'", "\"a/b<>&'\""), ("\"\\", "\"\\\"\\\\\""), ("\n\r\t\u{8}\u{C}", "\"\\n\\r\\t\\b\\f\""),
        ("\0\u{1B}\u{7F}", "\"\\u0000\\u001B\\u007F\""), ("\u{2028}\u{202E}", "\"\\u2028\\u202E\""), ("é😀", "\"é😀\""),
        ("\u{E0041}", "\"\\uDB40\\uDC41\""),
    ])
    func literal(text: String, expected: String) {
        #expect(Escaper.json(text) == expected)
    }

    @Test func readsBackAndShowsNothingHidden() throws {
        for text in HostileCorpus.all {
            let literal = Escaper.json(text)
            let value = try JSONSerialization.jsonObject(with: Data(literal.utf8), options: .fragmentsAllowed)
            let back = try #require(value as? String)
            #expect(back.unicodeScalars.elementsEqual(text.unicodeScalars), "\(Array(text.utf8))")
            #expect(literal.unicodeScalars.allSatisfy { !EscaperTerminalTests.isHidden($0) })
        }
    }

    @Test(arguments: [
        ("", "\"\""), ("yes: [~]", "\"yes: [~]\""), ("a\nb\u{85}", "\"a\\nb\\u0085\""), ("\u{FEFF}", "\"\\uFEFF\""),
        ("😀\u{E0041}", "\"😀\u{E0041}\""), ("\"\\", "\"\\\"\\\\\""),
    ])
    func yamlScalar(text: String, expected: String) {
        #expect(Escaper.yaml(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    /// The scalar keeps to the part of YAML that is JSON, which is why Python's JSON reader can judge it. Beyond that,
    /// YAML has printable characters only, and 1.1 breaks lines at U+0085, U+2028 and U+2029.
    @Test func yamlReadsBackAsJSONAndIsPrintable() throws {
        let scalars = HostileCorpus.all.map { Escaper.yaml($0) }
        let program =
            "import json, sys; print(json.dumps([json.loads(l) for l in sys.stdin.buffer.read().split(b'\\n')]))"
        let output = try RealClient.python.output(["-c", program], input: Data(scalars.joined(separator: "\n").utf8))
        let back = try #require(try JSONSerialization.jsonObject(with: output) as? [String])
        #expect(back.count == scalars.count)
        for (text, value) in zip(HostileCorpus.all, back) {
            #expect(value.unicodeScalars.elementsEqual(text.unicodeScalars), "\(Array(text.utf8))")
        }
        for scalar in scalars.joined().unicodeScalars {
            switch scalar.value {
            case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF:
                break
            default: Issue.record("U+\(String(scalar.value, radix: 16)) is not printable in YAML")
            }
        }
    }
}
