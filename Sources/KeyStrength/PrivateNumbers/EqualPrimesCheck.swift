internal import CryptoOpenSSL
internal import Encodings

struct EqualPrimesCheck: PrivateNumberCheck {
    var redundantAfter: Set<DisagreementCode> { [.product] }

    func weakness(of numbers: PrivateNumbers) -> KeyWeakness? {
        guard numbers.p == numbers.q else { return nil }
        return KeyWeakness(
            DisagreementCode.equalPrimes, .error, "p and q are the same number",
            why: "the square root of n is the prime: anybody can compute the private key", remedy: Remedy.replace)
    }
}
