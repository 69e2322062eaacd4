import TestSupport
import Testing

/// The file of values as its readers see it: the same bytes everywhere.
@Suite struct ValueReaderTests {
    @Test(arguments: ValueReader.ofDotenv, ValueReader.samples(of: .dotenv))
    func finds_the_two_values_and_nothing_else(reader: ValueReader, sample: KeyPairSample) throws {
        let made = try sample.made
        #expect(
            try reader.values(of: sample)
                == ["JWT_PRIVATE_KEY": Array(made.privateKey.utf8), "JWKS": Array(made.jwks.utf8)])
    }

    @Test(arguments: ValueReader.ofJSON, ValueReader.samples(of: .json))
    func finds_values_that_agree_with_the_other_members(reader: ValueReader, sample: KeyPairSample) throws {
        let made = try sample.made
        let values = try reader.values(of: sample).mapValues { String(decoding: $0, as: UTF8.self) }
        #expect(
            values.keys.sorted() == [
                "JWKS", "JWT_PRIVATE_KEY", "bits", "jwks", "kid", "privateKey", "profile", "publicKey", "schema",
            ])
        #expect(values["privateKey"] == made.privateKeyInLines)
        #expect(values["JWT_PRIVATE_KEY"] == made.privateKey)
        #expect(values["JWKS"] == made.jwks)
        #expect(values["jwks"] == made.jwks)
        #expect(values["publicKey"] == made.publicKeyPEM)
        #expect(values["kid"] == (try made.keyID))
        #expect(values["bits"] == "\(sample.bits)")
        #expect(values["profile"] == sample.profile)
        #expect(values["schema"] == "authkeys.generate/1")
    }

    /// `privateKey.trimEnd().replace(/\n/g, " ")`, as Convex Auth's own script makes the value.
    @Test(arguments: KeyPairSample.withPEMTexts)
    func the_value_is_the_PEM_on_one_line(sample: KeyPairSample) throws {
        let made = try sample.made
        let pem = try #require(made.privateKeyPEM)
        #expect(pem.hasSuffix("-----\n") && pem == made.privateKeyInLines)
        #expect(made.privateKey == pem.dropLast().replacing("\n", with: " "))
        if let file = made.jwksFile { #expect(file == made.jwks + "\n") }
    }
}
