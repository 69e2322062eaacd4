import CryptoOpenSSL
import KeyStrength
import TestSupport
import Testing

struct PublicNumberTests {
    /// What `labels.json` calls the findings, and what they are here.
    static let codes = [
        "close-primes": "weak.close-primes", "square": "weak.square", "small-factor": "weak.small-factor",
        "even-modulus": "weak.even-modulus", "e<3": "weak.exponent", "even-e": "weak.exponent",
        "e>=n": "weak.exponent", "small-e": "weak.small-exponent", "small-d": "weak.small-private-exponent",
        "too-small": "weak.size", "unusual-size": "weak.unusual-size", "roca": "weak.roca",
    ]

    @Test(arguments: LabelledKey.all)
    func finds_what_the_label_says_and_nothing_else(key: LabelledKey) throws {
        let (n, e) = try key.publicNumbers()
        // An exponent that is invalid is below 65537 as well: said once.
        #expect(try RSAKeyStrength.weaknesses(n: n, e: e).codes == key.expect.map { Self.codes[$0] ?? $0 })
    }

    @Test func the_labels_were_read() {
        #expect(LabelledKey.all.count == 20)
    }

    static let good = (try? LabelledKey.all.first?.publicNumbers().n) ?? []

    /// Numbers that no key has, most of which `RSAPublicKey` refuses to read.
    static let shapes: [(n: [UInt8], e: [UInt8], codes: [String])] = [
        (n: [], e: [1, 0, 1], codes: ["weak.size", "weak.exponent"]),
        ([0, 0], [], ["weak.size", "weak.exponent"]),
        ([1], [3], ["weak.size", "weak.exponent"]),
        ([15], [3], ["weak.size", "weak.small-exponent"]),
        (good, [], ["weak.exponent"]),
        (good, [0], ["weak.exponent"]),
        (good, [1], ["weak.exponent"]),
        (good, [2], ["weak.exponent"]),
        (good, [3], ["weak.small-exponent"]),
        (good, [0xFF, 0xFF], ["weak.small-exponent"]),
        (good, [1, 0, 0], ["weak.exponent"]),
        (good, [1, 0, 1], []),
        (good, [0, 0, 0, 0, 0, 1, 0, 1], []),
        ([0, 0] + good, [1, 0, 1], []),
        (good, [0xFF, 0xFF, 0xFF, 0xFF], []),
        (good, [1, 0, 0, 0, 1], ["weak.large-exponent"]),
        (good, good, ["weak.exponent"]),
        (good, good.dropLast() + [good[255] - 2], ["weak.large-exponent"]),
        (good + [1], [1, 0, 1], ["weak.small-factor", "weak.unusual-size"]),
        (good + [0], [1, 0, 1], ["weak.even-modulus", "weak.unusual-size"]),
        (
            [0x80] + [UInt8](repeating: 0, count: 254) + [1], [1, 0, 1],
            ["weak.small-factor", "weak.repeated-octets", "weak.bit-bias"]
        ),
        ([UInt8](repeating: 0xFF, count: 2049), [1, 0, 1], ["weak.size"]),
    ]

    @Test(arguments: shapes)
    func judges_numbers_of_any_shape(n: [UInt8], e: [UInt8], codes: [String]) throws {
        #expect(try RSAKeyStrength.weaknesses(n: n, e: e).codes == codes)
    }

