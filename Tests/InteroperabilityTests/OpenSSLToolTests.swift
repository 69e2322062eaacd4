import TestSupport
import Testing

/// The PEM texts as the `openssl` tool reads and writes them.
@Suite struct OpenSSLToolTests {
    @Test(arguments: KeyPairSample.all)
    func finds_the_private_key_consistent(sample: KeyPairSample) throws {
        let made = try sample.made
        for text in [made.privateKeyInLines, made.privateKeyPEM].compactMap(\.self) {
            #expect(try OpenSSLTool.output(["pkey", "-check", "-noout"], input: text) == "Key is valid\n")
        }
    }

    @Test(arguments: KeyPairSample.withPEMTexts)
    func writes_the_private_key_with_the_same_bytes(sample: KeyPairSample) throws {
        let made = try sample.made
        #expect(try OpenSSLTool.output(["pkey"], input: made.privateKeyInLines) == made.privateKeyPEM)
    }

    @Test(arguments: KeyPairSample.withPEMTexts)
    func writes_the_public_key_with_the_same_bytes(sample: KeyPairSample) throws {
        let made = try sample.made
        #expect(try OpenSSLTool.output(["pkey", "-pubout"], input: made.privateKeyInLines) == made.publicKeyPEM)
    }

    @Test(arguments: KeyPairSample.all)
    func finds_the_length_that_was_asked_for(sample: KeyPairSample) throws {
        let text = try OpenSSLTool.output(["pkey", "-text", "-noout"], input: sample.made.privateKeyInLines)
        #expect(text.hasPrefix("Private-Key: (\(sample.bits) bit, 2 primes)\n"))
        #expect(text.contains("publicExponent: 65537 (0x10001)\n"))
    }
}
