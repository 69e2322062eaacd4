public import CryptoOpenSSL
public import Encodings

extension RSAPrivateKey {
    /// Reads the one DER encoding of an RSAPrivateKey (PKCS#1, RFC 8017 A.1.2). Its numbers need not agree: that is for
    /// whoever judges ``numbers()``.
    /// - Throws: `key.multi-prime`, `key.malformed`, `key.non-canonical`, or what ``RSAPublicKey/init(n:e:)`` throws.
    public init(pkcs1DERRepresentation der: Span<UInt8>) throws(AuthKeysError) {
        try self.init(RSAPrivateKeySyntax.handle(der))
    }

    /// DER of an RSAPrivateKey (RFC 8017 A.1.2), byte-equal to what `openssl rsa -traditional -outform DER` writes;
    /// unencrypted.
    public func pkcs1DERRepresentation() throws(AuthKeysError) -> SecretBytes {
        try handle.rsaPrivateKey()
    }

    /// The canonical PEM of ``pkcs1DERRepresentation()``, labelled `RSA PRIVATE KEY`; unencrypted.
    public func pkcs1PEMRepresentation() throws(AuthKeysError) -> SecretBytes {
        try handle.rsaPrivateKey().withBytes { PEM.encode($0, label: KeyForm.pkcs1.label) }
    }
}

extension RSAPublicKey {
    /// Reads the one DER encoding of an RSAPublicKey (PKCS#1, RFC 8017 A.1.1).
    /// - Throws: `key.malformed`, `key.non-canonical`, or what ``init(n:e:)`` throws.
    public init(pkcs1DERRepresentation der: Span<UInt8>) throws(AuthKeysError) {
        try self.init(RSAPublicKeySyntax.handle(der))
    }

    /// DER of an RSAPublicKey (RFC 8017 A.1.1), byte-equal to what `openssl rsa -RSAPublicKey_out -outform DER` writes.
    public var pkcs1DERRepresentation: [UInt8] {
        get throws(AuthKeysError) { try handle.rsaPublicKey() }
    }

    /// The canonical PEM of ``pkcs1DERRepresentation``, labelled `RSA PUBLIC KEY`.
    public var pkcs1PEMRepresentation: String {
        get throws(AuthKeysError) {
            let der = try pkcs1DERRepresentation
            return PEM.encode(der.span, label: KeyForm.pkcs1Public.label).withBytes { String(copyingASCII: $0) }
        }
    }
}
