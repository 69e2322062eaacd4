internal import Encodings

/// The bits of a product of random primes are one or zero alike. The bounds lie eight standard deviations away or more.
struct BitBiasCheck: PublicNumberCheck {
    func weakness(of numbers: PublicNumbers) -> KeyWeakness? {
        let (bits, ones) = (numbers.bitCount, numbers.modulus.reduce(0) { $0 + $1.nonzeroBitCount })
        let (above, upTo) = bits > 2000 ? (40, 60) : bits > 1000 ? (38, 62) : (33, 67)
        guard ones * 100 <= above * bits || ones * 100 > upTo * bits else { return nil }
        return KeyWeakness(
            WeaknessCode.bitBias, .warning, "\(ones) of the \(bits) bits of n are one, where about half are expected",
            why: "n was not made from random primes", remedy: Remedy.replace)
    }
}
