internal import CAuthKeysOpenSSL
package import Encodings

/// An RSA private key inside libcrypto, which wipes its numbers when it frees them.
package final class RSAPrivateKeyHandle: Sendable {
    private let key: EVPKey
    private let contexts = SignatureContextPool<SigningContext>()

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
        self.init(try builder.key())
    }

    /// A number of the key, big-endian without leading zeros.
    package func secretNumber(_ parameter: RSAParameter) throws(AuthKeysError) -> SecretBytes {
        try key.secretNumber(parameter)
    }

    /// The length of the modulus, in bits.
    package var bits: Int { key.bits }

    package func modulus() throws(AuthKeysError) -> [UInt8] { try key.number(.n) }

    package func exponent() throws(AuthKeysError) -> [UInt8] { try key.number(.e) }

    /// The public half, built from n and e alone.
    package func publicKey() throws(AuthKeysError) -> RSAPublicKeyHandle {
        try RSAPublicKeyHandle(modulus: key.number(.n), exponent: key.number(.e))
    }

    /// DER of a PrivateKeyInfo (RFC 5208 §5), the same bytes that `openssl pkcs8 -topk8 -nocrypt` writes.
    package func privateKeyInfo() throws(AuthKeysError) -> SecretBytes {
        unsafe try withPrivateKeyInfo { info throws(AuthKeysError) in
            unsafe try Libcrypto.secretOutput("write a private key as PKCS#8") { output in
                unsafe i2d_PKCS8_PRIV_KEY_INFO(info, &output)
            }
        }
    }

    /// DER of an RSAPrivateKey (RFC 8017 A.1.2), the same bytes that `openssl rsa -traditional` writes.
    package func rsaPrivateKey() throws(AuthKeysError) -> SecretBytes {
        unsafe try Libcrypto.secretOutput("write a private key as PKCS#1") { output in
            unsafe key.withPointer { unsafe i2d_PrivateKey($0, &output) }
        }
    }

    /// DER of an EncryptedPrivateKeyInfo (RFC 5958 §3) by PBES2 (RFC 8018 §6.2): PBKDF2 with HMAC-SHA-256 and a random
    /// salt, then AES-256-CBC.
    /// - Parameters:
    ///   - iterations: of PBKDF2.
    ///   - saltByteCount: the length of the salt, in bytes.
    package func encryptedPrivateKeyInfo(
        passphrase: SecretBytes, iterations: Int32, saltByteCount: Int32
    ) throws(AuthKeysError) -> SecretBytes {
        let action = "encrypt a private key"
        return unsafe try withPrivateKeyInfo { info throws(AuthKeysError) in
            let sealed = unsafe try Libcrypto.make(action) {
                unsafe passphrase.withCharacters { characters in
                    unsafe PKCS8_encrypt(
                        NID_hmacWithSHA256, EVP_aes_256_cbc(), characters.baseAddress,
                        Int32(clamping: characters.count), nil, saltByteCount, iterations, info)
                }
            }
            defer { unsafe X509_SIG_free(sealed) }
            return unsafe try Libcrypto.secretOutput(action) { output in unsafe i2d_X509_SIG(sealed, &output) }
        }
    }

    private func withPrivateKeyInfo(
        _ body: (OpaquePointer) throws(AuthKeysError) -> SecretBytes
    ) throws(AuthKeysError) -> SecretBytes {
        let info = unsafe try Libcrypto.make("write a private key as PKCS#8") {
            unsafe key.withPointer { unsafe EVP_PKEY2PKCS8($0) }
        }
        defer { unsafe PKCS8_PRIV_KEY_INFO_free(info) }
        return unsafe try body(info)
    }

    /// RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.1); as long as the modulus.
    package func signature(for data: Span<UInt8>, hash: SHA2) throws(AuthKeysError) -> [UInt8] {
        let context = try contexts.take(key: key, hash: hash)
        defer { contexts.giveBack(context, hash: hash) }
        return try context.signature(for: data, capacity: (key.bits + 7) / 8)
    }
}
