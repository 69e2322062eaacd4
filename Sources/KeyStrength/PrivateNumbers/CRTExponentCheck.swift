internal import CryptoOpenSSL
internal import Encodings

/// RFC 8017 §3.2: dp = d mod (p - 1), which is the inverse of e there; and dq likewise.
struct CRTExponentCheck: PrivateNumberCheck {
    let prime: PrivateNumbers.Prime

    var redundantAfter: Set<DisagreementCode> { .noPrimes.union([.exponent]) }

    /// One that agrees with d or with e is not the one that is wrong: d or e is, and is found for itself.
    func weakness(of numbers: PrivateNumbers) throws(AuthKeysError) -> KeyWeakness? {
        let exponent = prime == .p ? numbers.dp : numbers.dq
        guard try !numbers.isReduced(exponent, prime) else { return nil }
        let isInverse = try numbers.isInverse(exponent, prime)
        guard !isInverse || exponent >= numbers.primeMinusOne(prime) else { return nil }
        let (code, name, modulus): (DisagreementCode, String, String) =
            prime == .p ? (.crtExponentP, "dp", "(p - 1)") : (.crtExponentQ, "dq", "(q - 1)")
        return KeyWeakness(
            code, .error,
            exponent.isZero ? "\(name) is 0 where d mod \(modulus) belongs" : "\(name) is not d mod \(modulus)",
            why: Consequence.leak, remedy: Remedy.copyAgain)
    }
}
