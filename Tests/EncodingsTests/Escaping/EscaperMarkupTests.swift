import Encodings
import Foundation
import TestSupport
import Testing

@Suite struct EscaperMarkupTests {
    @Test(arguments: [
        ("", ""), ("<a b='c' d=\"e\">&", "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;"), ("]]>", "]]&gt;"),
        ("&amp;", "&amp;amp;"), ("a\nb\0\u{202E}\u{FFFF}", "a\\nb\\u{0}\\u{202E}\\u{FFFF}"), ("é😀", "é😀"),
    ])
    func text(text: String, expected: String) {
        #expect(Escaper.html(text) == expected)
        #expect(Escaper.xml(text) == expected)
    }

    @Test func holdsNoMarkup() {
        for text in HostileCorpus.all {
            for shown in [Escaper.html(text), Escaper.xml(text)] {
                #expect(shown.utf8.allSatisfy { !"<>\"'".utf8.contains($0) }, "\(Array(text.utf8))")
                #expect(shown.unicodeScalars.allSatisfy { !EscaperTerminalTests.isHidden($0) })
            }
        }
    }

    @Test func htmlReadersSeeTheVisibleText() throws {
        let program = """
            import html, json, sys
            print(json.dumps([html.unescape(t) for t in json.load(sys.stdin)]))
            """
        try expectVisibleText(from: program, Escaper.html)
    }

    /// As element text and as an attribute value in both kinds of quotes.
    @Test func xmlReadersSeeTheVisibleText() throws {
        let program = """
            import json, sys
            from xml.etree import ElementTree
            def read(t):
                e = ElementTree.fromstring('<r a="%s" b=\\'%s\\'>%s</r>' % (t, t, t))
                assert e.get('a') == e.get('b') == (e.text or '') and len(e) == 0, t
                return e.text or ''
            print(json.dumps([read(t) for t in json.load(sys.stdin)]))
            """
        try expectVisibleText(from: program, Escaper.xml)
    }

    private func expectVisibleText(from program: String, _ escape: (String) -> String) throws {
        let input = try JSONSerialization.data(withJSONObject: HostileCorpus.all.map(escape))
        let output = try RealClient.python.output(["-c", program], input: input)
        let back = try #require(try JSONSerialization.jsonObject(with: output) as? [String])
        #expect(back.count == HostileCorpus.all.count)
        for (text, value) in zip(HostileCorpus.all, back) {
            #expect(value.unicodeScalars.elementsEqual(Escaper.terminal(text).unicodeScalars), "\(Array(text.utf8))")
        }
    }
}
