internal import CryptoOpenSSL
internal import Encodings

/// Go and others hold e in a machine word; and a random e is how a small d shows itself.
struct LargeExponentCheck: PublicNumberCheck {
    static let usual = 32

    var moduli: ClosedRange<Int> { .all }
    var redundantAfter: Set<WeaknessCode> { [.exponent, .smallPrivateExponent] }

    func weakness(of numbers: PublicNumbers) -> KeyWeakness? {
        guard numbers.e.bitCount > Self.usual else { return nil }
        return KeyWeakness(
            WeaknessCode.largeExponent, .note, "e has \(numbers.e.bitCount) bits where 65537 is usual",
            why: "Go and other libraries refuse an e above 2^32, and verifying takes many times longer",
            remedy: "authkeys generate makes keys with 65537")
    }
}
