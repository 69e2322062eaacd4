internal import CryptoOpenSSL
internal import Encodings

/// Wiener's attack: when d is below n^¼ / 3, it is the denominator of a convergent of e/n. A small d comes with a large
/// e, so that others are not searched.
struct SmallPrivateExponentCheck: PublicNumberCheck {
    /// What is taken for the largest common divisor of p - 1 and q - 1 when k is very small.
    private static let mostCommon = 16

    var redundantAfter: Set<WeaknessCode> { [.exponent, .evenModulus] }

    func weakness(of numbers: PublicNumbers) throws(AuthKeysError) -> KeyWeakness? {
        guard numbers.e.bitCount > LargeExponentCheck.usual, try Self.findsPrivateExponent(numbers) else { return nil }
        return KeyWeakness(
            WeaknessCode.smallPrivateExponent, .error,
            "the private exponent is so small that it was computed from n and e",
            why: "anybody can compute it by Wiener's attack; often e and d were confused when the key was made",
            remedy: Remedy.replace)
    }

    private static func findsPrivateExponent(_ numbers: PublicNumbers) throws(AuthKeysError) -> Bool {
        let (zero, one) = (try BigNumber(0), try BigNumber(1))
        // k/d runs through the convergents; the first quotient of a fraction below 1 is 0.
        var (k, previousK) = (zero, one)
        var (d, previousD) = (one, zero)
        var (dividend, divisor) = (numbers.n, numbers.e)
        while !divisor.isZero {
            let (quotient, remainder) = try dividend.quotientAndRemainder(dividingBy: divisor)
            (k, previousK) = (try quotient * k + previousK, k)
            (d, previousD) = (try quotient * d + previousD, d)
            (dividend, divisor) = (divisor, remainder)
            guard d.bitCount <= numbers.bitCount / 4 + 1 else { return false }
            // e·d = g + k·φ with a small g, which is 1 when d is the inverse modulo φ and not modulo lcm(p - 1, q - 1).
            // The quotient is φ when k is above g; for the smallest k, the numbers below it are tried too.
            var phi = try numbers.e * d / k
            for _ in 0...(k.bitCount <= 4 ? Self.mostCommon : 0) {
                if try factors(numbers.n, phi: phi) { return true }
                phi = try phi - one
            }
        }
        return false
    }

    /// p + q = n - φ + 1, and (p - q)² = (p + q)² - 4n.
    private static func factors(_ n: BigNumber, phi: BigNumber) throws(AuthKeysError) -> Bool {
        guard !phi.isZero, phi < n else { return false }
        let sum = try n - phi + BigNumber(1)
        return try (sum.squared() - n.shiftedLeft(by: 2)).exactSquareRoot() != nil
    }
}
