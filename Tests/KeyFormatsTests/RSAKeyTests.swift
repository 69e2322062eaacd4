import Foundation
import KeyFormats
import TestSupport
import Testing

struct RSAPrivateKeyTests {
    @Test func readsPKCS8AndWritesTheSameBytes() throws {
        let text = try Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem")
        let key = try RSAPrivateKey(pemRepresentation: text.utf8.span)
        #expect(key.keySizeInBits == 2048)
        #expect(try key.pkcs8PEMRepresentation().withBytes { String(copyingASCII: $0) } == text)
    }

    @Test func itsOneLineFormIsTheLaxForm() throws {
        let text = try Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem")
        let key = try RSAPrivateKey(pemRepresentation: text.utf8.span)
        let line = try key.pkcs8PEMRepresentationOnOneLine().withBytes { String(copyingASCII: $0) }
        #expect(line == text.split(separator: "\n").joined(separator: " "))
        #expect(try RSAPrivateKey(pemRepresentation: line.utf8.span, grammar: .lax).publicKey == key.publicKey)
        #expect(codeThrown { try RSAPrivateKey(pemRepresentation: line.utf8.span) } == "pem.layout")
    }

    @Test func itsPublicHalfIsTheOneInTheOtherFile() throws {
        let key = try RSAPrivateKey(
            pemRepresentation: Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem").utf8.span)
        let text = try Repository.text(of: "Fixtures/keys/rfc7515-a2.spki.pem")
        #expect(try RSAPublicKey(pemRepresentation: text) == key.publicKey)
        #expect(try key.publicKey.pemRepresentation == text)
    }

    @Test(arguments: [
        ("rfc7515-a2.pkcs1.pem", "pem.unexpected-label", "PKCS#1"),
        ("rfc7515-a2.spki.pem", "pem.unexpected-label", "public half"),
        ("rfc7515-a2.jwk.json", "pem.missing-begin", "copy the whole key"),
    ])
    func refusesOtherFormsAndSaysWhatTheyAre(file: String, code: AuthKeysError.Code, hint: String) throws {
        let text = try Repository.text(of: "Fixtures/keys/" + file)
        let error = #expect(throws: AuthKeysError.self) { try RSAPrivateKey(pemRepresentation: text.utf8.span) }
        #expect(error?.code == code)
        #expect(error?.hint?.contains(hint) == true)
    }

    /// PKCS#1 under the PKCS#8 label, and bytes behind the key: libcrypto reads both.
    @Test func refusesWhatIsNotTheOneEncoding() throws {
        let pkcs1 = try Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs1.pem")
        let relabelled = pkcs1.split(separator: "RSA ", omittingEmptySubsequences: false).joined()
        #expect(codeThrown { try RSAPrivateKey(pemRepresentation: relabelled.utf8.span) } == "key.non-canonical")
        let key = try RSAPrivateKey(
            pemRepresentation: Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem").utf8.span)
        let der = try key.pkcs8DERRepresentation().withBytes { bytes in bytes.indices.map { bytes[$0] } }
        #expect(codeThrown { try RSAPrivateKey(pkcs8DERRepresentation: (der + [0]).span) } == "key.non-canonical")
        for count in [0, 1, 25, 26, der.count / 2, der.count - 1] {
            #expect(
                codeThrown { try RSAPrivateKey(pkcs8DERRepresentation: Array(der[..<count]).span) } == "key.malformed")
        }
    }

    @Test(
        arguments: [
            ("exponent-1", "key.exponent"), ("exponent-of-modulus", "key.exponent"), ("even-modulus", "key.modulus"),
            ("tiny", "key.size"), ("huge", "key.size"), ("three-primes", "key.multi-prime"),
            ("version-8", "key.malformed"),
            ("attributes", "pkcs8.empty-attributes"), ("rsa-512", nil), ("rsa-768-e-3", nil),
        ] as [(String, AuthKeysError.Code?)])
    func judgesWhatLibcryptoReads(file: String, code: AuthKeysError.Code?) throws {
        let der = try Data(contentsOf: Repository.fixtures.appending(path: "fuzz/private-key/\(file)"))
        #expect(codeThrown { try RSAPrivateKey(pkcs8DERRepresentation: Array(der).span) } == code)
    }

    @Test func doesNotShowItself() throws {
        let key = try RSAPrivateKey(
            pemRepresentation: Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem").utf8.span)
        var dumped = ""
        dump(key, to: &dumped)
        #expect("\(key)" == "RSAPrivateKey(2048 bits)")
        #expect(!dumped.contains("handle"))
    }

    @Test func signsWhatItsPublicHalfVerifiesAndNothingElse() throws {
        let key = try RSAPrivateKey(
            pemRepresentation: Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem").utf8.span)
        func isValid(_ signature: [UInt8], _ text: String, _ hash: SHA2) -> Bool {
            key.publicKey.isValidSignature(signature.span, for: text.utf8.span, hash: hash)
        }
        for hash in SHA2.allCases {
            let signature = try key.signature(for: "message".utf8.span, hash: hash)
            #expect(signature.count == 256)
            #expect(isValid(signature, "message", hash))
            #expect(!isValid(signature, "messagf", hash))
            #expect(!isValid(signature.dropLast(), "message", hash))
            #expect(!isValid([0] + signature, "message", hash))
            #expect(!isValid([], "message", hash))
            for other in SHA2.allCases where other != hash { #expect(!isValid(signature, "message", other)) }
        }
    }
}

struct RSAPublicKeyTests {
    private static let n = [0x80] + [UInt8](repeating: 0, count: 62) + [1]

    private static let numbers: [(n: [UInt8], e: [UInt8], code: AuthKeysError.Code?)] =
        [
            (n, [1, 0, 1], nil), (n, [3], nil), ([0] + n, [1, 0, 1], "key.leading-zero"),
            (n, [0, 3], "key.leading-zero"),
            (n, [], "key.exponent"), (n, [1], "key.exponent"), (n, [2], "key.exponent"), (n, n, "key.exponent"),
            (n, [0x80] + [UInt8](repeating: 0, count: 64) + [1], "key.exponent"), ([], [3], "key.size"),
            ([1], [3], "key.size"),
            (Array(n.dropFirst(1).reversed()), [3], "key.size"),
            ([0x80] + [UInt8](repeating: 0, count: 63), [3], "key.modulus"),
            ([1] + [UInt8](repeating: 0, count: 2047) + [1], [3], "key.size"),
        ]

    @Test(arguments: numbers)
    func judgesNumbers(n: [UInt8], e: [UInt8], code: AuthKeysError.Code?) {
        #expect(codeThrown { try RSAPublicKey(n: n, e: e) } == code)
    }

    @Test func saysWhatToDoWithAnEvenModulus() {
        let error = #expect(throws: AuthKeysError.self) {
            try RSAPublicKey(n: [0x80] + [UInt8](repeating: 0, count: 63), e: [3])
        }
        #expect(error?.description == "an even modulus [key.modulus]")
        #expect(error?.hint == "copy the key again from where it was made; if it is the same there, replace it")
    }

    @Test func refusesAKeyOfAnotherKind() {
        // The P-256 key of RFC 7517 A.1 as SubjectPublicKeyInfo.
        let text = """
            -----BEGIN PUBLIC KEY-----
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEMKBCTNIcKUSDii11ySs3526iDZ8A
            iTo7Tu6KPAqv7D7gS2XpJFbZiItSs3m9+9Ue6GnvHw/GW2ZZaVtszggXIw==
            -----END PUBLIC KEY-----

            """
        #expect(codeThrown { try RSAPublicKey(pemRepresentation: text) } == "key.not-rsa")
    }

    @Test func refusesDERWithSomethingBehindIt() throws {
        let key = try RSAPublicKey(pemRepresentation: Repository.text(of: "Fixtures/keys/rfc7515-a2.spki.pem"))
        let der = try key.derRepresentation
        #expect(try RSAPublicKey(derRepresentation: der.span) == key)
        #expect(codeThrown { try RSAPublicKey(derRepresentation: (der + [0]).span) } != nil)
        for count in 0..<der.count {
            #expect(codeThrown { try RSAPublicKey(derRepresentation: Array(der[..<count]).span) } != nil)
        }
    }
}

struct RSAPrivateNumbersTests {
    @Test func aKeyBuiltFromItsNumbersIsTheSameKey() throws {
        let text = try Repository.text(of: "Fixtures/keys/rfc7515-a2.pkcs8.pem")
        let key = try RSAPrivateKey(pemRepresentation: text.utf8.span)
        let numbers = try key.numbers()
        #expect(
            [numbers.d, numbers.p, numbers.q, numbers.dp, numbers.dq, numbers.qi].map(\.count) == [
                256, 128, 128, 128, 128, 128,
            ])
        let rebuilt = try RSAPrivateKey(numbers: numbers)
        #expect(try rebuilt.pkcs8PEMRepresentation().withBytes { String(copyingASCII: $0) } == text)
    }
}
