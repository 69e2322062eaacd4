internal import CAuthKeysOpenSSL
internal import Encodings

/// The library as a whole, and the one way to call it: clear the error queue, call, take the whole queue on failure.
package enum Libcrypto {
    /// `OpenSSL 3.0.19 27 Jan 2026`; asking initialises nothing.
    package static var version: String {
        unsafe String(cString: OpenSSL_version(OPENSSL_VERSION))
    }

    /// Keeps libcrypto from reading `openssl.cnf`; only the first use of the library decides, so this comes before it.
    ///
    /// A statically linked program crashes when the file names a provider to be loaded at run time. At exit nothing is
    /// taken down, which takes time and which the kernel does for the whole process; keys are wiped with their owners.
    package static func initializeWithoutConfiguration() {
        _ = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG | OPENSSL_INIT_NO_ATEXIT), nil)
    }

    /// - Parameter action: what fails when it fails, after "libcrypto could not".
    static func check(_ action: String, _ call: () -> Int32) throws(AuthKeysError) {
        ErrorQueue.clear()
        guard call() == 1 else { throw ErrorQueue.failure(action) }
    }

    static func make(_ action: String, _ call: () -> OpaquePointer?) throws(AuthKeysError) -> OpaquePointer {
        ErrorQueue.clear()
        guard let pointer = unsafe call() else { throw ErrorQueue.failure(action) }
        return unsafe pointer
    }
}
