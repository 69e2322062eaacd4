internal import CryptoOpenSSL
internal import Encodings
internal import KeyFormats

/// The one check that takes a modular exponentiation, 100 ms at 8192 bits and eight times that at twice the length: it
/// ends there. A composite n fails the first round.
struct PrimeModulusCheck: PublicNumberCheck {
    static let most = 8192

    var moduli: ClosedRange<Int> { RSAPublicKey.readableSizes.lowerBound...Self.most }
    var redundantAfter: Set<WeaknessCode> { .factored }

    func weakness(of numbers: PublicNumbers) throws(AuthKeysError) -> KeyWeakness? {
        guard try numbers.n.isProbablyPrime(rounds: numbers.bitCount <= 4096 ? 12 : 4) else { return nil }
        return KeyWeakness(
            WeaknessCode.primeModulus, .error, "n is a prime where a product of two primes belongs",
            why: "the private exponent is the inverse of e modulo n - 1: anybody can compute it",
            remedy: Remedy.replace)
    }
}
