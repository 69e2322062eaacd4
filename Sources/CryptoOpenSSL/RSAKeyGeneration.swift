internal import CAuthKeysOpenSSL
package import Encodings

/// Makes RSA keys through libcrypto, with e = 65537 (its default).
package enum RSAKeyGeneration {
    /// One key on the calling thread. Cancelling the task that runs it ends it within a few milliseconds.
    /// - Throws: `crypto.cancelled`, `crypto.failed`.
    package static func generate(
        bits: Int, onCandidate: @escaping @Sendable () -> Void = {}
    ) throws(AuthKeysError) -> RSAPrivateKeyHandle {
        let action = "generate an RSA key"
        let context = unsafe try Libcrypto.make(action) { unsafe EVP_PKEY_CTX_new_from_name(nil, "RSA", nil) }
        defer { unsafe EVP_PKEY_CTX_free(context) }
        try Libcrypto.check(action) { unsafe EVP_PKEY_keygen_init(context) }
        try Libcrypto.check(action) { unsafe EVP_PKEY_CTX_set_rsa_keygen_bits(context, Int32(clamping: bits)) }
        let observer = Observer(onCandidate: onCandidate)
        unsafe EVP_PKEY_CTX_set_app_data(context, Unmanaged.passUnretained(observer).toOpaque())
        unsafe EVP_PKEY_CTX_set_cb(context) { context in
            guard let data = unsafe EVP_PKEY_CTX_get_app_data(context) else { return 0 }
            return unsafe Unmanaged<Observer>.fromOpaque(data).takeUnretainedValue().shouldContinue() ? 1 : 0
        }
        var pointer: OpaquePointer?
        ErrorQueue.clear()
        let succeeded = withExtendedLifetime(observer) { unsafe EVP_PKEY_generate(context, &pointer) == 1 }
        guard succeeded, let pointer = unsafe pointer else {
            let failure = ErrorQueue.failure(action)
            guard Task.isCancelled else { throw failure }
            throw AuthKeysError(CryptoCode.cancelled, "the generation of a key was cancelled")
        }
        return RSAPrivateKeyHandle(unsafe EVPKey(takingOwnershipOf: pointer))
    }

    /// The first of `contenders` keys that are generated at once; the others are cancelled.
    ///
    /// The time to find two primes varies between a fifth and three times its mean, so racing costs a core and wins a
    /// third of the waiting.
    package static func race(
        bits: Int, contenders: Int, onCandidate: @escaping @Sendable () -> Void = {}
    ) async throws(AuthKeysError) -> RSAPrivateKeyHandle {
        let outcome = await withTaskGroup(of: Result<RSAPrivateKeyHandle, AuthKeysError>.self) { group in
            for _ in 0..<max(contenders, 1) {
                group.addTask {
                    do throws(AuthKeysError) {
                        return .success(try generate(bits: bits, onCandidate: onCandidate))
                    } catch {
                        return .failure(error)
                    }
                }
            }
            var winner: Result<RSAPrivateKeyHandle, AuthKeysError>?
            for await result in group {
                if case .success? = winner { continue }
                if case .failure = result, winner != nil { continue }
                winner = result
                if case .success = result { group.cancelAll() }
            }
            return winner
        }
        guard let outcome else { throw AuthKeysError(CryptoCode.cancelled, "the generation of a key was cancelled") }
        return try outcome.get()
    }

    private final class Observer: Sendable {
        private let onCandidate: @Sendable () -> Void

        init(onCandidate: @escaping @Sendable () -> Void) {
            self.onCandidate = onCandidate
        }

        func shouldContinue() -> Bool {
            onCandidate()
            return !Task.isCancelled
        }
    }
}
