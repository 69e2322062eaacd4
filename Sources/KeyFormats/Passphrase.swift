internal import CryptoOpenSSL
internal import Encodings

/// What holds for the passphrase of every encrypted key.
enum Passphrase {
    /// In bytes: the longest that OpenSSL's own commands take (`PEM_BUFSIZE`).
    static let maximumByteCount = 1024

    static func requireReadable(_ passphrase: SecretBytes) throws(AuthKeysError) {
        guard passphrase.count <= maximumByteCount else {
            throw AuthKeysError(
                EncryptedKeyCode.passphraseLength,
                "a passphrase of \(passphrase.count) bytes, where at most \(maximumByteCount) are taken",
                hint: "look whether the passphrase file is the right one")
        }
    }

    static func requireWritable(_ passphrase: SecretBytes) throws(AuthKeysError) {
        guard passphrase.count > 0 else {
            throw AuthKeysError(
                EncryptedKeyCode.passphraseLength, "an empty passphrase, which would protect nothing",
                hint: "look whether the passphrase file or variable is set")
        }
        try requireReadable(passphrase)
    }

    /// A padding that fits by chance lets one wrong passphrase in 256 through: a key is a SEQUENCE that begins with a
    /// version and fills the plaintext.
    static func requireKey(_ plaintext: SecretBytes) throws(AuthKeysError) -> SecretBytes {
        let isKey = plaintext.withBytes { bytes in
            var members = try? DERReader.members(bytes)
            return (try? members?.next(.integer, bytes)) != nil
        }
        guard isKey else {
            throw AuthKeysError(
                EncryptedKeyCode.wrongPassphrase, "the passphrase does not open this key, or the file is damaged",
                hint: "a passphrase file counts every byte: look for a second line or spaces at its end")
        }
        return plaintext
    }
}
