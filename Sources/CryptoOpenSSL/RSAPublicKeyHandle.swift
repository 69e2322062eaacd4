internal import CAuthKeysOpenSSL
package import Encodings

/// An RSA public key inside libcrypto; it never holds a private one.
package final class RSAPublicKeyHandle: Sendable {
    private let key: EVPKey

    private init(_ key: consuming EVPKey) {
        self.key = key
    }

    /// - Parameters:
    ///   - modulus: n, big-endian.
    ///   - exponent: e, big-endian.
    package convenience init(modulus: [UInt8], exponent: [UInt8]) throws(AuthKeysError) {
        let action = "build an RSA public key from its numbers"
        let builder = unsafe try Libcrypto.make(action) { unsafe OSSL_PARAM_BLD_new() }
        defer { unsafe OSSL_PARAM_BLD_free(builder) }
        let n = unsafe try Self.bigNumber(modulus)
        defer { unsafe BN_free(n) }
        let e = unsafe try Self.bigNumber(exponent)
        defer { unsafe BN_free(e) }
        try Libcrypto.check(action) { unsafe OSSL_PARAM_BLD_push_BN(builder, authkeys_OSSL_PKEY_PARAM_RSA_N, n) }
        try Libcrypto.check(action) { unsafe OSSL_PARAM_BLD_push_BN(builder, authkeys_OSSL_PKEY_PARAM_RSA_E, e) }
        let parameters = unsafe OSSL_PARAM_BLD_to_param(builder)
        defer { unsafe OSSL_PARAM_free(parameters) }
        let context = unsafe try Libcrypto.make(action) { unsafe EVP_PKEY_CTX_new_from_name(nil, "RSA", nil) }
        defer { unsafe EVP_PKEY_CTX_free(context) }
        try Libcrypto.check(action) { unsafe EVP_PKEY_fromdata_init(context) }
        var pointer: OpaquePointer?
        try Libcrypto.check(action) {
            unsafe EVP_PKEY_fromdata(context, &pointer, authkeys_EVP_PKEY_PUBLIC_KEY, parameters)
        }
        guard let pointer = unsafe pointer else { throw ErrorQueue.failure(action) }
        self.init(unsafe EVPKey(takingOwnershipOf: pointer))
    }

    /// Reads a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7); `nil` when the bytes hold another kind of key, or when
    /// something follows it.
    /// - Throws: `crypto.failed`, when they hold no key.
    package convenience init?(subjectPublicKeyInfo der: Span<UInt8>) throws(AuthKeysError) {
        var consumed = 0
        let pointer = unsafe try Libcrypto.make("read a SubjectPublicKeyInfo") {
            unsafe der.withUnsafeBufferPointer { bytes in
                var cursor = bytes.baseAddress
                let key = unsafe d2i_PUBKEY(nil, &cursor, bytes.count)
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

    package func modulus() throws(AuthKeysError) -> [UInt8] { try key.number("n") }

    package func exponent() throws(AuthKeysError) -> [UInt8] { try key.number("e") }

    /// DER of a SubjectPublicKeyInfo.
    package func subjectPublicKeyInfo() throws(AuthKeysError) -> [UInt8] {
        var buffer: UnsafeMutablePointer<UInt8>?
        ErrorQueue.clear()
        let count = unsafe key.withPointer { unsafe i2d_PUBKEY($0, &buffer) }
        guard count > 0, let buffer = unsafe buffer else { throw ErrorQueue.failure("write a public key") }
        defer { unsafe authkeys_OPENSSL_free(buffer) }
        return unsafe Array(UnsafeBufferPointer(start: buffer, count: Int(count)))
    }

    /// RSASSA-PKCS1-v1_5 verification (RFC 8017 §8.2.2).
    package func isValid(signature: Span<UInt8>, ofDigest digest: [UInt8], hash: SHA2) -> Bool {
        ErrorQueue.clear()
        defer { ErrorQueue.clear() }
        let context = unsafe key.withPointer { unsafe EVP_PKEY_CTX_new_from_pkey(nil, $0, nil) }
        defer { unsafe EVP_PKEY_CTX_free(context) }
        guard unsafe EVP_PKEY_verify_init(context) == 1,
            unsafe EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1,
            unsafe EVP_PKEY_CTX_set_signature_md(context, hash.algorithm) == 1
        else { return false }
        return unsafe signature.withUnsafeBufferPointer { signature in
            unsafe EVP_PKEY_verify(context, signature.baseAddress, signature.count, digest, digest.count) == 1
        }
    }

    private static func bigNumber(_ bytes: [UInt8]) throws(AuthKeysError) -> OpaquePointer {
        unsafe try Libcrypto.make("read a number") { unsafe BN_bin2bn(bytes, Int32(clamping: bytes.count), nil) }
    }
}
