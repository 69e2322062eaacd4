package import AuthKeysJOSE
package import Consumers
internal import CryptoOpenSSL

/// A private key and the set that publishes it, in the texts that are emitted.
package struct EmittedKey: Sendable {
    package static let privateKeyName = "JWT_PRIVATE_KEY"
    package static let jwksName = "JWKS"

    package let key: RSAPrivateKey
    /// The key itself first: a signer that takes its kid from the set takes that of the first key.
    package let jwks: JWKSet
    /// PKCS#8, canonical PEM in lines.
    let privateKeyPEM: SecretBytes
    /// The same on one line, with spaces.
    let privateKeyLine: SecretBytes
    /// JSON in printable ASCII, without `'`, `$` and backticks: no format gives a character of it a meaning.
    let jwksText: String

    /// - Parameter jwks: read from beside the key; it has to hold the key's public half.
    /// - Throws: `jwks.no-matching-key`, `crypto.failed`.
    package init(_ key: RSAPrivateKey, jwks: JWKSet) throws(AuthKeysError) {
        guard let own = jwks.keys.first(where: { $0.key == key.publicKey }) else {
            throw AuthKeysError(
                JOSECode.noMatchingKey, "none of the \(jwks.keys.count) keys of the JWKS belongs to the private key",
                hint: "authkeys jwks derive PRIVATE-KEY --out jwks.json --force makes the set of this key")
        }
        let ordered = try JWKSet([own] + jwks.keys.filter { $0.key != key.publicKey })
        self.key = key
        self.jwks = ordered
        privateKeyPEM = try key.pkcs8PEMRepresentation()
        privateKeyLine = try key.pkcs8PEMRepresentationOnOneLine()
        jwksText = try Escaper.jsonInSingleQuotedEnvValue(ordered.json.compactJSON)
    }

    /// - Parameter keyID: `nil` for the thumbprint.
    package init(_ key: RSAPrivateKey, keyID: KeyID?) throws(AuthKeysError) {
        try self.init(key, jwks: JWKSet(publishing: [key.publicKey], keyID: keyID))
    }

    /// Uses both values as the consumer will.
    /// - Throws: the `consumer.…` codes of ``Profile/tryOut(privateKeyText:jwks:at:)``.
    package func tryOut(_ profile: Profile, at time: NumericDate) throws(AuthKeysError) {
        try privateKeyLine.withBytes { line throws(AuthKeysError) in
            _ = try profile.tryOut(privateKeyText: line, jwks: jwksText.utf8.span, at: time)
        }
    }
}
