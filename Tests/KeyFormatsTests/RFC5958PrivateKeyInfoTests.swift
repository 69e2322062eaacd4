import KeyFormats
import TestSupport
import Testing

@Suite struct RFC5958PrivateKeyInfoTests {
    private static let key = try? SampleKeys.rfc7515()
    private static let inner = (try? key?.pkcs1DERRepresentation().array) ?? []
    private static let publicHalf = (try? key?.publicKey.pkcs1DERRepresentation) ?? []
    private static let otherHalf = (try? SampleKeys.all[2048]?.publicKey.pkcs1DERRepresentation) ?? []

    private static let version0 = DERText.integer(0)
    private static let version1 = DERText.integer(1)
    private static let algorithm = DERText.rsaEncryption
    private static let octets = DERText.octets(inner)
    private static let attribute = DERText.sequence(
        DERText.identifier([1, 2, 840, 113549, 1, 9, 20]), DERText.value(0x31, DERText.value(0x0C, [0x61])))
    private static let bits = DERText.value(0x81, [0] + publicHalf)
    private static func attributes(_ contents: [UInt8]) -> [UInt8] { DERText.value(0xA0, contents) }

    private static func info(_ members: [UInt8]...) -> [UInt8] { DERText.value(0x30, members.flatMap { $0 }) }

    private static func algorithm(_ arcs: [UInt64], _ parameters: [UInt8] = DERText.null) -> [UInt8] {
        DERText.sequence(DERText.identifier(arcs), parameters)
    }

    private static let rsa: [UInt64] = [1, 2, 840, 113549, 1, 1, 1]

    /// `strict` is the code that a strict reading throws; `tolerant` that of one that accepts deviations.
    static let cases: [(name: String, der: [UInt8], strict: AuthKeysError.Code?, tolerant: AuthKeysError.Code?)] = [
        ("RFC 5208", info(version0, algorithm, octets), nil, nil),
        ("attributes", info(version0, algorithm, octets, attributes(attribute + attribute)), nil, nil),
        ("RFC 5958", info(version1, algorithm, octets, bits), nil, nil),
        ("RFC 5958 with attributes", info(version1, algorithm, octets, attributes(attribute), bits), nil, nil),
        ("empty attributes", info(version0, algorithm, octets, attributes([])), "pkcs8.empty-attributes", nil),
        ("no NULL", info(version0, algorithm(rsa, []), octets), "pkcs8.missing-parameters", nil),
        ("version 1 alone", info(version1, algorithm, octets), "pkcs8.version", nil),
        ("version 0 with a public half", info(version0, algorithm, octets, bits), "pkcs8.version", nil),
        refused(
            "the public half of another key", "key.public-half", version1, algorithm, octets,
            DERText.value(0x81, [0] + otherHalf)),
        refused(
            "a public half cut short", "key.public-half", version1, algorithm, octets,
            DERText.value(0x81, [0] + publicHalf.dropLast())),
        refused(
            "bits left over", "key.non-canonical", version1, algorithm, octets, DERText.value(0x81, [1] + publicHalf)),
        refused("no bits", "key.non-canonical", version1, algorithm, octets, DERText.value(0x81, [])),
        refused(
            "members in another order", "key.non-canonical", version1, algorithm, octets, bits, attributes(attribute)),
        refused(
            "an attribute without values", "key.malformed", version0, algorithm, octets,
            attributes(DERText.sequence(DERText.identifier([1, 2, 3]), DERText.value(0x31, [])))),
        refused("an attribute that is none", "key.malformed", version0, algorithm, octets, attributes(DERText.null)),
        refused(
            "an attribute cut short", "key.malformed", version0, algorithm, octets, attributes(attribute.dropLast())),
        refused(
            "attributes twice", "key.non-canonical", version0, algorithm, octets, attributes(attribute),
            attributes(attribute)),
        refused("one number more", "key.non-canonical", version0, algorithm, octets, version0),
        refused("version 2", "key.malformed", DERText.integer(2), algorithm, octets),
        refused("version -1", "key.non-canonical", [0x02, 0x01, 0xFF], algorithm, octets),
        refused("version 00 00", "key.non-canonical", [0x02, 0x02, 0x00, 0x00], algorithm, octets),
        refused("parameters that are no NULL", "key.malformed", version0, algorithm(rsa, version0), octets),
        refused("a NULL with contents", "key.non-canonical", version0, algorithm(rsa, [0x05, 0x01, 0x00]), octets),
        refused("two parameters", "key.non-canonical", version0, algorithm(rsa, DERText.null + DERText.null), octets),
        refused("id-RSASSA-PSS", "key.rsa-pss", version0, algorithm([1, 2, 840, 113549, 1, 1, 10], []), octets),
        refused("id-ecPublicKey", "key.not-rsa", version0, algorithm([1, 2, 840, 10045, 2, 1]), octets),
        refused("sha256WithRSAEncryption", "key.not-rsa", version0, algorithm([1, 2, 840, 113549, 1, 1, 11]), octets),
        refused(
            "an identifier with a zero in front", "key.non-canonical", version0,
            DERText.sequence([0x06, 0x03, 0x2A, 0x80, 0x01], DERText.null), octets),
        refused(
            "an identifier cut short", "key.non-canonical", version0,
            DERText.sequence([0x06, 0x02, 0x2A, 0x86], DERText.null), octets),
        refused(
            "an endless identifier", "key.non-canonical", version0,
            DERText.sequence(DERText.value(0x06, [UInt8](repeating: 0xFF, count: 80)), DERText.null), octets),
        refused("an empty key", "key.malformed", version0, algorithm, DERText.octets([])),
        refused("a byte behind the inner key", "key.non-canonical", version0, algorithm, DERText.octets(inner + [0])),
        refused(
            "PKCS#8 within PKCS#8", "key.malformed", version0, algorithm,
            DERText.octets(info(version0, algorithm, octets))),
        ("a byte behind", info(version0, algorithm, octets) + [0], "key.non-canonical", "key.non-canonical"),
        ("a SET", [0x31] + info(version0, algorithm, octets).dropFirst(), "key.malformed", "pem.missing-begin"),
    ]

