import KeyFormats
import TestSupport
import Testing

/// What people read, word for word.
struct KeyTextMessageTests {
    private static let messages: [(name: String, message: String)] = [
        ("crlf", "lines that end in CRLF, as Windows writes them at line 1, byte 27 [keytext.crlf]"),
        ("bom", "a UTF-8 byte order mark in front of the text at line 1, byte 0 [keytext.byte-order-mark]"),
        (
            "literal_backslash_n",
            #"28 line ends written as a backslash and a letter (\n) at line 1, byte 27 [keytext.escaped-newlines]"#
        ),
        ("double_quoted_multiline", "quotes around the value at line 1, byte 0 [keytext.quoted]"),
        (
            "one_line_spaces",
            "spaces where line ends belong, the one-line form in which Convex Auth stores a key at line 1, byte 0 "
                + "[keytext.spaces-for-newlines]"
        ),
        ("boundary_only", "the BEGIN line and nothing after it at line 1, byte 27 [keytext.first-line-only]"),
        (
            "missing_end",
            "a block that begins as 'PRIVATE KEY' and has no END line at line 28, byte 1674 [pem.missing-end]"
        ),
        (
            "missing_begin",
            "an END line ('PRIVATE KEY') and no BEGIN line before it at line 27, byte 1646 [pem.missing-begin]"
        ),
        (
            "line_lost",
            "the key says it has 1215 bytes, which are 1620 characters of base64; 1556 are there, 64 missing; its "
                + "numbers go wrong between lines 8 and 13 at line 8, byte 432 [keytext.lost-characters]"
        ),
        (
            "char_deleted",
            "the key says it has 1215 bytes, which are 1620 characters of base64; 1619 are there, 1 missing; a line "
                + "has 63 where the others have 64 at line 11, byte 613 [keytext.lost-characters]"
        ),
        (
            "der_truncated_2",
            "the key says it has 1215 bytes, which are 1620 characters of base64; 810 are there, 810 missing at the "
                + "end at line 14, byte 848 [keytext.lost-characters]"
        ),
        (
            "en_dashes",
            "typographic dashes where hyphens belong: an editor has replaced them at line 1, byte 0 "
                + "[keytext.typographic-dashes]"
        ),
        ("empty_file", "an empty text where a key is expected at line 1, byte 0 [keytext.empty]"),
        (
            "four_dashes_begin",
            "4 hyphens in front of BEGIN where 5 belong at line 1, byte 0 [keytext.boundary-hyphens]"
        ),
        (
            "urlsafe_alphabet",
            "a character of the URL-safe alphabet ('-' or '_') inside the key at line 2, byte 85 "
                + "[keytext.url-safe-alphabet]"
        ),
        (
            "key_then_public",
            "1 more PEM block, the first labelled 'PUBLIC KEY' at line 29, byte 1700 [keytext.several-blocks]"
        ),
    ]

    @Test(arguments: messages)
    func says(name: String, message: String) throws {
        #expect(try KeyText(KeyTextCase.bytes(name)).anomalies.map(\.description) == [message])
    }

    @Test(arguments: [
        ("JWT_PRIVATE_KEY=", "JWT_PRIVATE_KEY and an equals sign in front of the value"),
        ("export KEY=", "KEY and an equals sign in front of the value"),
        // It might be a piece of the key.
        ("MIIEvQIBADANBgkqhkiG9w0B=", "a variable's name and an equals sign in front of the value"),
    ])
    func namesAVariableOnlyWhenItCannotBeAPieceOfTheKey(prefix: String, message: String) throws {
        let text = KeyText(Array(prefix.utf8) + (try KeyTextCase.bytes("canonical")))
        #expect(text.anomalies.map(\.message) == [message])
        #expect(try text.repairedText.map { Array($0.utf8) } == KeyTextCase.bytes("canonical"))
    }

    @Test(arguments: KeyTextCase.all)
    func everyFaultHasAHintOrIsTheDERReadersOwn(_ sample: KeyTextCase) throws {
        for anomaly in KeyText(try sample.bytes()).anomalies where anomaly.code.rawValue.hasPrefix("keytext.") {
            if anomaly.severity == .irreparable { #expect(anomaly.hint != nil, "\(anomaly)") }
        }
    }

    /// No six characters of base64 in a row, with a digit among them, are both in a text and in what is said about it.
    @Test(arguments: KeyTextCase.all)
    func saysNothingOfTheKey(_ sample: KeyTextCase) throws {
        let bytes = try sample.bytes()
        let text = KeyText(bytes)
        var said = "\(text) " + text.anomalies.map { "\($0.message) \($0.hint ?? "")" }.joined(separator: " ")
        do { _ = try text.repaired() } catch { said += " \(error)" }
        dump(text, to: &said)
        let shared = bytes.keyPieces.intersection(Array(said.utf8).keyPieces)
        #expect(shared.isEmpty, "\(shared.map { String(decoding: $0, as: UTF8.self) })")
    }

    @Test func findsAPieceOfAKey() throws {
        #expect(try KeyTextCase.bytes("canonical").keyPieces.count > 500)
    }
}

extension [UInt8] {
    fileprivate var keyPieces: Set<[UInt8]> {
        guard count >= 6 else { return [] }
        let pieces = (0...count - 6).map { Array(self[$0..<$0 + 6]) }
        return Set(pieces.filter { $0.allSatisfy(\.isBase64) && $0.contains(where: \.isDigit) })
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isBase64: Bool { isDigit || (0x41...0x5A).contains(self & 0xDF) || self == 0x2B || self == 0x2F }
}
