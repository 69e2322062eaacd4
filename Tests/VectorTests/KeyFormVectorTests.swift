import Foundation
import KeyFormats
import TestSupport
import Testing

struct KeyFormVectorTests {
    private static func array(_ bytes: some ByteSource) -> [UInt8] {
        bytes.withBytes { bytes in bytes.indices.map { bytes[$0] } }
    }

    private static func read(
        _ bytes: [UInt8], acceptsDeviations: Bool = false, passphrase: String? = nil
    ) throws -> ReadKey {
        let secret = passphrase.map { SecretBytes(copying: $0.utf8.span) }
        return try KeyReader(acceptsDeviations: acceptsDeviations).read(bytes.span) { _ in secret }
    }

    private static func keyText(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: Vectors.folder.appending(path: "keytext/files/\(name).pem")))
    }

    private static func encodings(_ read: ReadKey) throws -> [[UInt8]] {
        [array(try read.material.encoded(as: .pkcs1)), array(try read.material.encoded(as: .pkcs8, .der))]
    }

    @Test func wycheproofKeysConvertByteForByte() throws {
        var count = 0
        for vector in try Vectors.lines("wycheproof/rs256_sign.jsonl") {
            let pkcs8 = vector.bytes(hex: "pkcs8_hex")
            // The file leaves the final line feed out.
            let pkcs1 = Array((vector.text("pkcs1_pem").trimmingCharacters(in: .newlines) + "\n").utf8)
            for source in [pkcs1, pkcs8] {
                #expect(try Self.encodings(Self.read(source)) == [pkcs1, pkcs8], "\(vector.text("id"))")
            }
            count += 1
        }
        #expect(count == 44)
    }

    @Test func rfcKeysConvertByteForByte() throws {
        var count = 0
        for vector in try Vectors.array("rfc/rs256_rfc.json") where vector["pkcs1_pem"] != nil {
            let (pkcs1, pkcs8) = (vector.text("pkcs1_pem"), vector.text("pkcs8_pem"))
            for source in [pkcs1, pkcs8] {
                let material = try Self.read(Array(source.utf8)).material
                #expect(try Self.array(material.encoded(as: .pkcs1)) == Array(pkcs1.utf8), "\(vector.text("name"))")
                #expect(try Self.array(material.encoded(as: .pkcs8)) == Array(pkcs8.utf8), "\(vector.text("name"))")
                #expect(try Self.array(material.encoded(as: .spki)) == Array(vector.text("spki_pem").utf8))
            }
            count += 1
        }
        #expect(count > 0)
    }

    /// The code of a strict reading; `nil` where the key is read. `accept-warn` of these files is about what a strict
    /// reading refuses and a tolerant one reports, or about numbers that later checks judge.
    static let verdicts: [(name: String, code: AuthKeysError.Code?)] = [
        ("der_trailing_byte", "key.non-canonical"), ("der_trailing_16", "key.non-canonical"),
        ("der_seq_extra_field", "key.non-canonical"), ("der_alg_no_params", "pkcs8.missing-parameters"),
        ("der_alg_oid_ec", "key.not-rsa"), ("der_alg_oid_sha256rsa", "key.not-rsa"),
        ("der_v_minus1", "key.non-canonical"), ("der_attributes", nil),
        ("der_attributes_empty", "pkcs8.empty-attributes"), ("der_set_outer", "key.malformed"),
        ("der_truncated_0", "key.malformed"), ("der_truncated_1", "key.malformed"),
        ("der_truncated_2", "key.malformed"), ("der_truncated_3", "key.malformed"),
        ("attributes_padded", nil), ("headers_proc_type", "pem.headers"),
        // Numbers: those that are public are judged here, the private ones where their agreement is checked.
        ("num_d_lambda", nil), ("num_d_wrong", nil), ("num_d_zero", nil), ("num_d_too_big", nil), ("num_n_wrong", nil),
        ("num_n_even", "key.modulus"), ("num_e_one", "key.exponent"), ("num_e_even", "key.exponent"),
        ("num_e_zero", "key.exponent"), ("num_e_negative", "key.non-canonical"), ("size_1024", nil),
        ("size_1536", nil), ("size_3072", nil), ("size_4096", nil), ("size_8192", nil), ("e_3", nil),
        ("multi_prime_openssl", "key.multi-prime"),
        // Other forms and kinds.
        ("pkcs1", nil), ("pkcs1_one_line", "pem.layout"), ("pkcs8_encrypted_pbes2", "encrypted.passphrase-needed"),
        ("pkcs1_encrypted_dek", "encrypted.passphrase-needed"), ("spki_public", nil), ("pkcs1_public", nil),
        ("ec_pkcs8", "key.not-rsa"), ("ec_sec1", "key.not-rsa"), ("ed25519_pkcs8", "key.not-rsa"),
        ("openssh_rsa", "key.openssh"), ("der_pkcs8", nil), ("der_pkcs1", nil), ("jwk_json", "key.jwk"),
        ("certificate_only", "key.certificate"),
    ]

    @Test(arguments: verdicts)
    func keyTextHasTheExpectedVerdict(name: String, code: AuthKeysError.Code?) throws {
        let bytes = try Self.keyText(name)
        #expect(codeThrown { try Self.read(bytes) } == code)
        guard code == nil, case .privateKey(let key) = try Self.read(bytes).material else { return }
        // Whatever is read can be judged.
        let numbers = try key.numbers()
        #expect(numbers.n == key.publicKey.n)
        #expect(
            try Self.array(RSAPrivateKey(numbers: numbers).pkcs1DERRepresentation())
                == Self.array(key.pkcs1DERRepresentation()))
    }

    @Test func everyKeyTextOfTheseKindsHasAVerdict() throws {
        let cases = try Vectors.array("keytext/cases.json")
            .filter { ["der", "key", "other"].contains($0.text("kind")) }
        let judged = Dictionary(uniqueKeysWithValues: Self.verdicts.map { ($0.name, $0.code) })
        #expect(cases.count > 40)
        for vector in cases {
            let verdict = try #require(judged[vector.text("name")], "\(vector.text("name"))")
            if vector.text("expected") == "accept" { #expect(verdict == nil, "\(vector.text("name"))") }
        }
    }

    @Test(arguments: ["der_alg_no_params", "der_attributes_empty"])
    func aTolerantReadingReportsTheDeviation(name: String) throws {
        let bytes = try Self.keyText(name)
        let strict = codeThrown { try Self.read(bytes) }
        #expect(try Self.read(bytes, acceptsDeviations: true).deviations == [#require(strict)])
    }

    @Test(arguments: ["pkcs8_encrypted_pbes2", "pkcs1_encrypted_dek"])
    func theEncryptedOnesOpen(name: String) throws {
        let bytes = try Self.keyText(name)
        let read = try Self.read(bytes, passphrase: "secret")
        #expect(read.isEncrypted)
        guard case .privateKey(let key) = read.material else {
            Issue.record("a public key")
            return
        }
        let message: [UInt8] = [1]
        let signature = try key.signature(for: message.span)
        let isValid = key.publicKey.isValidSignature(signature.span, for: message.span)
        #expect(isValid)
    }
}
