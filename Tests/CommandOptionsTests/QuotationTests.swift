import CommandOptions
import Testing

@Suite struct QuotationTests {
    @Test(arguments: [
        ("", "''"),
        ("key.pem", "'key.pem'"),
        ("clé\u{301}.pem", "'clé\u{301}.pem'"),
        ("a\nb\tc\r", "'a\\nb\\tc\\r'"),
        ("\u{1B}[31mred", "'\\u{1B}[31mred'"),
        ("\u{0}\u{7F}\u{9B}", "'\\u{0}\\u{7F}\\u{9B}'"),
        ("a\u{202E}b\u{2066}", "'a\\u{202E}b\\u{2066}'"),
        ("a\u{2028}b\u{200B}", "'a\\u{2028}b\\u{200B}'"),
        (String(repeating: "k", count: 48), "'\(String(repeating: "k", count: 48))'"),
        (String(repeating: "k", count: 49), "'\(String(repeating: "k", count: 16))…'"),
        ("-----BEGIN PRIVATE KEY-----", "'-----BEGIN…'"),
        ("-----BEGIN", "'-----BEGIN'"),
        ("eyJhbGciOiJSUzI1NiJ9.e30.sig", "'eyJ…'"),
        ("prod:animal|eyJ2MiI6", "'prod:animal|eyJ…'"),
    ])
    func quotes(_ text: String, _ expected: String) {
        #expect(quoted(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }
}
