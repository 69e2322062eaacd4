import Encodings
import TestSupport
import Testing

@Suite struct EscaperTerminalTests {
    @Test(arguments: [
        ("", ""), ("plain café 日本語 😀", "plain café 日本語 😀"), ("a\nb\r\n\tc", "a\\nb\\r\\n\\tc"), ("a\\nb", "a\\nb"),
        ("\u{1B}[31m", "\\u{1B}[31m"), ("\0", "\\u{0}"), ("\u{7F}\u{80}\u{9F}\u{A0}", "\\u{7F}\\u{80}\\u{9F}\u{A0}"),
        ("\u{202E}gnp", "\\u{202E}gnp"), ("\u{2066}\u{2069}\u{200B}\u{FEFF}", "\\u{2066}\\u{2069}\\u{200B}\\u{FEFF}"),
        ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"), ("\u{E0041}", "\\u{E0041}"), ("\u{FE0F}", "\\u{FE0F}"),
        ("\u{FFFE}", "\\u{FFFE}"), ("\u{3164}", "\\u{3164}"), ("e\u{301}", "e\u{301}"), ("\u{301}e", "\\u{301}e"),
    ])
    func showsWhatATerminalWouldObeyOrHide(text: String, expected: String) {
        #expect(Escaper.terminal(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
        #expect(Escaper.terminal(bytes: text.utf8.span).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test(
        arguments: [
            ([0xFF], "\\x{FF}"), ([0x61, 0xC3], "a\\x{C3}"), ([0xC0, 0xAF], "\\x{C0}\\x{AF}"),
            ([0xED, 0xA0, 0x80], "\\x{ED}\\x{A0}\\x{80}"), ([0xE2, 0x82, 0x41], "\\x{E2}\\x{82}A"),
            ([0xF4, 0x90, 0x80, 0x80], "\\x{F4}\\x{90}\\x{80}\\x{80}"), ([0x80, 0x0A], "\\x{80}\\n"),
            ([0xE2, 0x82, 0xAC], "€"), ([0xF0, 0x9F, 0x98, 0x80], "😀"),
        ] as [([UInt8], String)])
    func showsBytesThatAreNoUTF8(bytes: [UInt8], expected: String) {
        #expect(Escaper.terminal(bytes: bytes.span) == expected)
    }

    @Test func outputHasNothingThatATerminalObeysOrHides() {
        for text in HostileCorpus.all {
            let shown = Escaper.terminal(text).unicodeScalars
            #expect(shown.allSatisfy { !Self.isHidden($0) }, "\(Array(text.utf8))")
        }
    }

    @Test func everyHiddenScalarOfUnicodeIsShownAndEveryOtherKept() {
        // Planes 4 to 13 hold no character.
        let ranges: [ClosedRange<UInt32>] = [0...0x3FFFF, 0xE0000...0xE0FFF, 0x10FFF0...0x10FFFF]
        for value in ranges.joined() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let shown = Escaper.terminal("a\(scalar)")
            if Self.isHidden(scalar) {
                #expect(shown.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(value)")
            } else if !shown.utf8.elementsEqual("a\(scalar)".utf8) {
                #expect(scalar.properties.isNoncharacterCodePoint, "\(value)")
            }
        }
    }

    /// What is asked for, written down a second time.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        let hidden: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator, .paragraphSeparator]
        return hidden.contains(scalar.properties.generalCategory) || scalar.properties.isDefaultIgnorableCodePoint
    }
}
