internal import CryptoOpenSSL
internal import Encodings

/// FIPS 186-5 A.1.3: p and q are √2·2^(nlen/2 - 1) or more, which is to say that the square of each has nlen bits. Some
/// sound generators ask for less, Java's for one, but all make two primes of one length.
struct PrimeSizeCheck: PrivateNumberCheck {
    /// What the elliptic-curve method finds today (274 bits), and some room.
    static let findable = 320

    var redundantAfter: Set<DisagreementCode> { .noPrimes }

    func weakness(of numbers: PrivateNumbers) throws(AuthKeysError) -> KeyWeakness? {
        let shorter = numbers.p < numbers.q ? numbers.p : numbers.q
        guard try shorter.squared().bitCount < numbers.bitCount else { return nil }
        let severity: KeyWeakness.Severity
        let why: String
        if shorter.bitCount >= numbers.bitCount / 2 {
            (severity, why) = (.note, "it is as safe as others; FIPS 186-5 A.1.3 asks for a little more")
        } else if shorter.bitCount > Self.findable || numbers.bitCount < 2 * Self.findable {
            (severity, why) = (.warning, "sound generators make primes of one length (FIPS 186-5 A.1.3)")
        } else {
            (severity, why) = (.error, "the elliptic-curve method finds a prime that short, however long n is")
        }
        return KeyWeakness(
            DisagreementCode.primeSize, severity,
            "the smaller prime has \(shorter.bitCount) bits where n has \(numbers.bitCount)", why: why,
            remedy: severity == .note ? "none is needed unless FIPS 186-5 is" : Remedy.replace)
    }
}
