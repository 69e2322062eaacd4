internal import CAuthKeysOpenSSL
package import Encodings

/// AES-256 in Galois/Counter Mode (NIST SP 800-38D): it hides a text, and says whether it and what stands beside it are
/// what was sealed.
package enum AES256GCM {
    package static let keyByteCount = 32
    package static let nonceByteCount = 12
    package static let tagByteCount = 16

    package struct Sealed: Sendable {
        package let ciphertext: [UInt8]
        package let tag: [UInt8]

        package init(ciphertext: [UInt8], tag: [UInt8]) {
            self.ciphertext = ciphertext
            self.tag = tag
        }
    }

    /// - Parameters:
    ///   - nonce: never twice with one key.
    ///   - associated: what is authenticated and not hidden.
    /// - Throws: `crypto.failed`.
    package static func seal(
        _ plaintext: SecretBytes, key: SecretBytes, nonce: [UInt8], associated: [UInt8]
    ) throws(AuthKeysError) -> Sealed {
        let context = try CipherContext.make(key: key, nonce: nonce, isEncrypting: true)
        try context.associate(associated)
        var ciphertext = [UInt8](repeating: 0, count: plaintext.count)
        try plaintext.withBytes { plaintext throws(AuthKeysError) in
            try unsafe ciphertext.withUnsafeMutableBufferPointer { output throws(AuthKeysError) in
                try unsafe context.update(plaintext, into: output.baseAddress)
            }
        }
        guard context.finish() else { throw ErrorQueue.failure("seal a text") }
        return Sealed(ciphertext: ciphertext, tag: try context.tag())
    }

    /// - Returns: the text; `nil` when it, its tag, the key or what is associated is not what was sealed.
    /// - Throws: `crypto.failed`.
    package static func open(
        _ sealed: Sealed, key: SecretBytes, nonce: [UInt8], associated: [UInt8]
    ) throws(AuthKeysError) -> SecretBytes? {
        guard sealed.tag.count == tagByteCount, nonce.count == nonceByteCount else { return nil }
        let context = try CipherContext.make(key: key, nonce: nonce, isEncrypting: false)
        try context.associate(associated)
        var plaintext = [UInt8](repeating: 0, count: sealed.ciphertext.count)
        defer { unsafe plaintext.withUnsafeMutableBytes { unsafe OPENSSL_cleanse($0.baseAddress, $0.count) } }
        try unsafe plaintext.withUnsafeMutableBufferPointer { output throws(AuthKeysError) in
            try unsafe context.update(sealed.ciphertext.span, into: output.baseAddress)
        }
        try context.expect(sealed.tag)
        guard context.finish() else {
            ErrorQueue.clear()
            return nil
        }
        return SecretBytes(copying: plaintext.span)
    }
}

/// One run of the cipher. Its key is wiped with it.
@safe
private struct CipherContext: ~Copyable {
    private let pointer: OpaquePointer

    static func make(key: SecretBytes, nonce: [UInt8], isEncrypting: Bool) throws(AuthKeysError) -> Self {
        guard key.count == AES256GCM.keyByteCount, nonce.count == AES256GCM.nonceByteCount else {
            throw AuthKeysError(CryptoCode.failed, "a key or a nonce of another length than AES-256-GCM has")
        }
        let pointer = unsafe try Libcrypto.make("make a cipher") { unsafe EVP_CIPHER_CTX_new() }
        let context = unsafe Self(takingOwnershipOf: pointer)
        try context.setUp(key, nonce, isEncrypting)
        return context
    }

    private init(takingOwnershipOf pointer: OpaquePointer) {
        unsafe self.pointer = pointer
    }

    private func setUp(_ key: SecretBytes, _ nonce: [UInt8], _ isEncrypting: Bool) throws(AuthKeysError) {
        let pointer = unsafe self.pointer
        try Libcrypto.check("set up a cipher") {
            unsafe key.withCharacters { key in
                unsafe key.withMemoryRebound(to: UInt8.self) { key in
                    unsafe nonce.withUnsafeBufferPointer { nonce in
                        unsafe EVP_CipherInit_ex(
                            pointer, EVP_aes_256_gcm(), nil, key.baseAddress, nonce.baseAddress, isEncrypting ? 1 : 0)
                    }
                }
            }
        }
    }

    deinit {
        unsafe EVP_CIPHER_CTX_free(pointer)
    }

    func associate(_ bytes: [UInt8]) throws(AuthKeysError) {
        try unsafe update(bytes.span, into: nil)
    }

    func update(_ bytes: Span<UInt8>, into output: UnsafeMutablePointer<UInt8>?) throws(AuthKeysError) {
        guard let count = Int32(exactly: bytes.count) else {
            throw AuthKeysError(CryptoCode.failed, "a text of more than 2 GiB is not sealed")
        }
        // No bytes would be taken for a call that asks for something else.
        guard count > 0 else { return }
        let pointer = unsafe self.pointer
        var written: Int32 = 0
        try Libcrypto.check("run a cipher") {
            unsafe bytes.withUnsafeBufferPointer { bytes in
                unsafe EVP_CipherUpdate(pointer, output, &written, bytes.baseAddress, count)
            }
        }
    }

    /// False when the tag does not fit.
    func finish() -> Bool {
        ErrorQueue.clear()
        var rest = [UInt8](repeating: 0, count: 16)
        var written: Int32 = 0
        return unsafe EVP_CipherFinal_ex(pointer, &rest, &written) == 1
    }

    func tag() throws(AuthKeysError) -> [UInt8] {
        var tag = [UInt8](repeating: 0, count: AES256GCM.tagByteCount)
        let pointer = unsafe self.pointer
        try Libcrypto.check("read the tag of a cipher") {
            unsafe EVP_CIPHER_CTX_ctrl(pointer, EVP_CTRL_AEAD_GET_TAG, Int32(tag.count), &tag)
        }
        return tag
    }

    func expect(_ tag: [UInt8]) throws(AuthKeysError) {
        var tag = tag
        let pointer = unsafe self.pointer
        try Libcrypto.check("set the tag of a cipher") {
            unsafe EVP_CIPHER_CTX_ctrl(pointer, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count), &tag)
        }
    }
}
