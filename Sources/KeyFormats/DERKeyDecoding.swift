internal import CryptoOpenSSL
internal import Encodings

/// Reads the DER of a key whose kind is known.
struct DERKeyDecoding: Sendable {
    let encoding: KeyEncoding
    let acceptsDeviations: Bool

    /// - Parameters:
    ///   - scheme: how these bytes were encrypted, when they are a plaintext.
    ///   - deviations: found so far.
    func read(
        _ der: Span<UInt8>, _ kind: DERKeyKind, _ passphrase: KeyReader.PassphraseSource,
        decryptedFrom scheme: KeyEncryptionScheme? = nil, deviations: [AuthKeysError.Code] = []
    ) throws(AuthKeysError) -> ReadKey {
        switch kind {
        case .privateKeyInfo:
            let info = try PrivateKeyInfo(der)
            let found = try info.requireRSA(der)
            try requireAcceptable(found, PrivateKeyInfo.name)
            return ReadKey(
                material: .privateKey(try RSAPrivateKey(info, in: der)), form: .pkcs8, encoding: encoding,
                encryption: scheme, deviations: deviations + found.map(\.code))
        case .rsaPrivateKey:
            return ReadKey(
                material: .privateKey(try RSAPrivateKey(pkcs1DERRepresentation: der)), form: .pkcs1,
                encoding: encoding, encryption: scheme, deviations: deviations)
        case .subjectPublicKeyInfo:
            let info = try SubjectPublicKeyInfo(der)
            let found = try info.requireRSA(der)
            try requireAcceptable(found, SubjectPublicKeyInfo.name)
            return ReadKey(
                material: .publicKey(try RSAPublicKey(pkcs1DERRepresentation: der.extracting(info.publicKey))),
                form: .spki, encoding: encoding, encryption: scheme, deviations: deviations + found.map(\.code))
        case .rsaPublicKey:
            return ReadKey(
                material: .publicKey(try RSAPublicKey(pkcs1DERRepresentation: der)), form: .pkcs1Public,
                encoding: encoding, encryption: scheme, deviations: deviations)
        case .encryptedPrivateKeyInfo where scheme == nil:
            return try readEncrypted(der, passphrase, deviations)
        case .encryptedPrivateKeyInfo, .certificate, .ecPrivateKey, .dsaPrivateKey, .pkcs12:
            throw ForeignKey.ofKind(kind)
                ?? AuthKeysError(EncryptedKeyCode.unsupported, "a key that is encrypted twice over")
        }
    }

    private func readEncrypted(
        _ der: Span<UInt8>, _ passphrase: KeyReader.PassphraseSource, _ deviations: [AuthKeysError.Code]
    ) throws(AuthKeysError) -> ReadKey {
        let info = try EncryptedPrivateKeyInfo(der)
        let plaintext = try info.decrypt(der, passphrase: Self.ask(info.scheme, passphrase))
        return try plaintext.withBytes { der throws(AuthKeysError) in
            try read(der, .privateKeyInfo, passphrase, decryptedFrom: info.scheme, deviations: deviations)
        }
    }

    private func requireAcceptable(_ deviations: [PKCS8Code], _ name: String) throws(AuthKeysError) {
        if !acceptsDeviations { try PKCS8Code.refuse(deviations, in: name) }
    }

    static func ask(
        _ scheme: KeyEncryptionScheme, _ passphrase: KeyReader.PassphraseSource
    ) throws(AuthKeysError) -> SecretBytes {
        if let passphrase = try passphrase(scheme) { return passphrase }
        throw AuthKeysError(
            EncryptedKeyCode.passphraseNeeded, "a key encrypted by \(scheme), and no passphrase",
            hint: "openssl pkey -in OLD.pem -out NEW.pem asks for its passphrase and decrypts it")
    }
}

extension PKCS8Code {
    /// - Throws: the first as an error.
    static func refuse(_ deviations: [PKCS8Code], in name: String) throws(AuthKeysError) {
        guard let first = deviations.first else { return }
        let found =
            switch first {
            case .emptyAttributes: "an empty set of attributes"
            case .missingParameters: "rsaEncryption without the NULL behind it"
            case .version: "a version that does not fit whether the public key is there"
            }
        throw AuthKeysError(
            first, "\(found) in \(name)",
            hint: "openssl pkey -in OLD.pem -out NEW.pem writes it anew (-pubin -pubout for a public key)")
    }
}
