internal import CryptoOpenSSL
internal import Encodings
internal import KeyFormats

/// The numbers of a private key, as the checks want them: each in memory that is wiped.
struct PrivateNumbers {
    let n, e, d, p, q, dp, dq, qi: BigNumber
    /// The length of the modulus.
    let bitCount: Int
    let one: BigNumber
    /// p - 1 and q - 1; negative when a prime is zero.
    let pMinusOne, qMinusOne: BigNumber

    init(_ numbers: RSAPrivateNumbers) throws(AuthKeysError) {
        n = try BigNumber(bigEndian: numbers.n.span)
        e = try BigNumber(bigEndian: numbers.e.span)
        d = try BigNumber(numbers.d)
        p = try BigNumber(numbers.p)
        q = try BigNumber(numbers.q)
        dp = try BigNumber(numbers.dp)
        dq = try BigNumber(numbers.dq)
        qi = try BigNumber(numbers.qi)
        bitCount = n.bitCount
        one = try BigNumber(1)
        pMinusOne = try p - one
        qMinusOne = try q - one
    }

    /// No number of a key is longer than the largest modulus that is read; d, which may have a multiple of φ added to
    /// it, gets twice the room. What is longer is not computed with.
    static func tooLong(in numbers: RSAPrivateNumbers) -> KeyWeakness? {
        let most = 2 * RSAPublicKey.readableSizes.upperBound / 8
        let lengths = [
            ("n", numbers.n.count), ("e", numbers.e.count), ("d", numbers.d.count), ("p", numbers.p.count),
            ("q", numbers.q.count), ("dp", numbers.dp.count), ("dq", numbers.dq.count), ("qi", numbers.qi.count),
        ]
        guard let (name, length) = lengths.first(where: { $0.1 > most }) else { return nil }
        return KeyWeakness(
            DisagreementCode.tooLong, .error, "\(name) has \(length) octets where at most \(most) are read",
            why: "no number of an RSA key is that long", remedy: Remedy.copyAgain)
    }
}
