internal import CryptoOpenSSL
internal import Encodings

/// A public key by itself, "PKCS#1" (RFC 8017 A.1.1).
///
/// ```
/// RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER }
/// ```
enum RSAPublicKeySyntax {
    static let name = "a PKCS#1 RSAPublicKey"

    /// Reads the one encoding, whatever the numbers are.
    /// - Throws: `key.malformed`, `key.non-canonical`.
    static func handle(_ der: Span<UInt8>) throws(AuthKeysError) -> RSAPublicKeyHandle {
        try DamagedStructure.naming(name) { () throws(AuthKeysError) in
            var members = try DERReader.members(der)
            for _ in 0..<2 { _ = try members.nextUnsigned(der) }
            try members.requireEnd()
        }
        let handle: RSAPublicKeyHandle?
        do throws(AuthKeysError) {
            handle = try RSAPublicKeyHandle(rsaPublicKey: der)
        } catch {
            throw AuthKeysError(KeyCode.malformed, "\(name) that libcrypto refuses", underlying: error.underlying)
        }
        if let handle {
            let canonical = try handle.rsaPublicKey()
            if der.count == canonical.count, der.indices.allSatisfy({ der[$0] == canonical[$0] }) { return handle }
        }
        throw AuthKeysError(KeyCode.nonCanonical, "\(name) that is not its one DER encoding")
    }
}
