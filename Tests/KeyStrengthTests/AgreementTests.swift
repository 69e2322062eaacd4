import CryptoOpenSSL
import KeyStrength
import TestSupport
import Testing

/// A number of a private key, by its name in RFC 7518 §6.3.
enum KeyNumber: String, CaseIterable, Sendable {
    case n, e, d, p, q, dp, dq, qi

    /// What is found when it alone is changed.
    var codes: Set<String> {
        switch self {
        case .n, .p, .q: ["disagree.product"]
        case .e: ["disagree.exponent", "disagree.private-exponent"]
        case .d: ["disagree.private-exponent"]
        case .dp, .dq, .qi: ["disagree.\(rawValue)"]
        }
    }
}

/// The numbers of a key, to be changed.
struct EditableNumbers {
    var numbers: [KeyNumber: BigNumber]

    init(_ key: RSAPrivateNumbers) throws {
        numbers = [
            .n: try BigNumber(bigEndian: key.n.span), .e: try BigNumber(bigEndian: key.e.span),
            .d: try BigNumber(key.d),
            .p: try BigNumber(key.p), .q: try BigNumber(key.q), .dp: try BigNumber(key.dp), .dq: try BigNumber(key.dq),
            .qi: try BigNumber(key.qi),
        ]
    }

    subscript(number: KeyNumber) -> BigNumber {
        get throws { try #require(numbers[number]) }
    }

    func findings() throws -> [KeyWeakness] {
        try RSAKeyStrength.disagreements(
            of: RSAPrivateNumbers(
                n: self[.n].bigEndianBytes, e: self[.e].bigEndianBytes, d: secret(self[.d]), p: secret(self[.p]),
                q: secret(self[.q]), dp: secret(self[.dp]), dq: secret(self[.dq]), qi: secret(self[.qi])))
    }
}

struct AgreementTests {
    private static func example() throws -> EditableNumbers { try EditableNumbers(exampleKey().numbers()) }

    @Test func a_good_key_agrees() throws {
        #expect(try Self.example().findings() == [])
    }

    @Test(arguments: KeyNumber.allCases, [1, -1, 2, -2])
    func a_number_that_is_off_by_little_is_found(number: KeyNumber, change: Int) throws {
        var key = try Self.example()
        let amount = try BigNumber(UInt(change.magnitude))
        key.numbers[number] = try change < 0 ? key[number] - amount : key[number] + amount
        let codes = try key.findings().codes
        #expect(codes.count == 1 && number.codes.contains(codes[0]), "\(codes)")
    }

    @Test(arguments: KeyNumber.allCases)
    func a_flipped_bit_is_found(number: KeyNumber) throws {
        let example = try Self.example()
        var generator = SeededGenerator.printingSeed("flipped bits of \(number)")
        let count = try example[number].bitCount
        for bit in [0, 1, count - 1] + (0..<8).map({ _ in Int.random(in: 0..<count, using: &generator) }) {
            var key = example
            var bytes = try key[number].bigEndianBytes
            bytes[bytes.count - 1 - bit / 8] ^= 1 << (bit % 8)
            key.numbers[number] = try BigNumber(bigEndian: bytes.span)
            let codes = try key.findings().codes
            // e = 1 shares no factor with anything.
            #expect(codes.count == 1 && number.codes.contains(codes[0]), "bit \(bit): \(codes)")
        }
    }

    @Test(arguments: KeyNumber.allCases)
    func zero_and_one_are_found(number: KeyNumber) throws {
        for value: UInt in [0, 1] {
            var key = try Self.example()
            key.numbers[number] = try BigNumber(value)
            let codes = try key.findings().codes
            if number == .n {
                #expect(codes == ["weak.size"])
            } else {
                #expect(codes.count == 1 && number.codes.contains(codes[0]), "\(value): \(codes)")
            }
        }
    }

    @Test func swapped_primes_with_their_numbers_are_a_good_key_too() throws {
        var key = try Self.example()
        let (p, q, dp, dq) = (try key[.p], try key[.q], try key[.dp], try key[.dq])
        (key.numbers[.p], key.numbers[.q], key.numbers[.dp], key.numbers[.dq]) = (q, p, dq, dp)
        #expect(try key.findings().codes == ["disagree.qi"])
        key.numbers[.qi] = try inverse(of: p, modulo: q)
        #expect(try key.findings() == [])
    }

