import Encodings
import TestSupport
import Testing

@Suite struct EscaperSARIFTests {
    @Test(arguments: [
        ("", ""), ("{0}", "{{0}}"), ("[a](1)", "\\[a\\](1)"), ("a\\b", "a\\\\b"), ("\u{1B}", "\\\\u{{1B}}"),
        ("a\nb", "a\\\\nb"), ("é😀", "é😀"),
    ])
    func plainTextMessage(text: String, expected: String) {
        #expect(Escaper.sarif(text) == expected)
    }

    @Test func viewersSeeTheVisibleTextWithoutLinkOrPlaceholder() throws {
        for text in HostileCorpus.all {
            let back = try #require(Self.viewerReads(Escaper.sarif(text)), "\(Array(text.utf8))")
            #expect(back.unicodeScalars.elementsEqual(Escaper.terminal(text).unicodeScalars), "\(Array(text.utf8))")
        }
    }

    /// `nil` where a viewer would find a placeholder or a link.
    private static func viewerReads(_ message: String) -> String? {
        var output = String.UnicodeScalarView()
        var rest = message.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "{", "}": guard rest.popFirst() == scalar else { return nil }
            case "[", "]": return nil
            case "\\":
                guard let next = rest.popFirst(), "[]\\".unicodeScalars.contains(next) else { return nil }
                output.append(next)
                continue
            default: break
            }
            output.append(scalar)
        }
        return String(output)
    }
}
