internal import CAuthKeysOpenSSL
internal import Encodings

/// Verifies signatures of one key and one hash as RFC 8017 §8.2.2 has it: the signature to the power of e, and then the
/// whole encoded message (§9.2) compared with the one that the data must have.
///
/// libcrypto does the first step, with no padding taken off. `EVP_PKEY_verify` gives the same answers and is a hundredth
/// slower: it looks for the padding's end and builds the DigestInfo for each signature.
@safe
final class VerificationContext: SignatureContext, @unchecked Sendable {  // unchecked: the pool lends it to one caller
    private let operation: KeyContext
    private let hashing: DigestContext
    /// EM, as long as the modulus; the digest at its end is that of the last data.
    private let expected: UnsafeMutableBufferPointer<UInt8>
    private let digestStart: Int
    /// EM as a signature has it.
    private let recovered: UnsafeMutableBufferPointer<UInt8>

    /// - Throws: `crypto.failed`, also for a modulus that is too short for the hash.
    init(key: borrowing EVPKey, hash: SHA2) throws(AuthKeysError) {
        let action = "prepare to verify a signature"
        let byteCount = (key.bits + 7) / 8
        guard let message = EncodedMessage(hash, byteCount: byteCount) else {
            throw AuthKeysError(
                CryptoCode.failed, "a key of \(key.bits) bits, too short for a signature with \(hash)")
        }
        operation = unsafe try KeyContext.of(key, action) { operation in
            let isReady =
                unsafe EVP_PKEY_verify_recover_init(operation) == 1
                && EVP_PKEY_CTX_set_rsa_padding(operation, RSA_NO_PADDING) == 1
            return isReady ? 1 : 0
        }
        hashing = try DigestContext(hash, action)
        digestStart = message.beforeDigest.count
        unsafe expected = .allocate(capacity: byteCount)
        unsafe expected.initialize(repeating: 0)
        unsafe _ = expected.update(from: message.beforeDigest)
        unsafe recovered = .allocate(capacity: byteCount)
        unsafe recovered.initialize(repeating: 0)
    }

    deinit {
        unsafe recovered.deallocate()
        unsafe expected.deallocate()
    }

    /// What fails for another reason than the signature is no valid signature either.
    func isValid(signature: Span<UInt8>, for data: Span<UInt8>) -> Bool {
        guard let start = unsafe expected.baseAddress, unsafe signature.count == expected.count else { return false }
        guard unsafe hashing.digest(data, into: start + digestStart), recover(signature) else {
            ErrorQueue.clear()
            return false
        }
        return unsafe Span(_unsafeElements: UnsafeBufferPointer(expected))
            .hasSameBytes(as: Span(_unsafeElements: UnsafeBufferPointer(recovered)))
    }

    /// RSAVP1 (§5.2.2), which fails for a number that is not below the modulus.
    private func recover(_ signature: Span<UInt8>) -> Bool {
        unsafe signature.withUnsafeBufferPointer { signature in
            unsafe operation.withPointer { operation in
                var count = unsafe recovered.count
                let status = unsafe EVP_PKEY_verify_recover(
                    operation, recovered.baseAddress, &count, signature.baseAddress, signature.count)
                return unsafe status == 1 && count == recovered.count
            }
        }
    }
}
