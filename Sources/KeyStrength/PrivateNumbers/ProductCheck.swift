internal import CryptoOpenSSL
internal import Encodings

/// RFC 8017 §3.2: n = p·q.
struct ProductCheck: PrivateNumberCheck {
    var redundantAfter: Set<DisagreementCode> { [] }

    func weakness(of numbers: PrivateNumbers) throws(AuthKeysError) -> KeyWeakness? {
        guard try numbers.p * numbers.q != numbers.n else { return nil }
        return KeyWeakness(
            DisagreementCode.product, .error, "n is not p·q: \(try Self.culprit(numbers))",
            why: "a number was damaged; signatures do not verify, or the private key leaks through them",
            remedy: Remedy.copyAgain)
    }

    /// The one that is left when the other two fit.
    private static func culprit(_ numbers: PrivateNumbers) throws(AuthKeysError) -> String {
        switch (try divides(numbers.p, numbers.n), try divides(numbers.q, numbers.n)) {
        case (true, false): "p divides n and q does not"
        case (false, true): "q divides n and p does not"
        default: "neither p nor q is the other one's complement, so that n is wrong, or both are"
        }
    }

    private static func divides(_ divisor: BigNumber, _ n: BigNumber) throws(AuthKeysError) -> Bool {
        guard divisor.bitCount > 1 else { return false }
        return try (n % divisor).isZero
    }
}
