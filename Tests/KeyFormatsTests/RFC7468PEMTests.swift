import KeyFormats
import TestSupport
import Testing

struct RFC7468PEMTests {
    /// 51 octets: 68 characters, one line of 64 and one of 4.
    private static let canonical = """
        -----BEGIN TEST-----
        AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v
        MDEy
        -----END TEST-----

        """

    @Test func writesTheCanonicalText() {
        let contents = Array(UInt8(0)...50)
        let text = PEM.encode(contents.span, label: "TEST").withBytes { String(copyingASCII: $0) }
        #expect(text == Self.canonical)
    }

    @Test func writesTheOneLineForm() {
        let contents = Array(UInt8(0)...50)
        let text = PEM.encodeOnOneLine(contents.span, label: "TEST").withBytes { String(copyingASCII: $0) }
        #expect(text == Self.canonical.split(separator: "\n").joined(separator: " "))
    }

    @Test(arguments: 1...200)
    func roundTrips(length: Int) throws {
        let contents = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7) }
        let text = PEM.encode(contents.span, label: "A B")
        let block = try text.withBytes { try PEM.parse($0) }
        #expect(block.label == "A B")
        #expect(block.contents.isEqual(to: SecretBytes(copying: contents.span)))
    }

    private static let lines = canonical.split(separator: "\n")

    private static let layouts: [(text: String, isStrict: Bool)] = [
        (canonical, true),
        (lines.joined(separator: "\r\n") + "\r\n", true),
        (lines.joined(separator: "\r") + "\r", true),
        (lines.joined(separator: " "), false),
        (lines.joined(), false),
        (lines.joined(separator: "\n"), false),
        ("\n" + canonical, false),
        (canonical + "\n", false),
        (lines.joined(separator: "\n  ") + "\n", false),
        (lines.joined(separator: " \n") + "\n", false),
        ("-----BEGIN TEST-----\nAAEC\nAwQF\n-----END TEST-----\n", false),
        ("-----BEGIN TEST-----\n\nAAEC\n-----END TEST-----\n", false),
    ]

    @Test(arguments: layouts)
    func laxReadsEveryLayoutAndStrictReadsOne(text: String, isStrict: Bool) {
        #expect(codeThrown { try PEM.parse(text.utf8.span, grammar: .lax) } == nil)
        #expect((codeThrown { try PEM.parse(text.utf8.span, grammar: .strict) } == nil) == isStrict)
    }

    private static let refused: [(text: String, code: AuthKeysError.Code)] = [
        ("", "pem.missing-begin"), ("AAEC", "pem.missing-begin"), ("\"" + canonical + "\"", "pem.missing-begin"),
        ("\u{FEFF}" + canonical, "pem.missing-begin"), ("x\n" + canonical, "pem.missing-begin"),
        ("----BEGIN TEST----\nAAEC\n----END TEST----\n", "pem.missing-begin"),
        ("-----BEGIN TEST-----\nAAEC\n", "pem.missing-end"),
        ("-----BEGIN TEST-----\nAAEC\n-----END", "pem.missing-end"),
        ("-----BEGIN TEST-----\nAAEC\n-----END REST-----\n", "pem.label-mismatch"),
        ("-----BEGIN TEST-----\n-----END TEST-----\n", "pem.empty"),
        (canonical + canonical, "pem.trailing-content"), (canonical + "\"", "pem.trailing-content"),
        ("-----BEGIN TEST-----\nAA!C\n-----END TEST-----\n", "base64.invalid-character"),
        ("-----BEGIN TEST-----\nAA\\nC\n-----END TEST-----\n", "base64.invalid-length"),
        ("-----BEGIN TEST-----\nAAECA\n-----END TEST-----\n", "base64.invalid-length"),
        ("-----BEGIN TEST-----\nAB==\n-----END TEST-----\n", "base64.nonzero-trailing-bits"),
        ("-----BEGIN TEST-----\nProc-Type: 4,ENCRYPTED\n\nAAEC\n-----END TEST-----\n", "pem.missing-end"),
    ]

    /// Neither grammar repairs anything.
    @Test(arguments: refused)
    func refuses(text: String, code: AuthKeysError.Code) {
        #expect(codeThrown { try PEM.parse(text.utf8.span, grammar: .lax) } == code)
        #expect(codeThrown { try PEM.parse(text.utf8.span, grammar: .strict) } != nil)
    }

    private static let secret = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCh+Fg"

    /// Where a hyphen was lost, the body stands where a label does: it is not repeated.
    @Test(
        arguments: [
            ("-----BEGIN PRIVATE KEY---- \(secret) -----END PRIVATE KEY-----", "pem.label"),
            ("-----BEGIN PRIVATE KEY \(secret) -----END PRIVATE KEY-----", "pem.label"),
            ("-----BEGIN PRIVATE KEY \(secret)-----END PRIVATE KEY-----", "pem.missing-end"),
            ("-----BEGIN \(secret)-----AAEC-----END TEST-----", "pem.label-mismatch"),
            ("-----BEGIN TEST-----AAEC-----END \(secret)-----", "pem.label-mismatch"),
            ("-----BEGIN \(secret)----------END \(secret)-----", "pem.empty"),
            ("-----BEGIN \(secret)-----AAEC-----END \(secret)-----x", "pem.trailing-content"),
            ("-----BEGIN \(secret)-----AAEC-----END \(secret)-----", "pem.unexpected-label"),
        ] as [(String, AuthKeysError.Code)])
    func repeatsNothingOfAKeyInPlaceOfALabel(text: String, code: AuthKeysError.Code) {
        let error = #expect(throws: AuthKeysError.self) {
            try RSAPrivateKey(pemRepresentation: text.utf8.span, grammar: .lax)
        }
        #expect(error?.code == code)
        for shown in [error?.message, error?.hint] { #expect(shown?.contains(Self.secret.prefix(12)) != true) }
    }

    @Test(arguments: [
        ("TEST", true), ("A-B C", true), ("a", true), (" TEST", false), ("TEST ", false), ("A  B", false),
        ("A--B", false), ("-A", false), ("A-", false), ("A- B", false),
    ])
    func readsLabelsOfWords(label: String, isLabel: Bool) {
        let text = "-----BEGIN \(label)-----\nAAEC\n-----END \(label)-----\n"
        #expect((codeThrown { try PEM.parse(text.utf8.span) } == nil) == isLabel)
    }

    @Test func survivesTruncationAtEveryByte() {
        let text = Array(Self.canonical.utf8)
        for count in 0..<text.count - 1 {
            for grammar in [PEM.Grammar.strict, .lax] {
                #expect(
                    codeThrown { try PEM.parse(Array(text[..<count]).span, grammar: grammar) } != nil, "\(count) bytes")
            }
        }
    }
}
