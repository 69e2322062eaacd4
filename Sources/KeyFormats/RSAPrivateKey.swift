public import CryptoOpenSSL
public import Encodings

/// An RSA private key. It is not `Hashable` and not `Codable`, and its description does not show it.
public struct RSAPrivateKey: Sendable {
    /// The sizes that are generated, in bits.
    public enum Size: Int, Sendable, CaseIterable {
        case bits2048 = 2048
        case bits3072 = 3072
        case bits4096 = 4096
    }

    let handle: RSAPrivateKeyHandle
    public let publicKey: RSAPublicKey

    package static let label = "PRIVATE KEY"

    init(_ handle: RSAPrivateKeyHandle) throws(AuthKeysError) {
        self.handle = handle
        publicKey = try RSAPublicKey(n: handle.modulus(), e: handle.exponent())
    }

    /// Generates a key on the calling thread, which takes between a twentieth of a second and several seconds.
    /// - Parameters:
    ///   - keySize: the length of the modulus.
    ///   - shouldContinue: asked many times a second; the first `false` ends the search.
    /// - Throws: `crypto.failed`, `crypto.cancelled`.
    public init(keySize: Size, shouldContinue: () -> Bool = { true }) throws(AuthKeysError) {
        try self.init(RSAKeyGeneration.generate(bits: keySize.rawValue, shouldContinue: shouldContinue))
    }

    /// Reads the one DER encoding of a PrivateKeyInfo (PKCS#8, RFC 5208 §5), or of an RFC 5958 OneAsymmetricKey.
    ///
    /// Attributes have to be well formed, and are not kept: the key is written without them. A public half has to be
    /// this key's. Whether the numbers agree is for whoever judges ``numbers()``.
    /// - Throws: `key.not-rsa`, `key.rsa-pss`, `key.multi-prime`, `key.malformed`, `key.non-canonical`,
    ///   `key.public-half`; `pkcs8.missing-parameters`, `pkcs8.empty-attributes`, `pkcs8.version`; or what
    ///   ``RSAPublicKey/init(n:e:)`` throws.
    public init(pkcs8DERRepresentation der: Span<UInt8>) throws(AuthKeysError) {
        guard DERKeyKind(of: der) != .rsaPrivateKey else {
            throw AuthKeysError(
                KeyCode.nonCanonical, "\(RSAPrivateKeySyntax.name), where \(PrivateKeyInfo.name) is expected",
                hint: "openssl pkcs8 -topk8 -nocrypt -in OLD.pem -out NEW.pem writes it as PKCS#8")
        }
        let info = try PrivateKeyInfo(der)
        try PKCS8Code.refuse(info.requireRSA(der), in: PrivateKeyInfo.name)
        try self.init(info, in: der)
    }

    /// - Parameter info: of an RSA key.
    init(_ info: PrivateKeyInfo, in der: Span<UInt8>) throws(AuthKeysError) {
        try self.init(RSAPrivateKeySyntax.handle(der.extracting(info.privateKey)))
        guard let range = info.publicKey else { return }
        let half = try publicKey.pkcs1DERRepresentation
        guard half.count == range.count, zip(half, range).allSatisfy({ $0 == der[$1] }) else {
            throw AuthKeysError(
                KeyCode.publicHalf, "\(PrivateKeyInfo.name) whose public half is not that of its private key")
        }
    }

    /// Reads PEM labelled `PRIVATE KEY`.
    public init(pemRepresentation text: Span<UInt8>, grammar: PEM.Grammar = .strict) throws(AuthKeysError) {
        let contents = try PEM.contents(
            text, label: Self.label, grammar: grammar,
            hints: [
                "RSA PRIVATE KEY": "this is PKCS#1; openssl pkcs8 -topk8 -nocrypt -in OLD.pem -out NEW.pem converts it",
                "ENCRYPTED PRIVATE KEY":
                    "openssl pkey -in OLD.pem -out NEW.pem asks for its passphrase and decrypts it",
                "PUBLIC KEY": "this is the public half; the private one is in another file",
            ])
        self = try contents.withBytes { der throws(AuthKeysError) in try RSAPrivateKey(pkcs8DERRepresentation: der) }
    }

    /// The length of the modulus, in bits.
    public var keySizeInBits: Int { handle.bits }

    /// DER of a PrivateKeyInfo (RFC 5208 §5), unencrypted.
    public func pkcs8DERRepresentation() throws(AuthKeysError) -> SecretBytes {
        try handle.privateKeyInfo()
    }

    /// Canonical PEM, byte-equal to what `openssl pkey` writes; unencrypted.
    public func pkcs8PEMRepresentation() throws(AuthKeysError) -> SecretBytes {
        try handle.privateKeyInfo().withBytes { PEM.encode($0, label: Self.label) }
    }

    /// The one-line form of ``PEM/encodeOnOneLine(_:label:)``, for an environment variable; unencrypted.
    public func pkcs8PEMRepresentationOnOneLine() throws(AuthKeysError) -> SecretBytes {
        try handle.privateKeyInfo().withBytes { PEM.encodeOnOneLine($0, label: Self.label) }
    }

    /// RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.1), as long as the modulus.
    public func signature(for data: Span<UInt8>, hash: SHA2 = .sha256) throws(AuthKeysError) -> [UInt8] {
        try handle.signature(for: data, hash: hash)
    }
}

extension RSAPrivateKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "RSAPrivateKey(\(keySizeInBits) bits)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
