internal import CAuthKeysOpenSSL
package import Encodings

/// Undoes password-based encryption: PBES1 and PBES2 (RFC 8018 §6) and those of PKCS#12 (RFC 7292 B).
///
/// The parameters decide how long the derivation takes and how much memory it needs: check them first.
package enum PasswordBasedEncryption {
    /// - Parameters:
    ///   - algorithm: DER of the AlgorithmIdentifier.
    ///   - ciphertext: at most `Int32.max` bytes.
    /// - Returns: the plaintext. One wrong passphrase in 256 yields some, and it is noise.
    /// - Throws: `encrypted.wrong-passphrase`, `encrypted.unsupported`, `encrypted.malformed`.
    package static func decrypt(
        _ ciphertext: Span<UInt8>, algorithm: Span<UInt8>, passphrase: SecretBytes
    ) throws(AuthKeysError) -> SecretBytes {
        guard let length = Int32(exactly: ciphertext.count) else {
            throw AuthKeysError(EncryptedKeyCode.malformed, "an encrypted key of \(ciphertext.count) bytes")
        }
        ErrorQueue.clear()
        let identifier = unsafe algorithm.withUnsafeBufferPointer { bytes in
            var cursor = bytes.baseAddress
            return unsafe d2i_X509_ALGOR(nil, &cursor, bytes.count)
        }
        guard let identifier = unsafe identifier else { throw DecryptionFailure.error() }
        defer { unsafe X509_ALGOR_free(identifier) }
        var plaintext: UnsafeMutablePointer<UInt8>?
        var count: Int32 = 0
        _ = unsafe passphrase.withCharacters { characters in
            unsafe ciphertext.withUnsafeBufferPointer { ciphertext in
                unsafe PKCS12_pbe_crypt(
                    identifier, characters.baseAddress, Int32(clamping: characters.count), ciphertext.baseAddress,
                    length, &plaintext, &count, 0)
            }
        }
        guard let plaintext = unsafe plaintext else { throw DecryptionFailure.error() }
        defer { unsafe authkeys_OPENSSL_clear_free(plaintext, Int(count)) }
        return SecretBytes(
            copying: unsafe Span(_unsafeElements: UnsafeBufferPointer(start: plaintext, count: Int(count))))
    }
}
