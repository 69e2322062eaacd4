internal import CAuthKeysOpenSSL
internal import Encodings

/// Tells a wrong passphrase from parameters that this libcrypto does not know, by what it left in its error queue.
enum DecryptionFailure {
    static func error() -> AuthKeysError {
        let entries = ErrorQueue.drain()
        func occurred(_ library: Int32, _ reason: Int32) -> Bool {
            entries.contains { $0.library == library && $0.reason == reason }
        }
        let underlying = entries.map(\.text)
        if occurred(ERR_LIB_PROV, PROV_R_BAD_DECRYPT) || occurred(ERR_LIB_EVP, EVP_R_BAD_DECRYPT) {
            return AuthKeysError(
                EncryptedKeyCode.wrongPassphrase, "the passphrase does not open this key, or the file is damaged",
                hint: "a passphrase file counts every byte: look for a second line or spaces at its end",
                underlying: underlying)
        }
        if occurred(ERR_LIB_PROV, PROV_R_WRONG_FINAL_BLOCK_LENGTH) {
            return AuthKeysError(
                EncryptedKeyCode.malformed, "an encrypted key whose length is not a multiple of the cipher's block",
                hint: "a part was lost when it was copied; copy it again", underlying: underlying)
        }
        return AuthKeysError(
            EncryptedKeyCode.unsupported, "this libcrypto does not offer the encryption of this key, or refuses it",
            hint: "where OpenSSL has its legacy provider: "
                + "openssl pkey -provider legacy -provider default -in OLD.pem -out NEW.pem",
            underlying: underlying)
    }
}
