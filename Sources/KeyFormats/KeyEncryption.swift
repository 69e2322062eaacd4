public import CryptoOpenSSL
public import Encodings

/// How a private key is to be encrypted when it is written: PBES2 (RFC 8018 §6.2) with PBKDF2 of HMAC-SHA-256, a random
/// salt of 16 bytes, and AES-256-CBC.
public struct KeyEncryption: Sendable {
    /// The OWASP Password Storage Cheat Sheet (2023) for PBKDF2 of HMAC-SHA-256.
    public static let defaultIterations = 600_000

    let passphrase: SecretBytes
    let iterations: Int
    static let saltByteCount = 16

    /// - Parameters:
    ///   - passphrase: 1 to 1,024 bytes.
    ///   - iterations: of PBKDF2, from 600,000 to the 10,000,000 up to which keys are read.
    /// - Throws: `encrypted.passphrase-length`, `encrypted.iterations`.
    public init(passphrase: SecretBytes, iterations: Int = defaultIterations) throws(AuthKeysError) {
        try Passphrase.requireWritable(passphrase)
        guard (Self.defaultIterations...KeyDerivation.maximumIterations).contains(iterations) else {
            throw AuthKeysError(
                EncryptedKeyCode.iterations,
                "\(iterations) iterations, where \(Self.defaultIterations) to \(KeyDerivation.maximumIterations) are used"
            )
        }
        self.passphrase = passphrase
        self.iterations = iterations
    }
}

extension RSAPrivateKey {
    /// DER of an EncryptedPrivateKeyInfo (RFC 5958 §3); other bytes each time, because the salt is random.
    public func encryptedPKCS8DERRepresentation(_ encryption: KeyEncryption) throws(AuthKeysError) -> SecretBytes {
        try handle.encryptedPrivateKeyInfo(
            passphrase: encryption.passphrase, iterations: Int32(clamping: encryption.iterations),
            saltByteCount: Int32(KeyEncryption.saltByteCount))
    }

    /// Canonical PEM of the same, labelled `ENCRYPTED PRIVATE KEY`.
    public func encryptedPKCS8PEMRepresentation(_ encryption: KeyEncryption) throws(AuthKeysError) -> SecretBytes {
        try encryptedPKCS8DERRepresentation(encryption).withBytes { PEM.encode($0, label: KeyForm.encryptedLabel) }
    }
}
