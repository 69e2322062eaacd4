internal import Encodings
internal import KeyFormats

/// Sizes that are safe and that somebody may still refuse.
struct UnusualSizeCheck: PublicNumberCheck {
    var moduli: ClosedRange<Int> { SizeCheck.least...RSAPublicKey.readableSizes.upperBound }

    func weakness(of numbers: PublicNumbers) -> KeyWeakness? {
        guard ![2048, 3072, 4096].contains(numbers.bitCount) else { return nil }
        let why =
            numbers.bitCount % 8 != 0
            ? "no common generator makes it, and signers disagree about the length of a signature in octets"
            : numbers.bitCount > PrimeModulusCheck.most
                ? "verifiers commonly end at 8192 bits; whether n is prime is not tested above that size"
                : "it is slow or unknown to some libraries, and key services offer 2048, 3072 and 4096 bits only"
        return KeyWeakness(
            WeaknessCode.unusualSize, .note, "n has \(numbers.bitCount) bits, which is neither 2048, 3072 nor 4096",
            why: why, remedy: "none is needed if every reader of the key takes it; authkeys generate makes usual sizes")
    }
}
