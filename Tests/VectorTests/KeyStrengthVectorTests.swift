import CryptoOpenSSL
import Foundation
import KeyStrength
import TestSupport
import Testing

/// The test keys of badkeys and of roca-detect, and the table of published keys.
struct KeyStrengthVectorTests {
    /// A row of `known_public_keys.json`, which was computed with badkeys.
    private struct KnownKey {
        let hash: [UInt8]
        let isPrivateKeyPublished: Bool
        let findings: [String]

        static func all() throws -> [KnownKey] {
            try Vectors.array("weakkeys/known_public_keys.json").map { row in
                KnownKey(
                    hash: row.bytes(hex: "n_sha256_15"),
                    // Convex Auth's tests hold the private key, too.
                    isPrivateKeyPublished: row["private_published"]?.boolean == true
                        || row["sources"]?.elements?.contains { $0.string?.hasPrefix("get-convex/") == true } == true,
                    findings: row["findings"]?.elements?.compactMap(\.string) ?? [])
            }
        }
    }

    @Test func every_published_key_is_in_the_table() throws {
        let keys = try KnownKey.all()
        for key in keys {
            let publication = try #require(PublishedKeys.publication(ofHash: key.hash), "\(key.hash)")
            #expect(publication.hasPrivateKey == key.isPrivateKeyPublished, "\(publication.name)")
            for place in key.hash.indices {
                var neighbour = key.hash
                neighbour[place] ^= 1
                #expect(PublishedKeys.publication(ofHash: neighbour) == nil)
            }
        }
        #expect(keys.count == 240)
        #expect(PublishedKeys.publication(ofHash: [UInt8](repeating: 0, count: 32)) == nil)
        #expect(PublishedKeys.publication(ofHash: [UInt8](repeating: 255, count: 32)) == nil)
        #expect(PublishedKeys.publication(ofHash: []) == nil)
    }

    /// badkeys' names of findings that depend on n, and the codes here.
    private static let codes = [
        "too-small": "weak.size", "roca": "weak.roca", "close-primes": "weak.close-primes", "square": "weak.square",
        "small-factor": "weak.small-factor", "bit-bias": "weak.bit-bias", "prime-modulus": "weak.prime-modulus",
        "repeated-bytes": "weak.repeated-octets", "unusual-size": "weak.unusual-size",
    ]

    /// What e adds in these files.
    private static let exponents = [
        "rsa-e1.key": "weak.exponent", "rsa-e-larger-n.key": "weak.exponent", "rsapoly32.key": "weak.small-exponent",
        "rsa-small-d.key": "weak.small-private-exponent", "rsa-large-e.key": "weak.large-exponent",
    ]

    private static func numbers(of file: URL) throws -> (n: [UInt8], e: [UInt8])? {
        let bytes = [UInt8](try Data(contentsOf: file))
        if bytes.starts(with: "0x".utf8) {
            let digits = bytes.dropFirst(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
            return (
                stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }, [1, 0, 1]
            )
        }
        return KeyNumbersInDER.publicNumbers(KeyNumbersInDER.contents(bytes))
    }

    @Test func the_test_keys_of_badkeys_and_roca_detect_have_their_findings() throws {
        let known = Dictionary(uniqueKeysWithValues: try KnownKey.all().map { ($0.hash, $0) })
        var judged = 0
        for folder in ["weakkeys/badkeys/tests/data", "weakkeys/roca/roca/tests/data"] {
            let files = try FileManager.default.contentsOfDirectory(
                at: Vectors.folder.appending(path: folder), includingPropertiesForKeys: nil)
            for file in files.sorted(by: { $0.path < $1.path }) {
                let name = file.lastPathComponent
                guard !file.hasDirectoryPath, let (n, e) = try Self.numbers(of: file) else { continue }
                guard let key = known[Array(try SHA2.sha256.digest(n.span)[..<15])] else { continue }
                var expected = Set(key.findings.compactMap { Self.codes[$0] })
                expected.insert(key.isPrivateKeyPublished ? "weak.published" : "weak.sample")
                if let code = Self.exponents[name] { expected.insert(code) }
                // badkeys has no opinion on sizes above 4096 bits.
                if n.count * 8 > 4096 { expected.insert("weak.unusual-size") }
                let codes = try RSAKeyStrength.weaknesses(n: n, e: e).map(\.code.rawValue)
                #expect(Set(codes) == expected, "\(name)")
                judged += 1
            }
        }
        #expect(judged > 30)
    }

    /// n = 0, e = 0 and the like are findings, not crashes.
    @Test(arguments: ["rsanzero.key", "rsazerozero.key"])
    func zeros_are_no_keys(file: String) throws {
        let url = Vectors.folder.appending(path: "weakkeys/badkeys/tests/data/\(file)")
        let (n, e) = try #require(try Self.numbers(of: url))
        #expect(try RSAKeyStrength.weaknesses(n: n, e: e).map(\.code.rawValue) == ["weak.size", "weak.exponent"])
    }

    /// The numbers of the damaged keys, read past what a parser would refuse. The d of `num_d_too_big` is the
    /// inverse modulo (p - 1)(q - 1): longer than that modulo the lcm, and below n all the same.
    @Test(
        arguments: [
            ("canonical", []), ("num_d_lambda", []), ("num_d_wrong", ["disagree.private-exponent"]),
            ("num_d_zero", ["disagree.private-exponent"]), ("num_d_too_big", []),
            ("num_n_wrong", ["disagree.product", "weak.small-factor"]),
            ("num_n_even", ["disagree.product", "weak.even-modulus"]),
            ("num_e_one", ["disagree.private-exponent", "weak.exponent"]),
            ("num_e_even", ["disagree.exponent", "weak.exponent"]),
            ("num_e_zero", ["disagree.exponent", "weak.exponent"]), ("e_3", ["weak.small-exponent"]),
            ("size_1024", ["weak.size"]), ("size_1536", ["weak.size"]), ("size_3072", []), ("size_4096", []),
            ("size_8192", ["weak.unusual-size"]),
        ] as [(String, [String])])
    func damaged_numbers_are_found(file: String, codes: [String]) throws {
        let bytes = [UInt8](try Data(contentsOf: Vectors.folder.appending(path: "keytext/files/\(file).pem")))
        let numbers = try #require(KeyNumbersInDER.privateNumbers(KeyNumbersInDER.contents(bytes)))
        let found =
            try RSAKeyStrength.disagreements(of: numbers) + RSAKeyStrength.weaknesses(n: numbers.n, e: numbers.e)
        #expect(found.map(\.code.rawValue) == codes)
    }

    @Test func the_keys_of_wycheproof_agree() throws {
        var count = 0
        for vector in try Vectors.lines("wycheproof/rs256_sign.jsonl") {
            let der = vector.bytes(hex: "pkcs8_hex")
            let key = try RSAPrivateKey(pkcs8DERRepresentation: der.span)
            // Some of them have primes of different lengths on purpose.
            let codes = try RSAKeyStrength.disagreements(of: key.numbers()).map(\.code.rawValue)
            #expect([[], ["disagree.prime-size"]].contains(codes), "\(vector.text("id")): \(codes)")
            count += 1
        }
        #expect(count == 44)
    }
}
