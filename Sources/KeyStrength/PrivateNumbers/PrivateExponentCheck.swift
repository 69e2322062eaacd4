internal import CryptoOpenSSL
internal import Encodings

/// RFC 8017 §3.2: e·d is 1 modulo lcm(p - 1, q - 1). The inverse modulo (p - 1)(q - 1) is one modulo that, too.
struct PrivateExponentCheck: PrivateNumberCheck {
    var redundantAfter: Set<DisagreementCode> { .noPrimes.union([.exponent]) }

    func weakness(of numbers: PrivateNumbers) throws(AuthKeysError) -> KeyWeakness? {
        let isInverse = (p: try numbers.isInverse(numbers.d, .p), q: try numbers.isInverse(numbers.d, .q))
        // Below 2, d would be the inverse of an e that signs nothing.
        guard !isInverse.p || !isInverse.q || numbers.d.bitCount < 2 else { return nil }
        let agreesWithCRT = (
            p: try numbers.isReduced(numbers.dp, .p), q: try numbers.isReduced(numbers.dq, .q)
        )
        let culprit: String
        if numbers.d.bitCount < 2 {
            culprit = "d is \(numbers.d.isZero ? "0" : "1")"
        } else if agreesWithCRT.p && agreesWithCRT.q {
            culprit = "d, dp and dq agree with each other and not with e"
        } else {
            culprit = "e·d is not 1 modulo lcm(p - 1, q - 1)"
        }
        return KeyWeakness(
            DisagreementCode.privateExponent, .error, "d does not undo e: \(culprit)",
            why: "what is signed with d does not verify with e", remedy: Remedy.copyAgain)
    }
}

extension PrivateNumbers {
    enum Prime: Sendable {
        case p, q
    }

    func primeMinusOne(_ prime: Prime) -> BigNumber {
        switch prime {
        case .p: pMinusOne
        case .q: qMinusOne
        }
    }

    /// Whether e·exponent is 1 modulo the prime less one. Together, both primes stand for the lcm.
    func isInverse(_ exponent: BigNumber, _ prime: Prime) throws(AuthKeysError) -> Bool {
        try ((e * exponent - one) % primeMinusOne(prime)).isZero
    }

    /// Whether the exponent is d modulo the prime less one.
    func isReduced(_ exponent: BigNumber, _ prime: Prime) throws(AuthKeysError) -> Bool {
        try d % primeMinusOne(prime) == exponent
    }
}
