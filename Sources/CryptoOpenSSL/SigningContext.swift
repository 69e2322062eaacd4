internal import CAuthKeysOpenSSL
internal import Encodings

/// Signs with one key and one hash (RFC 8017 §8.2.1).
@safe
final class SigningContext: SignatureContext, @unchecked Sendable {  // unchecked: the pool lends it to one caller
    private let operation: KeyContext
    private let hashing: DigestContext
    private let digest: UnsafeMutableBufferPointer<UInt8>

    init(key: borrowing EVPKey, hash: SHA2) throws(AuthKeysError) {
        let action = "prepare to sign"
        let algorithm = unsafe try hash.algorithm
        operation = unsafe try KeyContext.of(key, action) { operation in
            let isReady =
                unsafe EVP_PKEY_sign_init(operation) == 1
                && EVP_PKEY_CTX_set_rsa_padding(operation, RSA_PKCS1_PADDING) == 1
                && EVP_PKEY_CTX_set_signature_md(operation, algorithm) == 1
            return isReady ? 1 : 0
        }
        hashing = try DigestContext(hash, action)
        unsafe digest = .allocate(capacity: hash.byteCount)
        unsafe digest.initialize(repeating: 0)
    }

    deinit {
        unsafe digest.deallocate()
    }

    /// - Parameter capacity: the length of the modulus, in bytes.
    func signature(for data: Span<UInt8>, capacity: Int) throws(AuthKeysError) -> [UInt8] {
        try Libcrypto.check("hash what is to be signed") {
            guard let start = unsafe digest.baseAddress else { return 0 }
            return unsafe hashing.digest(data, into: start) ? 1 : 0
        }
        return try [UInt8](capacity: capacity) { output throws(AuthKeysError) in
            try Libcrypto.check("sign") {
                unsafe output.withUnsafeMutableBufferPointer { output, count in
                    count = capacity
                    let status = unsafe operation.withPointer {
                        unsafe EVP_PKEY_sign($0, output.baseAddress, &count, digest.baseAddress, digest.count)
                    }
                    if status != 1 { count = 0 }
                    return status
                }
            }
        }
    }
}
