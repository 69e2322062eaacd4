internal import CAuthKeysOpenSSL
internal import Encodings

/// What libcrypto sets up to sign or verify with one key and one hash (RSASSA-PKCS1-v1_5). The set-up costs a fifth of a
/// verification: it is kept in a ``SignatureContextPool``.
@safe
final class SignatureContext: @unchecked Sendable {  // unchecked: the pool lends it to one caller at a time
    enum Purpose {
        case sign, verify
    }

    private let operation: OpaquePointer
    private let hashing: OpaquePointer
    private let algorithm: OpaquePointer
    private let digest: UnsafeMutableBufferPointer<UInt8>

    init(_ purpose: Purpose, key: borrowing EVPKey, hash: SHA2) throws(AuthKeysError) {
        let action = purpose == .sign ? "prepare to sign" : "prepare to verify a signature"
        unsafe algorithm = try hash.algorithm
        unsafe operation = try Libcrypto.make(action) {
            unsafe key.withPointer { unsafe EVP_PKEY_CTX_new_from_pkey(nil, $0, nil) }
        }
        do throws(AuthKeysError) {
            unsafe hashing = try Libcrypto.make(action) { unsafe EVP_MD_CTX_new() }
        } catch {
            unsafe EVP_PKEY_CTX_free(operation)
            throw error
        }
        unsafe digest = .allocate(capacity: hash.byteCount)
        unsafe digest.initialize(repeating: 0)
        try Libcrypto.check(action) {
            unsafe purpose == .sign ? EVP_PKEY_sign_init(operation) : EVP_PKEY_verify_init(operation)
        }
        try Libcrypto.check(action) { unsafe EVP_PKEY_CTX_set_rsa_padding(operation, RSA_PKCS1_PADDING) }
        try Libcrypto.check(action) { unsafe EVP_PKEY_CTX_set_signature_md(operation, algorithm) }
    }

    deinit {
        unsafe digest.deallocate()
        unsafe EVP_MD_CTX_free(hashing)
        unsafe EVP_PKEY_CTX_free(operation)
    }

    private func hash(_ data: Span<UInt8>) -> Bool {
        unsafe data.withUnsafeBufferPointer { data in
            unsafe EVP_DigestInit_ex2(hashing, algorithm, nil) == 1
                && EVP_DigestUpdate(hashing, data.baseAddress, data.count) == 1
                && EVP_DigestFinal_ex(hashing, digest.baseAddress, nil) == 1
        }
    }

    /// RFC 8017 §8.2.2. What fails for another reason than the signature is no valid signature either.
    func isValid(signature: Span<UInt8>, for data: Span<UInt8>) -> Bool {
        guard hash(data) else {
            ErrorQueue.clear()
            return false
        }
        let status = unsafe signature.withUnsafeBufferPointer { signature in
            unsafe EVP_PKEY_verify(
                operation, signature.baseAddress, signature.count, digest.baseAddress, digest.count)
        }
        if status != 1 { ErrorQueue.clear() }
        return status == 1
    }

    /// RFC 8017 §8.2.1.
    /// - Parameter capacity: the length of the modulus, in bytes.
    func signature(for data: Span<UInt8>, capacity: Int) throws(AuthKeysError) -> [UInt8] {
        try Libcrypto.check("hash what is to be signed") { hash(data) ? 1 : 0 }
        return try [UInt8](capacity: capacity) { output throws(AuthKeysError) in
            try Libcrypto.check("sign") {
                unsafe output.withUnsafeMutableBufferPointer { output, count in
                    count = capacity
                    let status = unsafe EVP_PKEY_sign(
                        operation, output.baseAddress, &count, digest.baseAddress, digest.count)
                    if status != 1 { count = 0 }
                    return status
                }
            }
        }
    }
}
