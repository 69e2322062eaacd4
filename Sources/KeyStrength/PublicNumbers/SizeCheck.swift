internal import Encodings
internal import KeyFormats

/// RFC 7518 §3.3: 2048 bits or more. Bits are counted, not octets: there are keys of 2047.
struct SizeCheck: PublicNumberCheck {
    static let least = 2048

    var moduli: ClosedRange<Int> { .all }

    func weakness(of numbers: PublicNumbers) -> KeyWeakness? {
        weakness(ofBitCount: numbers.bitCount)
    }

    func weakness(ofBitCount bitCount: Int) -> KeyWeakness? {
        let most = RSAPublicKey.readableSizes.upperBound
        if bitCount < Self.least {
            return KeyWeakness(
                WeaknessCode.size, .error, "n has \(bitCount) bits where at least \(Self.least) are needed",
                why: "RFC 7518 §3.3 forbids shorter keys and verifiers refuse them; 829 bits have been factored",
                remedy: Remedy.replace)
        }
        guard bitCount > most else { return nil }
        return KeyWeakness(
            WeaknessCode.size, .error, "n has \(bitCount) bits where at most \(most) are read",
            why: "libcrypto does not verify with longer keys, and most verifiers end at 8192 bits or below",
            remedy: "authkeys generate makes a key of 2048, 3072 or 4096 bits")
    }
}
