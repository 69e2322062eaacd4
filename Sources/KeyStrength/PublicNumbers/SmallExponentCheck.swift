internal import CryptoOpenSSL
internal import Encodings

/// NIST SP 800-56B r2 §6.2: e above 2^16.
struct SmallExponentCheck: PublicNumberCheck {
    var moduli: ClosedRange<Int> { .all }
    var redundantAfter: Set<WeaknessCode> { [.exponent] }

    func weakness(of numbers: PublicNumbers) throws(AuthKeysError) -> KeyWeakness? {
        guard numbers.e < (try BigNumber(65537)) else { return nil }
        let e = numbers.e.bigEndianBytes.reduce(0) { $0 << 8 | UInt32($1) }
        return KeyWeakness(
            WeaknessCode.smallExponent, .note, "e is \(e) where 65537 is usual",
            why: "signatures are sound, but a verifier that checks the padding carelessly can be fooled, and some "
                + "verifiers refuse the key",
            remedy: "none is needed if every verifier takes it; authkeys generate makes keys with 65537")
    }
}
