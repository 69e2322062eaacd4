internal import CAuthKeysOpenSSL
package import Encodings

/// Makes RSA keys through libcrypto, with e = 65537 (its default).
package enum RSAKeyGeneration {
    /// - Parameter shouldContinue: asked many times a second while primes are searched for; the first `false` ends the
    ///   search.
    /// - Throws: `crypto.cancelled`, `crypto.failed`.
    package static func generate(
        bits: Int, shouldContinue: () -> Bool
    ) throws(AuthKeysError) -> RSAPrivateKeyHandle {
        let action = "generate an RSA key"
        let context = unsafe try Libcrypto.make(action) { unsafe EVP_PKEY_CTX_new_from_name(nil, "RSA", nil) }
        defer { unsafe EVP_PKEY_CTX_free(context) }
        try Libcrypto.check(action) { unsafe EVP_PKEY_keygen_init(context) }
        try Libcrypto.check(action) { unsafe EVP_PKEY_CTX_set_rsa_keygen_bits(context, Int32(clamping: bits)) }
        return try withoutActuallyEscaping(shouldContinue) { shouldContinue throws(AuthKeysError) in
            let observer = Observer(shouldContinue)
            let key = unsafe generate(context, observer)
            guard let key = unsafe key else {
                guard observer.wasStopped else { throw ErrorQueue.failure(action) }
                ErrorQueue.clear()
                throw AuthKeysError(CryptoCode.cancelled, "the generation of a key was cancelled")
            }
            return RSAPrivateKeyHandle(unsafe EVPKey(takingOwnershipOf: key))
        }
    }

    private static func generate(_ context: OpaquePointer, _ observer: Observer) -> OpaquePointer? {
        unsafe EVP_PKEY_CTX_set_app_data(context, Unmanaged.passUnretained(observer).toOpaque())
        unsafe EVP_PKEY_CTX_set_cb(context) { context in
            guard let data = unsafe EVP_PKEY_CTX_get_app_data(context) else { return 0 }
            return unsafe Unmanaged<Observer>.fromOpaque(data).takeUnretainedValue().continues() ? 1 : 0
        }
        var key: OpaquePointer?
        ErrorQueue.clear()
        // libcrypto holds a pointer to the observer that keeps nothing alive.
        let succeeded = withExtendedLifetime(observer) { unsafe EVP_PKEY_generate(context, &key) == 1 }
        return unsafe succeeded ? key : nil
    }

    /// What libcrypto's callback reaches through its one pointer.
    private final class Observer {
        private let shouldContinue: () -> Bool
        private(set) var wasStopped = false

        init(_ shouldContinue: @escaping () -> Bool) {
            self.shouldContinue = shouldContinue
        }

        func continues() -> Bool {
            if !wasStopped { wasStopped = !shouldContinue() }
            return !wasStopped
        }
    }
}
