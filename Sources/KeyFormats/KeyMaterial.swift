public import CryptoOpenSSL
public import Encodings

/// A key of either kind, for code that takes whatever it is given.
public enum KeyMaterial: Sendable {
    case privateKey(RSAPrivateKey)
    case publicKey(RSAPublicKey)

    /// The key itself, or the public half of a private one.
    public var publicKey: RSAPublicKey {
        switch self {
        case .privateKey(let key): key.publicKey
        case .publicKey(let key): key
        }
    }
}

/// A key as it is written to a file. Private and public are told apart, because they belong in different places.
public enum EncodedKey: ByteSource {
    case privateKey(SecretBytes)
    case publicKey([UInt8])

    public func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        switch self {
        case .privateKey(let bytes): try bytes.withBytes(body)
        case .publicKey(let bytes): try bytes.withBytes(body)
        }
    }
}

extension KeyMaterial {
    /// Writes the key in a form, byte-equal to what `openssl` writes. A public form of a private key holds its public
    /// half.
    /// - Parameters:
    ///   - form: the structure.
    ///   - encoding: PEM ends in one line feed.
    ///   - encryption: for ``KeyForm/pkcs8`` only.
    /// - Throws: `key.public-only` when a private form is asked of a public key; `encrypted.form` when another form than
    ///   PKCS#8 is to be encrypted; `crypto.failed`.
    public func encoded(
        as form: KeyForm, _ encoding: KeyEncoding = .pem, encryption: KeyEncryption? = nil
    ) throws(AuthKeysError) -> EncodedKey {
        guard encryption == nil || form == .pkcs8 else {
            throw AuthKeysError(
                EncryptedKeyCode.form, "\(form.name) is to be encrypted, where that is done with PKCS#8 only",
                hint: form.isPrivate ? "write it as PKCS#8" : "a public key needs no passphrase; leave it out")
        }
        guard form.isPrivate else { return .publicKey(try publicKey.encoded(as: form, encoding)) }
        guard case .privateKey(let key) = self else {
            throw AuthKeysError(
                KeyCode.publicOnly, "\(form.name) is to be written of a public key, which has no private half",
                hint: "give the file that holds the private key")
        }
        return .privateKey(try key.encoded(as: form, encoding, encryption))
    }
}

extension RSAPublicKey {
    fileprivate func encoded(as form: KeyForm, _ encoding: KeyEncoding) throws(AuthKeysError) -> [UInt8] {
        let der = try form == .pkcs1Public ? pkcs1DERRepresentation : derRepresentation
        guard encoding == .pem else { return der }
        return PEM.encode(der.span, label: form.label).withBytes { text in text.indices.map { text[$0] } }
    }
}

extension RSAPrivateKey {
    fileprivate func encoded(
        as form: KeyForm, _ encoding: KeyEncoding, _ encryption: KeyEncryption?
    ) throws(AuthKeysError) -> SecretBytes {
        let der: SecretBytes
        if let encryption {
            der = try encryptedPKCS8DERRepresentation(encryption)
        } else {
            der = try form == .pkcs1 ? pkcs1DERRepresentation() : pkcs8DERRepresentation()
        }
        guard encoding == .pem else { return der }
        let label = encryption == nil ? form.label : KeyForm.encryptedLabel
        return der.withBytes { PEM.encode($0, label: label) }
    }
}
