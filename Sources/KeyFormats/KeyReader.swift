public import CryptoOpenSSL
public import Encodings

/// Reads an RSA key whatever form it is in: PKCS#8, encrypted PKCS#8, PKCS#1, SubjectPublicKeyInfo, in PEM or DER. The
/// form is told from the contents; what is no RSA key is named in the error, with the command that helps.
///
/// ```swift
/// let key = try KeyReader().read(text.utf8.span)
/// let pem = try key.material.encoded(as: .pkcs8)
/// ```
///
/// Repairing damaged text is another step: this reads what is well formed. It does not ask whether the numbers of a
/// private key agree, for ``RSAPrivateKey/numbers()`` to be judged.
public struct KeyReader: Sendable {
    public typealias PassphraseSource = (KeyEncryptionScheme) throws(AuthKeysError) -> SecretBytes?

    /// What text is accepted; DER has one grammar.
    public var grammar: PEM.Grammar
    /// Whether departures that leave no doubt about the key are accepted, and reported in ``ReadKey/deviations``:
    /// `pkcs8.missing-parameters`, `pkcs8.empty-attributes`, `pkcs8.version`, and `pem.unexpected-label` for a label that
    /// names another form than the contents have.
    public var acceptsDeviations: Bool

    public init(grammar: PEM.Grammar = .strict, acceptsDeviations: Bool = false) {
        self.grammar = grammar
        self.acceptsDeviations = acceptsDeviations
    }

    /// - Parameters:
    ///   - bytes: the whole file, with nothing before or after the key.
    ///   - passphrase: asked at most once, and only for an encrypted key whose cost is acceptable; `nil` when there is
    ///     none. What it throws is thrown.
    /// - Throws: a `pem.…`, `base64.…` or `key.…` code; for an encrypted key, `encrypted.passphrase-needed`,
    ///   `encrypted.wrong-passphrase`, `encrypted.too-many-iterations`, `encrypted.scrypt-too-large`,
    ///   `encrypted.unsupported`, `encrypted.malformed`, `encrypted.passphrase-length`; unless deviations are accepted,
    ///   a `pkcs8.…` code.
    public func read(
        _ bytes: Span<UInt8>, passphrase: PassphraseSource = { _ throws(AuthKeysError) in nil }
    ) throws(AuthKeysError) -> ReadKey {
        guard let start = bytes.indices.first(where: { !Self.isWhitespace(bytes[$0]) }) else {
            throw AuthKeysError(
                KeyCode.unrecognised, "nothing, where a key is expected", hint: "look for the right file")
        }
        if bytes[0] == DERValue.Tag.sequence.rawValue { return try readDER(bytes, passphrase) }
        if bytes[start] == UInt8(ascii: "{") { throw ForeignKey.jwk }
        if Self.starts("ssh-", bytes, at: start) { throw ForeignKey.sshPublicKey }
        return try readPEM(bytes, passphrase)
    }

    /// Reads with a passphrase that is at hand; it is not used when the key is not encrypted.
    /// - Parameters:
    ///   - bytes: the whole file, with nothing before or after the key.
    ///   - passphrase: every byte counts, a line end at its end too.
    /// - Throws: the codes of the reading with a ``PassphraseSource``.
    public func read(_ bytes: Span<UInt8>, passphrase: SecretBytes) throws(AuthKeysError) -> ReadKey {
        try read(bytes) { _ throws(AuthKeysError) in passphrase }
    }

    private func readDER(_ der: Span<UInt8>, _ passphrase: PassphraseSource) throws(AuthKeysError) -> ReadKey {
        guard let kind = DERKeyKind(of: der) else {
            // The walk that found no kind says what is wrong with a structure that was cut or spoilt.
            try DamagedStructure.naming("a key in DER") { () throws(AuthKeysError) in _ = try DERReader.members(der) }
            throw AuthKeysError(
                KeyCode.unrecognised, "DER of \(der.count.counted("byte")) that is no key",
                hint: "openssl asn1parse -inform DER -in FILE shows what it is")
        }
        return try DERKeyDecoding(encoding: .der, acceptsDeviations: acceptsDeviations).read(der, kind, passphrase)
    }

    private func readPEM(_ text: Span<UInt8>, _ passphrase: PassphraseSource) throws(AuthKeysError) -> ReadKey {
        let decoding = DERKeyDecoding(encoding: .pem, acceptsDeviations: acceptsDeviations)
        if let encrypted = try EncryptedPEM(text, grammar: grammar) {
            let key = try encrypted.decrypt(passphrase: DERKeyDecoding.ask(encrypted.scheme, passphrase))
            return try key.withBytes { der throws(AuthKeysError) in
                try decoding.read(der, .rsaPrivateKey, passphrase, decryptedFrom: encrypted.scheme)
            }
        }
        let block = try PEM.parse(text, grammar: grammar)
        if let foreign = ForeignKey.labelled(block.label) { throw foreign }
        guard let labelled = DERKeyKind(label: block.label) else {
            throw AuthKeysError(
                PEMCode.unexpectedLabel, "PEM labelled '\(block.label)', which is no key",
                at: SourceLocation(byteOffset: 0, line: 1))
        }
        return try block.contents.withBytes { der throws(AuthKeysError) in
            let kind = DERKeyKind(of: der) ?? labelled
            guard kind != labelled else { return try decoding.read(der, kind, passphrase) }
            if let foreign = ForeignKey.ofKind(kind) { throw foreign }
            guard acceptsDeviations else {
                throw AuthKeysError(
                    PEMCode.unexpectedLabel, "\(kind) in PEM labelled '\(block.label)'",
                    hint: "openssl pkey -in OLD.pem -out NEW.pem writes it with the right label",
                    at: SourceLocation(byteOffset: 0, line: 1))
            }
            return try decoding.read(der, kind, passphrase, deviations: [PEMCode.unexpectedLabel.code])
        }
    }

    private static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private static func starts(_ expected: String, _ bytes: Span<UInt8>, at start: Int) -> Bool {
        bytes.count - start >= expected.utf8.count
            && zip(start..<bytes.count, expected.utf8).allSatisfy { bytes[$0] == $1 }
    }
}
