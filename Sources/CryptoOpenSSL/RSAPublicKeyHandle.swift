internal import CAuthKeysOpenSSL
package import Encodings

/// An RSA public key inside libcrypto; it never holds a private one.
package final class RSAPublicKeyHandle: Sendable {
    private let key: EVPKey
    private let contexts = SignatureContextPool<VerificationContext>()

    private init(_ key: consuming EVPKey) {
        self.key = key
    }

    /// - Parameters:
    ///   - modulus: n, big-endian.
    ///   - exponent: e, big-endian.
    package convenience init(modulus: [UInt8], exponent: [UInt8]) throws(AuthKeysError) {
        self.init(try RSAPublicNumbers.key(modulus: modulus, exponent: exponent))
    }

    /// Reads DER of an RSAPublicKey (PKCS#1, RFC 8017 A.1.1); `nil` when something follows it.
    /// - Throws: `crypto.failed`, when the bytes hold no such key.
    package convenience init?(rsaPublicKey der: Span<UInt8>) throws(AuthKeysError) {
        var consumed = 0
        let pointer = unsafe try Libcrypto.make("read an RSA public key") {
            unsafe der.withUnsafeBufferPointer { bytes in
                var cursor = bytes.baseAddress
                let key = unsafe d2i_PublicKey(EVP_PKEY_RSA, nil, &cursor, bytes.count)
                if let start = bytes.baseAddress, let end = unsafe cursor { consumed = unsafe end - start }
                return unsafe key
            }
        }
        let key = unsafe EVPKey(takingOwnershipOf: pointer)
        guard key.isRSA, consumed == der.count else { return nil }
        self.init(key)
    }

    /// The length of the modulus, in bits.
    package var bits: Int { key.bits }

    package func modulus() throws(AuthKeysError) -> [UInt8] { try key.number(.n) }

    package func exponent() throws(AuthKeysError) -> [UInt8] { try key.number(.e) }

    /// DER of a SubjectPublicKeyInfo.
    package func subjectPublicKeyInfo() throws(AuthKeysError) -> [UInt8] {
        unsafe try Libcrypto.output("write a public key") { output in
            unsafe key.withPointer { unsafe i2d_PUBKEY($0, &output) }
        }
    }

    /// DER of an RSAPublicKey (RFC 8017 A.1.1), the same bytes that `openssl rsa -RSAPublicKey_out` writes.
    package func rsaPublicKey() throws(AuthKeysError) -> [UInt8] {
        unsafe try Libcrypto.output("write a public key as PKCS#1") { output in
            unsafe key.withPointer { unsafe i2d_PublicKey($0, &output) }
        }
    }

    /// RSASSA-PKCS1-v1_5 verification (RFC 8017 §8.2.2).
    /// - Throws: `crypto.failed`, when libcrypto cannot verify at all (a policy, out of memory).
    package func isValid(
        signature: Span<UInt8>, for data: Span<UInt8>, hash: SHA2
    ) throws(AuthKeysError) -> Bool {
        let context = try contexts.take(key: key, hash: hash)
        defer { contexts.giveBack(context, hash: hash) }
        return context.isValid(signature: signature, for: data)
    }
}
