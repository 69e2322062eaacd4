import CryptoOpenSSL
import KeyStrength
import TestSupport
import Testing

struct PublishedKeyTests {
    @Test(arguments: [
        ("rfc7515-a2.jwk.json", "RFC 7515, A.2"),
        ("rfc7638-3.1.jwk.json", "RFC 7517, A.1"),
    ])
    func a_key_of_an_RFC_is_found_and_named(file: String, place: String) throws {
        let text = try Repository.text(of: "Fixtures/keys/\(file)")
        let members = try JSON.parse(text, limits: JSONLimits(bytes: 1 << 16, depth: 2))
        let n = try Base64URL.decode(members["n"]?.string ?? "")
        let findings = try RSAKeyStrength.weaknesses(n: n, e: [1, 0, 1])
        #expect(findings.codes == ["weak.published"])
        #expect(findings.first?.severity == .error)
        #expect(findings.first?.message == "the private key is published in \(place)")
        #expect(try RSAKeyStrength.weaknesses(n: [0] + n, e: [1, 0, 1]).codes == ["weak.published"])
    }

    @Test func neighbours_of_a_published_modulus_are_not_found() throws {
        let published = try exampleKey().publicKey.n
        let n = try BigNumber(bigEndian: published.span)
        for offset: UInt in [2, 4, 6] {
            let codes = try RSAKeyStrength.weaknesses(n: (n + BigNumber(offset)).bigEndianBytes, e: [1, 0, 1]).codes
            #expect(!codes.contains("weak.published"))
        }
    }
}
