import AuthKeysJOSE
import Deployment
import Testing

@Suite struct EmittedIssuerTests {
    @Test(arguments: [
        "", "example.com", "ftp://example.com", "https://example.com/", "https://example.com/a/",
        "https://example.com?a",
        "https://example.com#a", "https://user@example.com", "https://a b", "https://example.com\n",
        "https://é.example",
        "https://a\"b", "https://{a}",
    ])
    func what_no_verifier_could_follow_is_refused(text: String) {
        #expect(throws: AuthKeysError(NetworkCode.url, "")) { _ = try Issuer(text) }
    }

    @Test(
        arguments: [
            ("https://example.com", 0), ("https://example.com:3211/a", 0), ("http://127.0.0.1:3211", 0),
            ("https://example.com:3210", 1), ("http://localhost:3000", 1), ("http://localhost:3210", 2),
        ] as [(String, Int)])
    func what_is_probably_a_mistake_is_doubted(text: String, doubts: Int) throws {
        #expect(try Issuer(text).doubts.count == doubts)
    }
}
