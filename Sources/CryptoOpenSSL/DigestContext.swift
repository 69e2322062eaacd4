internal import CAuthKeysOpenSSL
internal import Encodings

/// Owns an `EVP_MD_CTX` that computes one digest after the other.
@safe
struct DigestContext: ~Copyable, @unchecked Sendable {  // unchecked: a pool lends it to one caller at a time
    private let pointer: OpaquePointer
    private let algorithm: OpaquePointer

    init(_ hash: SHA2, _ action: String) throws(AuthKeysError) {
        let algorithm = unsafe try hash.algorithm
        let pointer = unsafe try Libcrypto.make(action) { unsafe EVP_MD_CTX_new() }
        unsafe self.algorithm = unsafe algorithm
        unsafe self.pointer = unsafe pointer
    }

    deinit {
        unsafe EVP_MD_CTX_free(pointer)
    }

    /// Whether it could.
    /// - Parameter digest: with room for it.
    borrowing func digest(_ data: Span<UInt8>, into digest: UnsafeMutablePointer<UInt8>) -> Bool {
        unsafe data.withUnsafeBufferPointer { data in
            unsafe EVP_DigestInit_ex2(pointer, algorithm, nil) == 1
                && EVP_DigestUpdate(pointer, data.baseAddress, data.count) == 1
                && EVP_DigestFinal_ex(pointer, digest, nil) == 1
        }
    }
}
