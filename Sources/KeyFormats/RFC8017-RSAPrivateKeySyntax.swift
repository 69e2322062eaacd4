internal import CryptoOpenSSL
internal import Encodings

/// A private key by itself, "PKCS#1" (RFC 8017 A.1.2).
///
/// ```
/// RSAPrivateKey ::= SEQUENCE {
///   version Version, modulus INTEGER, publicExponent INTEGER, privateExponent INTEGER, prime1 INTEGER, prime2 INTEGER,
///   exponent1 INTEGER, exponent2 INTEGER, coefficient INTEGER, otherPrimeInfos OtherPrimeInfos OPTIONAL }
/// ```
enum RSAPrivateKeySyntax {
    static let name = "a PKCS#1 RSAPrivateKey"

    /// Reads the one encoding. Whether the numbers agree is for whoever judges them: libcrypto does not look.
    /// - Throws: `key.multi-prime`, `key.malformed`, `key.non-canonical`.
    static func handle(_ der: Span<UInt8>) throws(AuthKeysError) -> RSAPrivateKeyHandle {
        try DamagedStructure.naming(name) { () throws(AuthKeysError) in try check(der) }
        let handle: RSAPrivateKeyHandle?
        do throws(AuthKeysError) {
            handle = try RSAPrivateKeyHandle(der: der)
        } catch {
            throw AuthKeysError(KeyCode.malformed, "\(name) that libcrypto refuses", underlying: error.underlying)
        }
        guard let handle, try handle.rsaPrivateKey().isEqual(to: SecretBytes(copying: der)) else {
            throw AuthKeysError(KeyCode.nonCanonical, "\(name) that is not its one DER encoding")
        }
        return handle
    }

    private static func check(_ der: Span<UInt8>) throws(AuthKeysError) {
        var members = try DERReader.members(der)
        let version = try members.nextCount(der)
        guard version == 0 else {
            guard version == 1 else {
                throw AuthKeysError(KeyCode.malformed, "\(name) of version \(version), where there are 0 and 1")
            }
            throw AuthKeysError(
                KeyCode.multiPrime, "an RSA private key of more than two primes (RFC 8017 version 1)",
                hint: "JWK and WebCrypto have no such keys; authkeys generate makes one of two primes")
        }
        for _ in 0..<8 { _ = try members.nextUnsigned(der) }
        try members.requireEnd()
    }
}
