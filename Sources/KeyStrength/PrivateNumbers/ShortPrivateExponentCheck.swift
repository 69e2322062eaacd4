internal import CryptoOpenSSL
internal import Encodings

/// FIPS 186-5 A.1.1: d is above 2^(nlen/2).
struct ShortPrivateExponentCheck: PrivateNumberCheck {
    var redundantAfter: Set<DisagreementCode> { [.privateExponent] }

    func weakness(of numbers: PrivateNumbers) -> KeyWeakness? {
        guard numbers.d.bitCount <= numbers.bitCount / 2 else { return nil }
        return KeyWeakness(
            DisagreementCode.shortPrivateExponent, .error,
            "d has \(numbers.d.bitCount) bits where more than \(numbers.bitCount / 2) are needed",
            why: "a short d can be computed from n and e (Wiener; Boneh and Durfee); often e and d were confused",
            remedy: Remedy.replace)
    }
}
