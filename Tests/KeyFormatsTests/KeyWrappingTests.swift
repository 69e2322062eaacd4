import KeyFormats
import TestSupport
import Testing

struct KeyWrappingTests {
    private static let names = [
        "canonical", "crlf", "double_quoted_escaped", "pkcs1", "pkcs8_encrypted_pbes2", "pkcs1_encrypted_dek",
        "spki_public", "size_4096", "der_pkcs8", "body_only",
    ]

    private static func wrap(_ style: KeyWrapping, _ bytes: [UInt8]) throws -> String {
        try style.wrap(bytes.span).withBytes { String(copyingASCII: $0) }
    }

    @Test(arguments: names, KeyWrapping.allCases)
    func wrapsOnOneLineThatIsReadBack(name: String, style: KeyWrapping) throws {
        let bytes = try KeyTextCase.bytes(name)
        let wrapped = try Self.wrap(style, bytes)
        #expect(!wrapped.utf8.contains(UInt8(ascii: "\n")))
        #expect(KeyText(wrapped).repairedText == KeyText(bytes).repairedText)
    }

    @Test func writesTheDocumentedForms() throws {
        let key = try KeyTextCase.bytes("canonical")
        let lines = String(decoding: key, as: UTF8.self).split(separator: "\n")
        #expect(try Self.wrap(.base64, key) == Base64.encode(key.span))
        #expect(try Self.wrap(.escaped, key) == lines.map { $0 + "\\n" }.joined())
        #expect(try Self.wrap(.spaces, key) == lines.joined(separator: " "))
        #expect(KeyText(try Self.wrap(.spaces, key)).layout == .oneLine)
        #expect(try Array(Self.wrap(.spaces, key).utf8) == KeyTextCase.bytes("one_line_spaces"))
    }

    @Test(arguments: KeyWrapping.allCases)
    func refusesWhatIsNoKeyInPEM(style: KeyWrapping) throws {
        #expect(codeThrown { try Self.wrap(style, KeyTextCase.bytes("jwk_json")) } == "keytext.other-format")
        #expect(codeThrown { try Self.wrap(style, KeyTextCase.bytes("line_lost")) } == "keytext.lost-characters")
        #expect(codeThrown { try Self.wrap(style, []) } == "keytext.empty")
    }
}
