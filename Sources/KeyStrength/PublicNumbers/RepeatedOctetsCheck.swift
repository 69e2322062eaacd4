internal import Encodings

/// A random modulus of 2048 bits holds such a run with a probability of 2^-112.
struct RepeatedOctetsCheck: PublicNumberCheck {
    static let run = 16

    func weakness(of numbers: PublicNumbers) -> KeyWeakness? {
        var length = 0
        var last: UInt8?
        for octet in numbers.modulus {
            length = octet == last ? length + 1 : 1
            last = octet
            guard length < Self.run else {
                return KeyWeakness(
                    WeaknessCode.repeatedOctets, .warning, "\(Self.run) octets of n in a row are the same",
                    why: "n was damaged, or it was not made from random primes", remedy: Remedy.copyAgain)
            }
        }
        return nil
    }
}