    /// d may be the inverse modulo φ or modulo the lcm, and it may be longer than it needs to be.
    @Test func every_right_d_is_accepted() throws {
        var key = try Self.example()
        let one = try BigNumber(1)
        let (p1, q1) = (try key[.p] - one, try key[.q] - one)
        let lcm = try p1 * q1 / p1.greatestCommonDivisor(with: q1)
        let least = try #require(try inverse(of: key[.e], modulo: lcm))
        key.numbers[.d] = least
        #expect(try key.findings() == [])
        key.numbers[.d] = try inverse(of: key[.e], modulo: p1 * q1)
        #expect(try key.findings() == [])
        key.numbers[.d] = try least + lcm * lcm.shiftedRight(by: 1200)
        let findings = try key.findings()
        #expect(findings.codes == ["disagree.long-private-exponent"])
        #expect(findings.map(\.severity) == [.note])
    }

    @Test func what_is_wrong_is_named() throws {
        var key = try Self.example()
        key.numbers[.p] = try key[.p] + BigNumber(2)
        #expect(try key.findings().map(\.message) == ["n is not p·q: q divides n and p does not"])
        key = try Self.example()
        key.numbers[.q] = try key[.q] + BigNumber(2)
        #expect(try key.findings().map(\.message) == ["n is not p·q: p divides n and q does not"])
        key = try Self.example()
        key.numbers[.e] = try BigNumber(257)
        #expect(
            try key.findings().map(\.message) == [
                "d does not undo e: d, dp and dq agree with each other and not with e"
            ])
        key = try Self.example()
        for number in [KeyNumber.dp, .dq, .qi] { key.numbers[number] = try BigNumber(0) }
        #expect(try key.findings().codes == ["disagree.dp", "disagree.dq", "disagree.qi"])
    }

    /// Keys that agree in every number and should not be.
    @Test(arguments: [
        ("fermat_next_prime", ["disagree.prime-distance"]),
        ("fermat_5", ["disagree.prime-distance"]),
        ("small_factor_31337", ["disagree.prime-size"]),
        ("e_d_swapped", ["disagree.short-private-exponent"]),
        ("e_3", []), ("e_17", []), ("size_512", []), ("size_768", []), ("size_1024", []), ("size_1536", []),
        ("size_2056", ["disagree.prime-size"]),
    ])
    func weak_keys_of_the_fixtures(name: String, codes: [String]) throws {
        let key = try #require(try LabelledKey.all.first { $0.name == name }?.privateKey())
        #expect(try RSAKeyStrength.disagreements(of: key.numbers()).codes == codes as [String])
    }

    @Test func composite_and_equal_factors_are_found() throws {
        let example = try Self.example()
        var key = example
        (key.numbers[.p], key.numbers[.q]) = (try example[.n], try BigNumber(1))
        #expect(try key.findings().codes == ["disagree.prime"])
        key = example
        (key.numbers[.p], key.numbers[.q]) = (try example[.p] * example[.q], try example[.q])
        key.numbers[.n] = try key[.p] * key[.q]
        #expect(try key.findings().map(\.message) == ["p is not a prime"])
        key = example
        key.numbers[.q] = try example[.p]
        key.numbers[.n] = try example[.p].squared()
        #expect(try key.findings().codes == ["disagree.equal-primes"])
    }

    @Test func numbers_that_are_far_too_long_are_not_computed_with() throws {
        let numbers = try exampleKey().numbers()
        let long = [UInt8](repeating: 0xFF, count: 4097)
        let key = RSAPrivateNumbers(
            n: numbers.n, e: numbers.e, d: SecretBytes(copying: long.span), p: numbers.p, q: numbers.q, dp: numbers.dp,
            dq: numbers.dq, qi: numbers.qi)
        #expect(try RSAKeyStrength.disagreements(of: key).codes == ["disagree.too-long"])
    }
}
