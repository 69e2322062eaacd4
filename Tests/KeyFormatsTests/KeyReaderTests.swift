import Foundation
import KeyFormats
import TestSupport
import Testing

@Suite struct KeyReaderTests {
    private static func pem(_ label: String, _ contents: [UInt8]) -> [UInt8] {
        PEM.encode(contents.span, label: label).array
    }

    /// What each is made by, the code it is named with, and a part of the command that helps.
    private static let foreign: [(make: [[String]], code: AuthKeysError.Code, hint: String)] = [
        ([["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]], "key.not-rsa", "authkeys generate"),
        ([["genpkey", "-algorithm", "ED25519"]], "key.not-rsa", "authkeys generate"),
        ([["genpkey", "-algorithm", "X25519"]], "key.not-rsa", "authkeys generate"),
        (
            [["genpkey", "-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048"]], "key.rsa-pss",
            "authkeys generate"
        ),
        ([["ecparam", "-name", "prime256v1", "-genkey", "-noout"]], "key.not-rsa", "authkeys generate"),
        ([["genpkey", "-algorithm", "ED25519"], ["pkey", "-pubout"]], "key.not-rsa", "authkeys generate"),
        (
            [["genpkey", "-algorithm", "ED25519"], ["req", "-x509", "-new", "-key", "/dev/stdin", "-subj", "/CN=x"]],
            "key.certificate", "openssl x509"
        ),
    ]

    @Test(arguments: foreign.indices)
    func aForeignKeyIsNamed(index: Int) throws {
        let (make, code, hint) = Self.foreign[index]
        let text = try make.reduce([]) { try openssl($1, input: $0) }
        for bytes in [text, try PEM.parse(text.span).contents.array] {
            let error = #expect(throws: AuthKeysError.self) { try readKey(bytes) }
            #expect(error?.code == code)
            #expect(error?.hint?.contains(hint) == true)
        }
    }

    @Test func aPKCS12StoreIsNamed() throws {
        try withTemporaryFolder { folder in
            let key = folder.appending(path: "key.pem").path
            _ = try openssl(["genpkey", "-algorithm", "ED25519", "-out", key], input: [])
            let store = try openssl(
                ["pkcs12", "-export", "-nocerts", "-inkey", key, "-passout", "pass:x"], input: [])
            let error = #expect(throws: AuthKeysError.self) { try readKey(store) }
            #expect(error?.code == "key.pkcs12")
            #expect(error?.hint?.contains("openssl pkcs12") == true)
        }
    }

    private static let texts: [(text: String, code: AuthKeysError.Code)] = [
        ("", "key.unrecognised"), (" \r\n\t", "key.unrecognised"), ("hello", "pem.missing-begin"),
        ("{\"kty\":\"RSA\"}", "key.jwk"), ("\n {}", "key.jwk"),
        ("ssh-rsa AAAAB3NzaC1yc2E= me@example", "key.openssh"), ("ssh-ed25519 AAAA", "key.openssh"),
        ("-----BEGIN OPENSSH PRIVATE KEY-----\nAAEC\n-----END OPENSSH PRIVATE KEY-----\n", "key.openssh"),
        ("-----BEGIN DSA PRIVATE KEY-----\nAAEC\n-----END DSA PRIVATE KEY-----\n", "key.not-rsa"),
        ("-----BEGIN CERTIFICATE REQUEST-----\nAAEC\n-----END CERTIFICATE REQUEST-----\n", "pem.unexpected-label"),
        ("-----BEGIN PRIVATE KEY-----\nAAEC\n-----END PRIVATE KEY-----\n", "key.malformed"),
        ("-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----\n", "key.malformed"),
        ("-----BEGIN RSA PRIVATE KEY-----\nX-Note: a\n\nAAEC\n-----END RSA PRIVATE KEY-----\n", "pem.headers"),
        (
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAEC\n-----END RSA PRIVATE KEY-----\n",
            "encrypted.malformed"
        ),
        (
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\nAAEC\n"
                + "-----END RSA PRIVATE KEY-----\n", "encrypted.malformed"
        ),
        (
            "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAEC\n"
                + "-----END EC PRIVATE KEY-----\n", "key.not-rsa"
        ),
        (
            "-----BEGIN PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAEC\n"
                + "-----END PRIVATE KEY-----\n", "pem.headers"
        ),
        ("0\u{0}", "key.unrecognised"), ("0\u{2}\u{5}\u{0}", "key.unrecognised"), ("0\u{5}", "key.malformed"),
    ]

    @Test(arguments: texts)
    func whatIsNoKeyIsNamed(text: String, code: AuthKeysError.Code) {
        #expect(codeThrown { try readKey(Array(text.utf8), passphrase: "secret") } == code)
    }

    /// DEK-Info reaches libcrypto: whatever stands there, the answer is a code.
    @Test(arguments: [
        "", ",", "AES-128-CBC", "AES-128-CBC,", "AES-128-CBC,0011", "AES-128-CBC,zz", "NONE,00", "AES-128-CBC:00",
        "AES-128-CBC,000102030405060708090A0B0C0D0E0F00", "id-aes128-GCM,000102030405060708090A0B",
        "DES-CBC,0011223344556677",
        String(repeating: "A", count: 5000), "AES-256-XTS,000102030405060708090A0B0C0D0E0F", "%s%n", "\u{e9}",
        "AES-128-WRAP,0001020304050607", "AES-128-ECB", "ChaCha20,000102030405060708090A0B0C0D0E0F",
    ])
    func anyCipherLineIsAnswered(information: String) throws {
        let text =
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: \(information)\n\n"
            + "AAECAwQFBgcICQoLDA0ODw==\n-----END RSA PRIVATE KEY-----\n"
        let code = try #require(codeThrown { try readKey(Array(text.utf8), passphrase: "secret") })
        #expect(["encrypted.unsupported", "encrypted.wrong-passphrase", "encrypted.malformed"].contains(code))
    }

    @Test(arguments: KeyForm.allCases, KeyForm.allCases)
    func aLabelThatNamesAnotherFormIsADeviation(form: KeyForm, labelled: KeyForm) throws {
        let key = try SampleKeys.rfc7515()
        let der = try KeyMaterial.privateKey(key).encoded(as: form, .der).array
        let text = Self.pem(labelled.label, der)
        #expect(codeThrown { try readKey(text) } == (form == labelled ? nil : "pem.unexpected-label"))
        let read = try readKey(text, acceptsDeviations: true)
        #expect(read.form == form && read.material.publicKey == key.publicKey)
        #expect(read.deviations == (form == labelled ? [] : ["pem.unexpected-label"]))
    }

    @Test(arguments: KeyForm.allCases)
    func theGrammarIsForTheWholeText(form: KeyForm) throws {
        let key = try SampleKeys.rfc7515()
        let text = try KeyMaterial.privateKey(key).encoded(as: form).array
        let loose = [0x0A] + text.map { $0 == 0x0A ? 0x20 : $0 }
        #expect(codeThrown { try readKey(loose) } == "pem.missing-begin")
        #expect(try readKey(loose, grammar: .lax).material.publicKey == key.publicKey)
        #expect(codeThrown { try readKey(text + text, grammar: .lax) } == "pem.trailing-content")
    }

    @Test func encryptedPEMFollowsTheGrammarToo() throws {
        let key = try SampleKeys.rfc7515()
        let text = try openssl(
            ["rsa", "-traditional", "-aes128", "-passout", "pass:secret"], input: key.pkcs8PEMRepresentation().array)
        let windows = text.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        #expect(try readKey(windows, passphrase: "secret").material.publicKey == key.publicKey)
        let indented = [0x0A] + text + [0x0A]
        #expect(codeThrown { try readKey(indented, passphrase: "secret") } == "pem.missing-begin")
        #expect(try readKey(indented, grammar: .lax, passphrase: "secret").material.publicKey == key.publicKey)
    }
}