    private static func refused(
        _ name: String, _ code: AuthKeysError.Code, _ members: [UInt8]...
    ) -> (name: String, der: [UInt8], strict: AuthKeysError.Code?, tolerant: AuthKeysError.Code?) {
        (name, DERText.value(0x30, members.flatMap { $0 }), code, code)
    }

    @Test(arguments: cases)
    func hasTheExpectedVerdict(
        name: String, der: [UInt8], strict: AuthKeysError.Code?, tolerant: AuthKeysError.Code?
    ) throws {
        #expect(codeThrown { try RSAPrivateKey(pkcs8DERRepresentation: der.span) } == strict, "\(name)")
        #expect(codeThrown { try readKey(der, acceptsDeviations: true) } == tolerant, "\(name)")
        guard tolerant == nil else { return }
        let read = try readKey(der, acceptsDeviations: true)
        #expect(read.deviations == (strict.map { [$0] } ?? []), "\(name)")
        #expect(read.form == .pkcs8 && read.encoding == .der)
        // What is written is the plain form, without attributes and public half.
        #expect(
            try read.material.encoded(as: .pkcs8, .der).array
                == Self.info(Self.version0, Self.algorithm, Self.octets), "\(name)")
    }

    @Test func deviationsAreReportedTogether() throws {
        let der = Self.info(Self.version1, Self.algorithm(Self.rsa, []), Self.octets, Self.attributes([]))
        #expect(
            try readKey(der, acceptsDeviations: true).deviations == [
                "pkcs8.missing-parameters", "pkcs8.empty-attributes", "pkcs8.version",
            ])
    }

    @Test func itsPartsAreWhereTheyStand() throws {
        let der = Self.info(Self.version1, Self.algorithm, Self.octets, Self.attributes(Self.attribute), Self.bits)
        let info = try PrivateKeyInfo(der.span)
        #expect(info.version == 1 && info.algorithm.algorithm == .rsaEncryption)
        #expect(Array(der[info.privateKey]) == Self.inner)
        #expect(try Array(der[#require(info.attributes)]) == Self.attribute)
        #expect(try Array(der[#require(info.publicKey)]) == Self.publicHalf)
    }
}
