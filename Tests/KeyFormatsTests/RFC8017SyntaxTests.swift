import KeyFormats
import TestSupport
import Testing

@Suite struct RFC8017SyntaxTests {
    private static let numbers = try? SampleKeys.rfc7515().numbers()

    private static func unsigned(_ bytes: [UInt8]) -> [UInt8] {
        DERText.value(0x02, (bytes.first ?? 0x80) >= 0x80 ? [0] + bytes : bytes)
    }

    private static let n = unsigned(numbers?.n ?? [])
    private static let e = unsigned(numbers?.e ?? [])
    private static let secrets: [[UInt8]] = [
        numbers?.d, numbers?.p, numbers?.q, numbers?.dp, numbers?.dq, numbers?.qi,
    ].map { unsigned($0?.array ?? []) }
    private static let rest = secrets.flatMap { $0 }
    private static let zero = DERText.integer(0)
    private static let one = DERText.integer(1)

    private static let privateKeys: [(name: String, der: [UInt8], code: AuthKeysError.Code?)] = [
        ("as it is", DERText.sequence(zero, n, e, rest), nil),
        (
            "three primes", DERText.sequence(one, n, e, rest, DERText.sequence(DERText.sequence(one, one, one))),
            "key.multi-prime"
        ),
        ("version 1", DERText.sequence(one, n, e, rest), "key.multi-prime"),
        ("version 2", DERText.sequence(DERText.integer(2), n, e, rest), "key.malformed"),
        (
            "other primes under version 0", DERText.sequence(zero, n, e, rest, DERText.sequence(one)),
            "key.non-canonical"
        ),
        ("a number missing", DERText.sequence(zero, n, e, secrets.dropLast().flatMap { $0 }), "key.malformed"),
        ("a number too many", DERText.sequence(zero, n, e, rest, one), "key.non-canonical"),
        (
            "a zero in front", DERText.sequence(zero, n, [0x02, 0x04, 0x00, 0x01, 0x00, 0x01], rest),
            "key.non-canonical"
        ),
        ("e negative", DERText.sequence(zero, n, [0x02, 0x03, 0xFF, 0x00, 0x01], rest), "key.non-canonical"),
        ("e without digits", DERText.sequence(zero, n, [0x02, 0x00], rest), "key.non-canonical"),
        ("e = 0", DERText.sequence(zero, n, zero, rest), "key.exponent"),
        ("e = 1", DERText.sequence(zero, n, one, rest), "key.exponent"),
        ("e even", DERText.sequence(zero, n, DERText.integer(65538), rest), "key.exponent"),
        ("n = 0", DERText.sequence(zero, zero, e, rest), "key.size"),
        ("n small", DERText.sequence(zero, one, e, rest), "key.size"),
        ("n even", DERText.sequence(zero, unsigned((numbers?.n.dropLast() ?? []) + [0]), e, rest), "key.modulus"),
        ("n huge", DERText.sequence(zero, unsigned([UInt8](repeating: 0x55, count: 4096)), e, rest), "key.size"),
        (
            "a length in the long form", [0x30, 0x83, 0x00] + DERText.sequence(zero, n, e, rest).dropFirst(2),
            "key.non-canonical"
        ),
        ("an indefinite length", [0x30, 0x80] + zero + n + e + rest + [0, 0], "key.non-canonical"),
        // Numbers that disagree are read, to be judged.
        ("d = 0", DERText.sequence(zero, n, e, zero, secrets.dropFirst().flatMap { $0 }), nil),
        ("all secrets 0", DERText.sequence(zero, n, e, zero + zero + zero + zero + zero + zero), nil),
        ("all secrets 1", DERText.sequence(zero, n, e, one + one + one + one + one + one), nil),
        ("p = n", DERText.sequence(zero, n, e, secrets[0], n, secrets.dropFirst(2).flatMap { $0 }), nil),
        (
            "d longer than n",
            DERText.sequence(zero, n, e, unsigned([0x7F] + (numbers?.n ?? [])), secrets.dropFirst().flatMap { $0 }), nil
        ),
    ]

    @Test(arguments: privateKeys)
    func aPrivateKeyHasTheExpectedVerdict(name: String, der: [UInt8], code: AuthKeysError.Code?) throws {
        #expect(codeThrown { try RSAPrivateKey(pkcs1DERRepresentation: der.span) } == code, "\(name)")
        guard code == nil else { return }
        let key = try RSAPrivateKey(pkcs1DERRepresentation: der.span)
        #expect(try key.pkcs1DERRepresentation().array == der, "\(name)")
        // Whatever is read can be judged, and written in the other form.
        let read = try key.numbers()
        var again = DERText.integer(0) + Self.unsigned(read.n) + Self.unsigned(read.e)
        for secret in [read.d, read.p, read.q, read.dp, read.dq, read.qi] {
            again += secret.count == 0 ? DERText.integer(0) : Self.unsigned(secret.array)
        }
        #expect(DERText.value(0x30, again) == der, "\(name)")
        let pkcs8 = try key.pkcs8DERRepresentation().array
        #expect(try RSAPrivateKey(pkcs8DERRepresentation: pkcs8.span).pkcs1DERRepresentation().array == der, "\(name)")
    }

    private static let publicKeys: [(name: String, der: [UInt8], code: AuthKeysError.Code?)] = [
        ("as it is", DERText.sequence(n, e), nil), ("e missing", DERText.sequence(n), "key.malformed"),
        ("one more", DERText.sequence(n, e, one), "key.non-canonical"),
        ("a byte behind", DERText.sequence(n, e) + [0], "key.non-canonical"),
        ("e negative", DERText.sequence(n, [0x02, 0x01, 0x83]), "key.non-canonical"),
        ("e even", DERText.sequence(n, DERText.integer(4)), "key.exponent"),
        ("n small", DERText.sequence(one, e), "key.size"), ("nothing", [], "key.malformed"),
    ]

    @Test(arguments: publicKeys)
    func aPublicKeyHasTheExpectedVerdict(name: String, der: [UInt8], code: AuthKeysError.Code?) throws {
        #expect(codeThrown { try RSAPublicKey(pkcs1DERRepresentation: der.span) } == code, "\(name)")
        let bits = DERText.value(0x03, [0] + der)
        let info = DERText.sequence(DERText.rsaEncryption, bits)
        #expect(codeThrown { try RSAPublicKey(derRepresentation: info.span) } == code, "\(name)")
    }

    @Test func aPublicKeyWithoutNULLIsADeviation() throws {
        let algorithm = DERText.sequence(DERText.identifier([1, 2, 840, 113549, 1, 1, 1]))
        let der = DERText.sequence(algorithm, DERText.value(0x03, [0] + DERText.sequence(Self.n, Self.e)))
        #expect(codeThrown { try RSAPublicKey(derRepresentation: der.span) } == "pkcs8.missing-parameters")
        let read = try readKey(der, acceptsDeviations: true)
        #expect(read.deviations == ["pkcs8.missing-parameters"])
        #expect(read.form == .spki)
    }
}
