internal import CryptoOpenSSL
internal import Encodings

struct SquareCheck: PublicNumberCheck {
    func weakness(of numbers: PublicNumbers) throws(AuthKeysError) -> KeyWeakness? {
        guard try numbers.n.exactSquareRoot() != nil else { return nil }
        return KeyWeakness(
            WeaknessCode.square, .error, "n is the square of a number where two different primes belong",
            why: "its square root is the prime: anybody can compute the private key", remedy: Remedy.replace)
    }
}
