internal import Encodings

/// Fermat's method takes (p - q)² / 8√n steps. Random primes differ in their first bits; a generator that takes the next
/// prime for q is found at once.
struct ClosePrimesCheck: PublicNumberCheck {
    static let steps = 100

    var redundantAfter: Set<WeaknessCode> { [.evenModulus, .square] }

    func weakness(of numbers: PublicNumbers) throws(AuthKeysError) -> KeyWeakness? {
        guard try FermatFactorization.factors(numbers.n, steps: Self.steps) else { return nil }
        return KeyWeakness(
            WeaknessCode.closePrimes, .error, "the primes of n are so close together that n was factored in no time",
            why: "anybody can compute the private key by Fermat's method (CVE-2022-26320)", remedy: Remedy.replace)
    }
}
