internal import CryptoOpenSSL
internal import Encodings

/// RFC 8017 §3.2: d is below n.
struct LongPrivateExponentCheck: PrivateNumberCheck {
    var redundantAfter: Set<DisagreementCode> { [.product, .privateExponent] }

    func weakness(of numbers: PrivateNumbers) -> KeyWeakness? {
        guard numbers.d >= numbers.n else { return nil }
        return KeyWeakness(
            DisagreementCode.longPrivateExponent, .note, "d is not below n: it has \(numbers.d.bitCount) bits",
            why: "it signs correctly, but BoringSSL and what is built on it refuse the key",
            remedy: "authkeys generate makes a key that every reader takes")
    }
}
