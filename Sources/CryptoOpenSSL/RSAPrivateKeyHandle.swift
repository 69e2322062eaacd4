internal import CAuthKeysOpenSSL
package import Encodings

/// An RSA private key inside libcrypto, which wipes its numbers when it frees them.
package final class RSAPrivateKeyHandle: Sendable {
    private let key: EVPKey

    init(_ key: consuming EVPKey) {
        self.key = key
    }

    /// Reads DER of a PrivateKeyInfo (PKCS#8) or of a bare RSAPrivateKey (PKCS#1); `nil` when something follows it.
    /// - Throws: `crypto.failed`, when the bytes hold no RSA key.
    package convenience init?(der: Span<UInt8>) throws(AuthKeysError) {
        var consumed = 0
        let pointer = unsafe try Libcrypto.make("read an RSA private key") {
            unsafe der.withUnsafeBufferPointer { bytes in
                var cursor = bytes.baseAddress
                let key = unsafe d2i_PrivateKey(EVP_PKEY_RSA, nil, &cursor, bytes.count)
                if let start = bytes.baseAddress, let end = unsafe cursor { consumed = unsafe end - start }
                return unsafe key
            }
        }
        let key = unsafe EVPKey(takingOwnershipOf: pointer)
        guard key.isRSA, consumed == der.count else { return nil }
        self.init(key)
    }

    /// Takes the numbers as they are, whether they agree or not.
    /// - Parameters:
    ///   - modulus: n, big-endian.
    ///   - exponent: e, big-endian.
    ///   - secrets: the others, big-endian.
    package convenience init(
        modulus: [UInt8], exponent: [UInt8], secrets: [(parameter: RSAParameter, number: SecretBytes)]
    ) throws(AuthKeysError) {
        var builder = try RSAKeyBuilder()
        try builder.add(.n, modulus.span)
        try builder.add(.e, exponent.span)
        for (parameter, number) in secrets {
            try number.withBytes { number throws(AuthKeysError) in try builder.add(parameter, number) }
        }
        self.init(try builder.key(authkeys_EVP_PKEY_KEYPAIR))
    }

    /// A number of the key, big-endian without leading zeros.
    package func secretNumber(_ parameter: RSAParameter) throws(AuthKeysError) -> SecretBytes {
        try key.secretNumber(parameter)
    }

    /// The length of the modulus, in bits.
    package var bits: Int { key.bits }

    /// The public half, built from n and e alone.
    package func publicKey() throws(AuthKeysError) -> RSAPublicKeyHandle {
        try RSAPublicKeyHandle(modulus: key.number(.n), exponent: key.number(.e))
    }

    /// DER of a PrivateKeyInfo (RFC 5208 §5), the same bytes that `openssl pkcs8 -topk8 -nocrypt` writes.
    package func privateKeyInfo() throws(AuthKeysError) -> SecretBytes {
        let action = "write a private key as PKCS#8"
        let info = unsafe try Libcrypto.make(action) { unsafe key.withPointer { unsafe EVP_PKEY2PKCS8($0) } }
        defer { unsafe PKCS8_PRIV_KEY_INFO_free(info) }
        var buffer: UnsafeMutablePointer<UInt8>?
        let count = Int(unsafe i2d_PKCS8_PRIV_KEY_INFO(info, &buffer))
        guard count > 0, let buffer = unsafe buffer else { throw ErrorQueue.failure(action) }
        defer { unsafe authkeys_OPENSSL_clear_free(buffer, count) }
        return SecretBytes(copying: unsafe Span(_unsafeElements: UnsafeBufferPointer(start: buffer, count: count)))
    }

    /// RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.1); as long as the modulus.
    package func signature(ofDigest digest: [UInt8], hash: SHA2) throws(AuthKeysError) -> [UInt8] {
        let action = "sign"
        let context = unsafe try Libcrypto.make(action) {
            unsafe key.withPointer { unsafe EVP_PKEY_CTX_new_from_pkey(nil, $0, nil) }
        }
        defer { unsafe EVP_PKEY_CTX_free(context) }
        try Libcrypto.check(action) { unsafe EVP_PKEY_sign_init(context) }
        try Libcrypto.check(action) { unsafe EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) }
        try Libcrypto.check(action) { unsafe EVP_PKEY_CTX_set_signature_md(context, hash.algorithm) }
        var count = (key.bits + 7) / 8
        var signature = [UInt8](repeating: 0, count: count)
        try Libcrypto.check(action) {
            unsafe signature.withUnsafeMutableBufferPointer { output in
                unsafe EVP_PKEY_sign(context, output.baseAddress, &count, digest, digest.count)
            }
        }
        return Array(signature.prefix(count))
    }
}
