import CryptoOpenSSL
import KeyStrength
import TestSupport
import Testing

/// Numbers with the structure, numbers without it, and numbers that pass the test of membership alone.
struct CVE_2017_15361ROCATests {
    static let primes: [UInt32] = (2...167).filter { number in !(2..<number).contains { number % $0 == 0 } }

    private func product() throws -> BigNumber {
        try Self.primes.reduce(BigNumber(1)) { try $0 * BigNumber(UInt($1)) }
    }

    /// 65537^exponent mod modulus.
    private func power(_ exponent: UInt64, modulo modulus: BigNumber) throws -> BigNumber {
        var (result, base) = (try BigNumber(1), try BigNumber(65537))
        for bit in 0..<64 {
            if exponent >> bit & 1 == 1 { result = try result * base % modulus }
            base = try base.squared() % modulus
        }
        return result
    }

    private func isFound(_ n: BigNumber) throws -> Bool {
        try RSAKeyStrength.weaknesses(n: n.bigEndianBytes, e: [1, 0, 1]).codes.contains("weak.roca")
    }

    @Test func the_product_is_the_one_of_the_literature() throws {
        #expect(Self.primes.count == 39)
        let decimal = "962947420735983927056946215901134429196419130606213075415963491270"
        let expected = try decimal.utf8.reduce(BigNumber(0)) { try $0 * BigNumber(10) + BigNumber(UInt($1 - 48)) }
        #expect(try product() == expected)
    }

    @Test func numbers_with_the_structure_are_found() throws {
        var generator = SeededGenerator.printingSeed("ROCA structure")
        let modulus = try product()
        for _ in 0..<40 {
            let k = try randomOdd(bits: 2048 - 220, &generator)
            let n = try k * modulus + power(generator.next(), modulo: modulus)
            #expect(try isFound(n), "\(n.bigEndianBytes)")
        }
    }

    @Test func random_numbers_are_not_found() throws {
        var generator = SeededGenerator.printingSeed("ROCA random")
        for _ in 0..<100 {
            let n = try randomOdd(bits: 1024, &generator)
            #expect(try !isFound(n), "\(n.bigEndianBytes)")
        }
    }

    /// A power of 65537 modulo each prime, but of another exponent each time, by the Chinese remainder theorem.
    @Test func powers_with_exponents_that_disagree_are_not_found() throws {
        var generator = SeededGenerator.printingSeed("ROCA membership")
        for _ in 0..<20 {
            var (n, modulus) = (try randomOdd(bits: 1800, &generator), try BigNumber(1))
            for prime in Self.primes {
                let target = try power(generator.next(), modulo: BigNumber(UInt(prime))).remainder(dividingBy: prime)
                while try n.remainder(dividingBy: prime) != target { n = try n + modulus }
                modulus = try modulus * BigNumber(UInt(prime))
            }
            #expect(try !isFound(n), "\(n.bigEndianBytes)")
        }
    }
}
