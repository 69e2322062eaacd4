internal import CryptoOpenSSL
internal import Encodings

struct EvenModulusCheck: PublicNumberCheck {
    func weakness(of numbers: PublicNumbers) -> KeyWeakness? {
        guard !numbers.n.isOdd else { return nil }
        return KeyWeakness(
            WeaknessCode.evenModulus, .error, "n is even where a product of two large primes belongs",
            why: "no RSA key has such a modulus: its end was lost or changed", remedy: Remedy.copyAgain)
    }
}
