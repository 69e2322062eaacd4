import KeyFormats
import TestSupport
import Testing

@Suite struct RFC8018EncryptionTests {
    static let pkcs8 = ["pkcs8", "-topk8", "-passout", "pass:secret"]
    static let traditional = ["rsa", "-traditional", "-passout", "pass:secret"]

    /// Each with what ``KeyEncryptionScheme`` calls it.
    static let schemes: [(arguments: [String], scheme: String)] = [
        (
            pkcs8 + ["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA256", "-iter", "600000"],
            "PBES2 with AES-256-CBC and PBKDF2 of HMAC-SHA256, 600000 iterations"
        ),
        (
            pkcs8 + ["-v2", "aes-128-cbc", "-v2prf", "hmacWithSHA1"],
            "PBES2 with AES-128-CBC and PBKDF2 of HMAC-SHA1, 2048 iterations"
        ),
        (
            pkcs8 + ["-v2", "des3", "-v2prf", "hmacWithSHA512"],
            "PBES2 with DES-EDE3-CBC and PBKDF2 of HMAC-SHA512, 2048 iterations"
        ),
        (pkcs8 + ["-scrypt"], "PBES2 with AES-256-CBC and scrypt, N = 16384, r = 8, p = 1"),
        (
            pkcs8 + ["-scrypt", "-scrypt_N", "4096", "-scrypt_p", "3"],
            "PBES2 with AES-256-CBC and scrypt, N = 4096, r = 8, p = 3"
        ),
        (pkcs8 + ["-v1", "PBE-SHA1-3DES"], "pbeWithSHAAnd3-KeyTripleDES-CBC, 2048 iterations"),
        (
            traditional + ["-aes128"],
            "OpenSSL's old PEM encryption with AES-128-CBC and one round of MD5, which is weak"
        ),
        (traditional + ["-des3"], "OpenSSL's old PEM encryption with DES-EDE3-CBC and one round of MD5, which is weak"),
    ]

    @Test(arguments: schemes)
    func whatOpenSSLEncryptsIsRead(arguments: [String], scheme: String) throws {
        let key = try SampleKeys.rfc7515()
        let expected = try key.pkcs8DERRepresentation()
        let isTraditional = arguments[0] == "rsa"
        for encoding in isTraditional ? ["PEM"] : ["PEM", "DER"] {
            let bytes = try openssl(
                arguments + ["-outform", encoding], input: key.pkcs8PEMRepresentation().array)
            let read = try readKey(bytes, passphrase: "secret")
            #expect(read.encryption?.description == scheme)
            #expect(read.form == (isTraditional ? .pkcs1 : .pkcs8))
            #expect(read.encoding == (encoding == "PEM" ? .pem : .der))
            guard case .privateKey(let decrypted) = read.material else {
                Issue.record("a public key")
                continue
            }
            #expect(try decrypted.pkcs8DERRepresentation().isEqual(to: expected))
            for wrong in ["secres", "", "secret\n", "a passphrase that is much longer than the right one"] {
                #expect(codeThrown { try readKey(bytes, passphrase: wrong) } == "encrypted.wrong-passphrase")
            }
            #expect(codeThrown { try readKey(bytes) } == "encrypted.passphrase-needed")
            let tooLong = String(repeating: "x", count: 1025)
            #expect(codeThrown { try readKey(bytes, passphrase: tooLong) } == "encrypted.passphrase-length")
        }
    }

    /// One wrong passphrase in 256 leaves a padding that fits.
    @Test(arguments: [["rsa", "-traditional", "-aes128"], ["pkcs8", "-topk8", "-v2", "aes-128-cbc", "-iter", "1"]])
    func noWrongPassphraseOpensAKey(arguments: [String]) throws {
        let key = try SampleKeys.rfc7515()
        let bytes = try openssl(
            arguments + ["-passout", "pass:secret"], input: key.pkcs8PEMRepresentation().array)
        for number in 0..<1000 {
            #expect(codeThrown { try readKey(bytes, passphrase: "wrong \(number)") } == "encrypted.wrong-passphrase")
        }
    }

