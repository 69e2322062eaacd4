internal import CAuthKeysOpenSSL
internal import Encodings

/// Owns an `EVP_PKEY_CTX`, set up for one operation.
@safe
struct KeyContext: ~Copyable, @unchecked Sendable {  // unchecked: a pool lends it to one caller at a time
    private let pointer: OpaquePointer

    private init(takingOwnershipOf pointer: OpaquePointer) {
        unsafe self.pointer = unsafe pointer
    }

    /// Of an operation with a key.
    /// - Parameters:
    ///   - action: what fails when it fails, after "libcrypto could not".
    ///   - setUp: gives 1 when it could.
    static func of(
        _ key: borrowing EVPKey, _ action: String, setUp: (OpaquePointer) -> Int32
    ) throws(AuthKeysError) -> Self {
        let pointer = unsafe try Libcrypto.make(action) {
            unsafe key.withPointer { unsafe EVP_PKEY_CTX_new_from_pkey(nil, $0, nil) }
        }
        let context = unsafe Self(takingOwnershipOf: pointer)
        try Libcrypto.check(action) { unsafe setUp(pointer) }
        return context
    }

    /// Of the making of RSA keys from their numbers.
    static func importing(_ action: String) throws(AuthKeysError) -> Self {
        let pointer = unsafe try Libcrypto.make(action) { unsafe EVP_PKEY_CTX_new_from_name(nil, "RSA", nil) }
        let context = unsafe Self(takingOwnershipOf: pointer)
        try Libcrypto.check(action) { unsafe EVP_PKEY_fromdata_init(pointer) }
        return context
    }

    deinit {
        unsafe EVP_PKEY_CTX_free(pointer)
    }

    /// - Parameters:
    ///   - selection: `EVP_PKEY_PUBLIC_KEY` or `EVP_PKEY_KEYPAIR`.
    ///   - numbers: with its end mark.
    /// - Returns: an `EVP_PKEY` at +1.
    borrowing func key(
        _ selection: Int32, of numbers: UnsafeMutablePointer<OSSL_PARAM>, _ action: String
    ) throws(AuthKeysError) -> OpaquePointer {
        unsafe try Libcrypto.make(action) {
            var key: OpaquePointer?
            let status = unsafe EVP_PKEY_fromdata(pointer, &key, selection, numbers)
            return unsafe status == 1 ? key : nil
        }
    }

    borrowing func withPointer<Result>(_ body: (OpaquePointer) -> Result) -> Result {
        unsafe body(pointer)
    }
}
