import AuthKeysJOSE
import Consumers
import TestSupport
import Testing

/// Which texts of a private key Convex Auth reads, and what a function of the deployment throws for the others.
struct PrivateKeyTextTests {
    private static let pem = (try? Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem")) ?? ""
    private static let pkcs1 = (try? Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs1.pem")) ?? ""
    private static let notPKCS8 = #"TypeError: "pkcs8" must be PKCS#8 formatted string"#
    private static let line = pem.split(separator: "\n").joined(separator: " ")
    private static let atob = "InvalidCharacterError: Failed to execute 'atob': "
    /// An EC key (RFC 5915) of the curve P-256, made for this test and used nowhere.
    private static let ec = """
        -----BEGIN PRIVATE KEY-----
        MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAlAgEBBCABAQEBAQEBAQEBAQEB
        AQEBAQEBAQEBAQEBAQEBAQEBAQ==
        -----END PRIVATE KEY-----
        """

    @Test(
        arguments: [
            (pem, nil), (line, nil), (line + " \n", nil), (pem.replacing("\n", with: "\r\n"), nil),
            (pem.replacing("\n", with: ""), nil),
            ("", notPKCS8), (" " + pem, notPKCS8), ("\n" + pem, notPKCS8), ("\u{FEFF}" + pem, notPKCS8),
            ("\"" + line + "\"", notPKCS8), (pkcs1, notPKCS8), ("$(cat jwt_private_key.pem)", notPKCS8),
            (pem.replacing("\n", with: "\\n"), atob + "Invalid byte 92, offset 0."),
            (line + "\"", atob + "Invalid byte 34, offset 1624."),
            (pkcs1.replacing("RSA PRIVATE", with: "PRIVATE"), "DataError: invalid RSA PrivateKeyInfo"),
            (String(pem.prefix(28)), "DataError: invalid RSA PrivateKeyInfo"),
            (String(line.dropLast(59)), "DataError: invalid RSA PrivateKeyInfo"),
            (ec, "DataError: PrivateKeyInfo algorithm is not rsaEncryption"),
        ] as [(String, String?)])
    func convexAuthReads(text: String, message: String?) {
        #expect(Profile.convexAuth.accepts(privateKeyText: text.utf8.span).message == message)
        #expect(Profile.convexOIDC.accepts(privateKeyText: text.utf8.span).message == message)
    }

    @Test func shortKeysAreReadAndNotSignedWith() throws {
        let text = try Repository.text(of: "Fixtures/weakkeys/keys/size_1024.pem")
        for profile in [Profile.convexAuth, .jose] {
            let verdict = profile.accepts(privateKeyText: text.utf8.span)
            #expect(verdict.message == "TypeError: RS256 requires key modulusLength to be 2048 bits or larger")
            #expect(verdict.code == "key.size")
        }
        #expect(Profile.generic.accepts(privateKeyText: text.utf8.span).code == "key.size")
    }

    @Test func aValueOverTheLimitIsNotStored() {
        let padded = Self.line + String(repeating: " ", count: 8193 - Self.line.utf8.count)
        let verdict = Profile.convexAuth.accepts(privateKeyText: padded.utf8.span)
        #expect(
            verdict.message
                == "EnvironmentVariableValueTooLarge: The environment variable value is 8193 bytes, which is too large. "
                + "(max size: 8192")
        #expect(verdict.code == "consumer.value-too-large")
        #expect(Profile.jose.accepts(privateKeyText: padded.utf8.span).accepted)
    }

    @Test func noTextOfTheKeyIsInAnAnswer() {
        for damage in ["\\n", "!", "-----", "\u{0}"] {
            for profile in Profile.all {
                let text = Self.pem.replacing("\n", with: damage)
                let refusal = profile.accepts(privateKeyText: text.utf8.span).refusal
                let said = (refusal?.message ?? "") + (refusal?.cause ?? "")
                #expect(!said.contains("MII"), "\(profile.name): \(said)")
            }
        }
    }
}
