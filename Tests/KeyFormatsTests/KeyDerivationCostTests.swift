import KeyFormats
import TestSupport
import Testing

/// Files that would stall or fill the machine. The passphrase is not even asked for, so nothing was derived.
@Suite struct KeyDerivationCostTests {
    private static let salt = DERText.octets([UInt8](repeating: 7, count: 8))
    private static let aes = DERText.sequence(
        DERText.identifier([2, 16, 840, 1, 101, 3, 4, 1, 42]), DERText.octets([UInt8](repeating: 9, count: 16)))
    private static let huge: [UInt8] = DERText.value(0x02, [1] + [UInt8](repeating: 0, count: 40))

    private static func encrypted(_ algorithm: [UInt8]) -> [UInt8] {
        DERText.sequence(algorithm, DERText.octets([UInt8](repeating: 3, count: 64)))
    }

    private static func pbes2(_ function: [UInt8]) -> [UInt8] {
        encrypted(
            DERText.sequence(
                DERText.identifier([1, 2, 840, 113549, 1, 5, 13]), DERText.sequence(function, aes)))
    }

    private static func pbkdf2(_ iterations: [UInt8], _ rest: [UInt8] = []) -> [UInt8] {
        pbes2(
            DERText.sequence(
                DERText.identifier([1, 2, 840, 113549, 1, 5, 12]), DERText.sequence(salt, iterations, rest)))
    }

    private static func scrypt(_ parameters: [UInt8]...) -> [UInt8] {
        pbes2(
            DERText.sequence(
                DERText.identifier([1, 3, 6, 1, 4, 1, 11591, 4, 11]),
                DERText.sequence(salt, parameters.flatMap { $0 })))
    }

    private static func pbes1(_ arcs: [UInt64], _ iterations: [UInt8]) -> [UInt8] {
        encrypted(DERText.sequence(DERText.identifier(arcs), DERText.sequence(salt, iterations)))
    }

    private static let n = DERText.integer

    static let costs: [(name: String, der: [UInt8], code: AuthKeysError.Code)] = [
        ("PBKDF2, one above the limit", pbkdf2(n(10_000_001)), "encrypted.too-many-iterations"),
        ("PBKDF2, 2^31 - 1", pbkdf2(n(0x7FFF_FFFF)), "encrypted.too-many-iterations"),
        ("PBKDF2, 2^63", pbkdf2(n(1 << 63)), "encrypted.too-many-iterations"),
        ("PBKDF2, 2^320", pbkdf2(huge), "encrypted.too-many-iterations"),
        ("PBKDF2, none", pbkdf2(n(0)), "encrypted.malformed"),
        ("PBKDF2, -1", pbkdf2([0x02, 0x01, 0xFF]), "key.non-canonical"),
        ("PBKDF2, a long key", pbkdf2(n(1), n(65)), "encrypted.malformed"),
        ("PBKDF2, a huge key", pbkdf2(n(1), huge), "encrypted.malformed"),
        ("PBKDF2, no key", pbkdf2(n(1), n(0)), "encrypted.malformed"),
        ("PBKDF2, no count", pbkdf2([]), "key.malformed"),
        ("PBES1", pbes1([1, 2, 840, 113549, 1, 5, 3], n(10_000_001)), "encrypted.too-many-iterations"),
        ("PKCS#12", pbes1([1, 2, 840, 113549, 1, 12, 1, 3], n(1 << 40)), "encrypted.too-many-iterations"),
        ("PKCS#12, none", pbes1([1, 2, 840, 113549, 1, 12, 1, 3], n(0)), "encrypted.malformed"),
        ("scrypt, 64 MiB and a block", scrypt(n(1 << 16), n(8), n(1)), "encrypted.scrypt-too-large"),
        ("scrypt, 1 GiB", scrypt(n(1 << 20), n(8), n(1)), "encrypted.scrypt-too-large"),
        ("scrypt, large blocks", scrypt(n(2), n(1 << 30), n(1)), "encrypted.scrypt-too-large"),
        ("scrypt, product beyond 64 bits", scrypt(n(1 << 62), n(1 << 62), n(1)), "encrypted.scrypt-too-large"),
        ("scrypt, sum beyond 64 bits", scrypt(n(1 << 54), n(1), huge), "encrypted.scrypt-too-large"),
        ("scrypt, many passes", scrypt(n(1 << 14), n(8), n(1 << 14)), "encrypted.scrypt-too-large"),
        ("scrypt, N not a power of two", scrypt(n(1000), n(8), n(1)), "encrypted.malformed"),
        ("scrypt, N = 1", scrypt(n(1), n(8), n(1)), "encrypted.malformed"),
        ("scrypt, N = 0", scrypt(n(0), n(8), n(1)), "encrypted.malformed"),
        ("scrypt, r = 0", scrypt(n(1 << 14), n(0), n(1)), "encrypted.malformed"),
        ("scrypt, p = 0", scrypt(n(1 << 14), n(8), n(0)), "encrypted.malformed"),
        ("scrypt, a long key", scrypt(n(1 << 14), n(8), n(1), n(1 << 30)), "encrypted.malformed"),
        (
            "PBES2 without parameters", encrypted(DERText.sequence(DERText.identifier([1, 2, 840, 113549, 1, 5, 13]))),
            "encrypted.malformed"
        ),
        ("an unknown scheme", pbes1([1, 2, 3, 4], n(1)), "encrypted.unsupported"),
        (
            "an unknown derivation", pbes2(DERText.sequence(DERText.identifier([1, 2, 3]), DERText.null)),
            "encrypted.unsupported"
        ),
    ]

    @Test(arguments: costs)
    func isRefusedBeforeAnythingIsDerived(name: String, der: [UInt8], code: AuthKeysError.Code) {
        var wasAsked = false
        let refusal = codeThrown {
            try KeyReader().read(der.span) { _ in
                wasAsked = true
                return nil
            }
        }
        #expect(refusal == code, "\(name)")
        #expect(!wasAsked, "\(name)")
        let pem = PEM.encode(der.span, label: "ENCRYPTED PRIVATE KEY").array
        #expect(codeThrown { try readKey(pem, passphrase: "secret") } == code, "\(name)")
    }

    /// What is affordable gets as far as the passphrase.
    @Test(arguments: [
        pbkdf2(n(10_000_000)), pbkdf2(n(1), n(32)), scrypt(n(1 << 15), n(8), n(1)), scrypt(n(1 << 14), n(8), n(64)),
        pbes1([1, 2, 840, 113549, 1, 12, 1, 3], n(10_000_000)),
    ])
    func anAcceptableCostAsksForThePassphrase(der: [UInt8]) {
        #expect(codeThrown { try readKey(der) } == "encrypted.passphrase-needed")
    }

    /// Below our limit and above libcrypto's own: its refusal has a code too.
    @Test func whatLibcryptoFindsTooLargeIsUnsupported() {
        let code = codeThrown { try readKey(Self.scrypt(Self.n(1 << 15), Self.n(15), Self.n(1)), passphrase: "secret") }
        #expect(code == "encrypted.unsupported" || code == "encrypted.wrong-passphrase")
    }
}
