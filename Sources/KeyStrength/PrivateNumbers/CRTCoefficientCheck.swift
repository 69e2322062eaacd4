internal import CryptoOpenSSL
internal import Encodings

/// RFC 8017 §3.2: qi·q is 1 modulo p, and qi is below p.
struct CRTCoefficientCheck: PrivateNumberCheck {
    var redundantAfter: Set<DisagreementCode> { .noPrimes }

    func weakness(of numbers: PrivateNumbers) throws(AuthKeysError) -> KeyWeakness? {
        let isInverse = try (numbers.qi * numbers.q % numbers.p).isOne
        guard !isInverse || numbers.qi >= numbers.p else { return nil }
        return KeyWeakness(
            DisagreementCode.crtCoefficient, .error,
            numbers.qi.isZero
                ? "qi is 0 where the inverse of q modulo p belongs" : "qi is not the inverse of q modulo p",
            why: Consequence.leak, remedy: Remedy.copyAgain)
    }
}