    /// Single DES, RC2 and RC4 live in OpenSSL's legacy provider, which this process has not loaded.
    @Test(arguments: [
        ["pkcs8", "-topk8", "-v1", "PBE-MD5-DES"], ["pkcs8", "-topk8", "-v1", "PBE-SHA1-RC4-128"],
        ["rsa", "-traditional", "-des"],
    ])
    func whatNeedsTheLegacyProviderIsNamedOrRead(arguments: [String]) throws {
        let key = try SampleKeys.rfc7515()
        let bytes = try openssl(
            arguments + ["-provider", "legacy", "-provider", "default", "-passout", "pass:secret"],
            input: key.pkcs8PEMRepresentation().array)
        let code = codeThrown { try readKey(bytes, passphrase: "secret") }
        #expect(code == nil || code == "encrypted.unsupported")
    }

    @Test(arguments: KeyEncoding.allCases)
    func whatIsWrittenOpenSSLReads(encoding: KeyEncoding) throws {
        let key = try SampleKeys.rfc7515()
        let encryption = try KeyEncryption(passphrase: secret("pass word\u{e9}"))
        let bytes = try KeyMaterial.privateKey(key).encoded(as: .pkcs8, encoding, encryption: encryption).array
        let format = encoding == .pem ? "PEM" : "DER"
        let plain = try openssl(
            ["pkcs8", "-inform", format, "-passin", "pass:pass word\u{e9}"], input: bytes)
        #expect(try plain == key.pkcs8PEMRepresentation().array)
        let read = try readKey(bytes, passphrase: "pass word\u{e9}")
        #expect(
            read.encryption?.description == "PBES2 with AES-256-CBC and PBKDF2 of HMAC-SHA256, 600000 iterations")
        let again = try KeyMaterial.privateKey(key).encoded(as: .pkcs8, encoding, encryption: encryption).array
        #expect(again != bytes, "the salt is random")
        let structure = try openssl(
            ["asn1parse", "-inform", format], input: bytes)
        #expect(String(decoding: structure, as: UTF8.self).contains("l=  16 prim: OCTET STRING"))
    }

    @Test(arguments: [
        (passphrase: "", iterations: 600_000, code: "encrypted.passphrase-length" as AuthKeysError.Code?),
        (String(repeating: "x", count: 1025), 600_000, "encrypted.passphrase-length"),
        ("x", 599_999, "encrypted.iterations"), ("x", 10_000_001, "encrypted.iterations"),
        ("x", Int.max, "encrypted.iterations"), ("x", -1, "encrypted.iterations"),
        ("x", 600_000, nil), (String(repeating: "x", count: 1024), 10_000_000, nil),
    ])
    func whatWouldNotProtectIsNotWritten(passphrase: String, iterations: Int, code: AuthKeysError.Code?) {
        #expect(codeThrown { try KeyEncryption(passphrase: secret(passphrase), iterations: iterations) } == code)
    }

    @Test func thePassphraseIsAskedForOnlyWhenThereIsSomethingToOpen() throws {
        let key = try SampleKeys.rfc7515()
        let plain = try key.pkcs8PEMRepresentation()
        var questions: [String] = []
        func read(_ bytes: [UInt8]) throws {
            _ = try KeyReader().read(bytes.span) { scheme in
                questions.append(scheme.description)
                return secret("secret")
            }
        }
        try read(plain.array)
        #expect(questions.isEmpty)
        try read(openssl(Self.pkcs8 + ["-v2", "aes-256-cbc"], input: plain.array))
        try read(openssl(Self.traditional + ["-aes128"], input: plain.array))
        #expect(questions.count == 2)
        let refusal = AuthKeysError(UsageCode.missingOption, "no terminal to ask on")
        let encrypted = try openssl(Self.pkcs8, input: plain.array)
        #expect(
            codeThrown { try KeyReader().read(encrypted.span) { _ throws(AuthKeysError) in throw refusal } }
                == "usage.missing-option")
    }
}
