internal import CryptoOpenSSL
internal import Encodings

/// RFC 8017 §3.1: e has no factor in common with p - 1 or q - 1.
struct InvertibleExponentCheck: PrivateNumberCheck {
    var redundantAfter: Set<DisagreementCode> { .noPrimes }

    func weakness(of numbers: PrivateNumbers) throws(AuthKeysError) -> KeyWeakness? {
        let suits = (
            p: try numbers.e.greatestCommonDivisor(with: numbers.pMinusOne).isOne,
            q: try numbers.e.greatestCommonDivisor(with: numbers.qMinusOne).isOne
        )
        guard !suits.p || !suits.q else { return nil }
        let which = suits.p ? "q - 1" : suits.q ? "p - 1" : "both p - 1 and q - 1"
        return KeyWeakness(
            DisagreementCode.exponent, .error, "e has a factor in common with \(which)",
            why: "no d undoes such an e: e was damaged, or the primes belong to another key", remedy: Remedy.copyAgain)
    }
}
