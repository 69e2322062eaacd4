internal import CryptoOpenSSL
internal import Encodings

/// RFC 8017 §3.1: e is odd, at least 3 and below n.
struct InvalidExponentCheck: PublicNumberCheck {
    var moduli: ClosedRange<Int> { .all }

    func weakness(of numbers: PublicNumbers) throws(AuthKeysError) -> KeyWeakness? {
        let e = numbers.e
        let message: String
        let why: String
        if e < (try BigNumber(3)) {
            message = "e is \(e.isZero ? "0" : e.isOne ? "1" : "2")"
            why = "signatures under it prove nothing, or verify never"
        } else if !e.isOdd {
            message = "e is even"
            why = "no private exponent undoes an even one: e or n was damaged"
        } else if e >= numbers.n {
            message = "e is not below n: it has \(e.bitCount) bits and n has \(numbers.bitCount)"
            why = "RFC 8017 §3.1 does not allow it and libraries refuse it: e or n was damaged"
        } else {
            return nil
        }
        return KeyWeakness(
            WeaknessCode.exponent, .error, "\(message) where an odd number from 3 up and below n belongs", why: why,
            remedy: Remedy.copyAgain)
    }
}