    @Test func a_prime_modulus_is_found() throws {
        let p = try BigNumber(exampleKey().numbers().p)
        // Random odd numbers until one is prime: about one in 355 of 1024 bits is.
        var generator = SeededGenerator(seed: 11)
        var n = try randomOdd(bits: 1024, &generator)
        while try !n.isProbablyPrime(rounds: 4) { n = try n + BigNumber(2) }
        #expect(
            try RSAKeyStrength.weaknesses(n: n.bigEndianBytes, e: [1, 0, 1]).codes == [
                "weak.size", "weak.prime-modulus",
            ])
        let product = try (n * p).bigEndianBytes
        #expect(!(try RSAKeyStrength.weaknesses(n: product, e: [1, 0, 1]).codes.contains("weak.prime-modulus")))
    }

    /// q is the next number above (u/v)·p that passes a test: the product need not be an RSA key for Fermat's method.
    @Test(
        arguments: [
            (u: 1, v: 1, "weak.close-primes"), (2, 1, "weak.prime-ratio"), (3, 2, "weak.prime-ratio"),
            (24, 1, "weak.prime-ratio"), (6, 4, "weak.prime-ratio"), (25, 1, nil),
        ] as [(u: UInt, v: UInt, code: String?)])
    func primes_in_a_simple_ratio_are_found(u: UInt, v: UInt, code: String?) throws {
        let p = try BigNumber(exampleKey().numbers().p)
        var q = try p * BigNumber(u) / BigNumber(v)
        if !q.isOdd { q = try q + BigNumber(1) }
        while try !q.isProbablyPrime(rounds: 1) || q == p { q = try q + BigNumber(2) }
        let codes = try RSAKeyStrength.weaknesses(n: (p * q).bigEndianBytes, e: [1, 0, 1]).codes
        #expect(codes.filter { $0 != "weak.unusual-size" } == [code].compactMap { $0 })
    }

    /// d is the inverse of e modulo φ, or modulo lcm(p - 1, q - 1), which is half of φ or less.
    @Test(arguments: [17, 257, 65537, 0xFFFF_FFFF_FFFF_FFC5] as [UInt], [false, true])
    func a_small_private_exponent_is_found(d: UInt, carmichael: Bool) throws {
        let numbers = try exampleKey().numbers()
        let (one, p, q) = (try BigNumber(1), try BigNumber(numbers.p), try BigNumber(numbers.q))
        let (p1, q1) = (try p - one, try q - one)
        let phi = try p1 * q1
        let modulus = carmichael ? try phi / p1.greatestCommonDivisor(with: q1) : phi
        let e = try #require(try inverse(of: BigNumber(d), modulo: modulus))
        let codes = try RSAKeyStrength.weaknesses(n: numbers.n, e: e.bigEndianBytes).codes
        #expect(codes == ["weak.small-private-exponent", "weak.published"])
    }

    @Test func a_random_large_exponent_is_only_large() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<8 {
            let e = try randomOdd(bits: 2040, &generator)
            #expect(try RSAKeyStrength.weaknesses(n: Self.good, e: e.bigEndianBytes).codes == ["weak.large-exponent"])
        }
    }

    @Test func bits_that_are_mostly_alike_are_found() throws {
        // 0x88 and 0xF7 in turn with their odd neighbours: no run of equal octets, a quarter or three quarters of ones.
        for (octets, last) in [([0x88, 0x84] as [UInt8], 0x85 as UInt8), ([0xF7, 0xDF], 0xDF)] {
            let n: [UInt8] = (0..<255).map { octets[$0 % 2] } + [last]
            #expect(try RSAKeyStrength.weaknesses(n: n, e: [1, 0, 1]).codes.contains("weak.bit-bias"))
        }
    }

    @Test func the_largest_moduli_are_judged() throws {
        var generator = SeededGenerator(seed: 3)
        let n = try randomOdd(bits: 16384, &generator)
        let e = try randomOdd(bits: 16380, &generator)
        let codes = Set(try RSAKeyStrength.weaknesses(n: n.bigEndianBytes, e: e.bigEndianBytes).codes)
        #expect(codes.isSuperset(of: ["weak.unusual-size", "weak.large-exponent"]))
        #expect(codes.isSubset(of: ["weak.unusual-size", "weak.large-exponent", "weak.small-factor"]))
    }

    @Test func a_finding_says_what_why_and_what_to_do() throws {
        for key in LabelledKey.all {
            let (n, e) = try key.publicNumbers()
            for weakness in try RSAKeyStrength.weaknesses(n: n, e: e) {
                #expect(!weakness.message.isEmpty && !weakness.message.hasSuffix("."))
                #expect(!weakness.why.isEmpty && !weakness.remedy.isEmpty)
                #expect(CodeRegistry.entries.contains { $0.code == weakness.code })
                let isNote = ["weak.small-exponent", "weak.unusual-size"].contains(weakness.code)
                #expect(weakness.severity == (isNote ? .note : .error), "\(key.name)")
            }
        }
    }

    @Test func the_gravest_comes_first() throws {
        let findings = try RSAKeyStrength.weaknesses(n: Self.good + [1], e: [3])
        #expect(findings.map(\.severity) == [.error, .note, .note])
    }
}
