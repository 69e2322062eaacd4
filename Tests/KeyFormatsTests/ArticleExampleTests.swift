import KeyFormats
import TestSupport
import Testing

/// The examples of the article on this module, in its order.
@Suite struct ArticleExampleTests {
    @Test func are_what_the_article_shows() throws {
        let tested = try SwiftExamples.tested(in: "Tests/KeyFormatsTests/ArticleExampleTests.swift")
        #expect(tested.count == 8)
        #expect(try SwiftExamples.shown(in: "Sources/KeyFormats/KeyFormats.docc/KeyFormats.md") == tested)
    }

    @Test func read_the_key_of_an_environment_variable() throws {
        let made = try RSAPrivateKey(keySize: .bits2048)
        let line = try made.pkcs8PEMRepresentationOnOneLine().exposeSecret()
        let environment = ["JWT_PRIVATE_KEY": String(decoding: line, as: UTF8.self)]
        // EXAMPLE:
        let value = environment["JWT_PRIVATE_KEY"] ?? ""
        let key = try RSAPrivateKey(pemRepresentation: value.utf8.span, grammar: .lax)
        // :EXAMPLE
        #expect(key.publicKey == made.publicKey)
    }

    @Test func read_a_file_in_any_form() throws {
        let made = try RSAPrivateKey(keySize: .bits2048)
        let file = try made.pkcs1PEMRepresentation().exposeSecret()
        // EXAMPLE:
        let read = try KeyReader().read(file.span)
        print("\(read.form) in \(read.encoding)")  // pkcs1 in pem
        switch read.material {
        case .privateKey(let key): print("a private key of \(key.keySizeInBits) bits")
        case .publicKey(let key): print("a public key of \(key.keySizeInBits) bits")
        }
        // :EXAMPLE
        #expect("\(read.form) in \(read.encoding)" == "pkcs1 in pem")
        #expect(read.material.publicKey == made.publicKey)
    }

    @Test func write_a_key() throws {
        // EXAMPLE:
        let key = try RSAPrivateKey(keySize: .bits2048)

        let file = try key.pkcs8PEMRepresentation()  // -----BEGIN PRIVATE KEY-----
        let variable = try key.pkcs8PEMRepresentationOnOneLine()  // the same on one line
        let published = try key.publicKey.pemRepresentation  // -----BEGIN PUBLIC KEY-----
        let older = try KeyMaterial.privateKey(key).encoded(as: .pkcs1, .der)
        // :EXAMPLE
        let text = String(decoding: file.exposeSecret(), as: UTF8.self)
        #expect(text.hasPrefix("-----BEGIN PRIVATE KEY-----\n"))
        #expect(variable.exposeSecret() == Array(text.dropLast().replacing("\n", with: " ").utf8))
        #expect(published.hasPrefix("-----BEGIN PUBLIC KEY-----\n"))
        guard case .privateKey(let der) = older else { throw Surprise() }
        #expect(try der.isEqual(to: key.pkcs1DERRepresentation()))
    }

    @Test func expose_a_secret() throws {
        let key = try RSAPrivateKey(keySize: .bits2048)
        let file = try key.pkcs8PEMRepresentation()
        // EXAMPLE:
        print(file)  // SecretBytes(1704 bytes)
        let text = String(decoding: file.exposeSecret(), as: UTF8.self)
        // :EXAMPLE
        #expect("\(file)" == "SecretBytes(\(file.count) bytes)" && file.count / 10 == 170)
        #expect(try RSAPrivateKey(pemRepresentation: text.utf8.span).publicKey == key.publicKey)
    }

    @Test func repair_what_was_pasted() throws {
        let made = try RSAPrivateKey(keySize: .bits2048)
        let pem = String(decoding: try made.pkcs8PEMRepresentation().exposeSecret(), as: UTF8.self)
        let pasted = #"JWT_PRIVATE_KEY=""# + pem.replacing("\n", with: "\\n") + "\""
        // EXAMPLE:
        let text = KeyText(reading: pasted.utf8.span)
        print("This is \(text.content).")
        for anomaly in text.anomalies { print("\(anomaly.severity): \(anomaly)") }

        let repair = try text.repaired()
        let read = try repair.text.withBytes { pem throws(AuthKeysError) in try KeyReader().read(pem) }
        // :EXAMPLE
        #expect(text.content == .pkcs8)
        #expect(!text.anomalies.isEmpty && repair.repairs.count == text.anomalies.count)
        #expect(read.material.publicKey == made.publicKey)
    }

    @Test func encrypt_and_open() throws {
        let key = try RSAPrivateKey(keySize: .bits2048)
        // EXAMPLE:
        let passphrase = SecretBytes(copying: "correct horse, battery staple".utf8.span)
        let encryption = try KeyEncryption(passphrase: passphrase)
        let sealed = try key.encryptedPKCS8PEMRepresentation(encryption)

        let opened = try sealed.withBytes { pem throws(AuthKeysError) in
            try KeyReader().read(pem, passphrase: passphrase)
        }
        if let scheme = opened.encryption { print(scheme) }  // PBES2 with AES-256-CBC and PBKDF2 of …
        // :EXAMPLE
        let scheme = try #require(opened.encryption)
        #expect("\(scheme)" == "PBES2 with AES-256-CBC and PBKDF2 of HMAC-SHA256, 600000 iterations")
        #expect(opened.material.publicKey == key.publicKey)
    }

    @Test func sign_and_verify() throws {
        let key = try RSAPrivateKey(keySize: .bits2048)
        // EXAMPLE:
        let message = Array("what is signed".utf8)
        let signature = try key.signature(for: message.span, hash: .sha256)
        let isGood = key.publicKey.isValidSignature(signature.span, for: message.span, hash: .sha256)
        // :EXAMPLE
        #expect(isGood)
    }

    @Test(arguments: [
        ("", "no key"), ("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "a certificate"),
    ])
    func tell_errors_apart(text: String, expected: String) throws {
        let file = Array(text.utf8)
        #expect(Self.verdict(file) == expected)
    }

    private static func verdict(_ file: [UInt8]) -> String {
        // EXAMPLE:
        do throws(AuthKeysError) {
            _ = try KeyReader().read(file.span)
            return "a key"
        } catch {
            print("\(error)\(error.hint.map { "; \($0)" } ?? "")")
            switch error.code {
            case "encrypted.passphrase-needed", "encrypted.wrong-passphrase": return "ask for a passphrase"
            case "key.certificate": return "a certificate"
            default: return "no key"
            }
        }
        // :EXAMPLE
    }

    private struct Surprise: Error {}
}
