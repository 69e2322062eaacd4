internal import CryptoOpenSSL
internal import Encodings

/// CVE-2017-15361: a library of Infineon made primes of the form k·M + (65537^a mod M), where M is the product of the
/// first primes. Then n is a power of 65537 modulo M, which a random number is with a probability of 2^-155.
struct ROCACheck: PublicNumberCheck {
    func weakness(of numbers: PublicNumbers) throws(AuthKeysError) -> KeyWeakness? {
        guard try Self.isPowerModuloProduct(numbers.n) else { return nil }
        return KeyWeakness(
            WeaknessCode.roca, .error, "n has the structure of the keys of Infineon's faulty library (ROCA)",
            why: "its primes can be computed from n (CVE-2017-15361)", remedy: Remedy.replace)
    }

    /// n is a power of 65537 modulo M when it is one modulo each prime of M, and the exponents agree: each is known
    /// modulo the order of 65537 there, and two of them agree modulo what their orders have in common.
    static func isPowerModuloProduct(_ n: BigNumber) throws(AuthKeysError) -> Bool {
        // Membership alone rules out nearly everything; 2^-28 of random numbers, and numbers made for it, pass.
        var exponents: [Int] = []
        for group in groups {
            guard let exponent = group.exponents[Int(try n.remainder(dividingBy: group.prime))] else { return false }
            exponents.append(exponent)
        }
        return groups.indices.allSatisfy { first in
            groups.indices[(first + 1)...].allSatisfy { second in
                let common = greatestCommonDivisor(groups[first].order, groups[second].order)
                return (exponents[first] - exponents[second]) % common == 0
            }
        }
    }

    /// The powers of 65537 modulo one prime.
    struct PowerGroup: Sendable {
        let prime: UInt32
        let order: Int
        /// The least exponent that gives each remainder; `nil` for what is no power.
        let exponents: [Int?]

        init(prime: UInt32) {
            self.prime = prime
            var exponents = [Int?](repeating: nil, count: Int(prime))
            var power = 1 % prime
            var exponent = 0
            while exponents[Int(power)] == nil {
                exponents[Int(power)] = exponent
                exponent += 1
                power = power * (65537 % prime) % prime
            }
            order = exponent
            self.exponents = exponents
        }
    }

    /// The primes from 2 to 167.
    static let groups = ([2] + SmallFactorCheck.primes.prefix { $0 <= 167 }).map(PowerGroup.init)

    private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
        right == 0 ? left : greatestCommonDivisor(right, left % right)
    }
}
