internal import Encodings

extension RSAPrivateKey {
    /// What libcrypto reads, keeps and writes again, whatever it is: the version, and what follows the eight numbers.
    ///
    /// ```
    /// RSAPrivateKey ::= SEQUENCE { version (0 two-prime, 1 multi), n, e, d, p, q, dp, dq, qi, otherPrimeInfos OPTIONAL }
    /// ```
    /// RFC 8017 §A.1.2
    /// - Throws: `key.multi-prime`; `key.malformed` for a version that there is not.
    static func checkVersion(_ privateKeyInfo: Span<UInt8>) throws(AuthKeysError) {
        var file = DERReader(0..<privateKeyInfo.count)
        var info = DERReader(try file.next(.sequence, privateKeyInfo).contents)
        _ = try info.next(.integer, privateKeyInfo)
        _ = try info.next(.sequence, privateKeyInfo)
        var octets = DERReader(try info.next(.octetString, privateKeyInfo).contents)
        var key = DERReader(try octets.next(.sequence, privateKeyInfo).contents)
        let version = try key.next(.integer, privateKeyInfo).contents
        for _ in 0..<8 { _ = try key.next(.integer, privateKeyInfo) }
        switch (version.count, privateKeyInfo[version.lowerBound], key.isAtEnd) {
        case (1, 0, true): return
        case (1, 1, _), (1, 0, false):
            throw AuthKeysError(
                KeyCode.multiPrime, "an RSA private key of more than two primes",
                hint: "generate another key: few programs read such a one")
        default:
            throw AuthKeysError(KeyCode.malformed, "an RSA private key whose version is neither 0 nor 1 (RFC 8017)")
        }
    }
}
