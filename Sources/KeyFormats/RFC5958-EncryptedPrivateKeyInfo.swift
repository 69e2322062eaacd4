internal import CryptoOpenSSL
internal import Encodings

/// An encrypted PKCS#8 private key (RFC 5958 §3), taken apart: nothing is decrypted yet.
///
/// ```
/// EncryptedPrivateKeyInfo ::= SEQUENCE { encryptionAlgorithm AlgorithmIdentifier, encryptedData OCTET STRING }
/// ```
struct EncryptedPrivateKeyInfo: Sendable {
    static let name = "an EncryptedPrivateKeyInfo"

    let scheme: KeyEncryptionScheme
    private let algorithm: AlgorithmIdentifier
    private let ciphertext: Range<Int>

    /// - Throws: `encrypted.too-many-iterations`, `encrypted.scrypt-too-large`, `encrypted.unsupported`,
    ///   `encrypted.malformed`, `key.malformed`, `key.non-canonical`.
    init(_ der: Span<UInt8>) throws(AuthKeysError) {
        self = try DamagedStructure.naming(Self.name) { () throws(AuthKeysError) in try Self(parsing: der) }
        try scheme.derivation.requireAffordable()
    }

    private init(parsing der: Span<UInt8>) throws(AuthKeysError) {
        var members = try DERReader.members(der)
        algorithm = try AlgorithmIdentifier(&members, der)
        ciphertext = try members.next(.octetString, der).contents
        try members.requireEnd()
        scheme = try PBES.scheme(algorithm, der)
    }

    /// - Returns: DER of a PrivateKeyInfo.
    /// - Throws: `encrypted.wrong-passphrase`, `encrypted.unsupported`, `encrypted.malformed`,
    ///   `encrypted.passphrase-length`.
    func decrypt(_ der: Span<UInt8>, passphrase: SecretBytes) throws(AuthKeysError) -> SecretBytes {
        try Passphrase.requireReadable(passphrase)
        let plaintext = try PasswordBasedEncryption.decrypt(
            der.extracting(ciphertext), algorithm: der.extracting(algorithm.range), passphrase: passphrase)
        return try Passphrase.requireKey(plaintext)
    }
}
