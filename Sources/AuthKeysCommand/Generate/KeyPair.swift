package import AuthKeysJOSE
package import Consumers
package import CryptoOpenSSL
package import Encodings
internal import EnvironmentText

/// A new key and every text that is made of it. Whatever holds the private key is wiped with it.
package struct KeyPair: Sendable {
    static let privateKeyName = "JWT_PRIVATE_KEY"
    static let jwksName = "JWKS"

    let key: RSAPrivateKey
    let keyID: KeyID
    let profile: Profile
    /// PKCS#8, which every text of the private key is made of.
    let privateKeyDER: SecretBytes
    /// Canonical PEM, in lines.
    let privateKeyPEM: SecretBytes
    /// The same on one line: the value of `JWT_PRIVATE_KEY`.
    let privateKeyLine: SecretBytes
    let publicKeyPEM: String
    /// The public half first, then the keys that the set publishes besides.
    let published: [JWK]
    /// The value of `JWKS`. The kid is of characters that need no escape, so this JSON can stand in single quotes.
    let jwks: JSONValue

    /// - Parameters:
    ///   - keyID: `nil` for the thumbprint.
    ///   - others: what stands in the set behind the key.
    package init(
        _ key: RSAPrivateKey, keyID: KeyID?, profile: Profile, others: [JWK] = []
    ) throws(AuthKeysError) {
        self.key = key
        let keyID = if let keyID { keyID } else { try key.publicKey.thumbprint() }
        self.keyID = keyID
        self.profile = profile
        let der = try key.pkcs8DERRepresentation()
        privateKeyDER = der
        privateKeyPEM = der.withBytes { PEM.encode($0, label: RSAPrivateKey.label) }
        privateKeyLine = der.withBytes { PEM.encodeOnOneLine($0, label: RSAPrivateKey.label) }
        publicKeyPEM = try key.publicKey.pemRepresentation
        published = [JWK(key.publicKey, keyID: keyID)] + others
        jwks = try JWKSet(published).json
    }

    /// Both values in the form that was asked for, with a line feed at the end.
    package func values(_ format: GenerateOptions.Format) throws(AuthKeysError) -> SecretBytes {
        switch format {
        case .dotenv: try dotenv()
        case .json: json()
        }
    }

    /// Two lines that a dotenv reader, `sh` and `npx convex env set` read alike.
    private func dotenv() throws(AuthKeysError) -> SecretBytes {
        var text = SecretBuilder(reservingCapacity: 8192)
        try privateKeyLine.withBytes { value throws(AuthKeysError) in
            try DotEnvWriter.append(name: Self.privateKeyName, value: value, to: &text)
        }
        let jwks = try Escaper.jsonInSingleQuotedEnvValue(jwks.compactJSON)
        try DotEnvWriter.append(name: Self.jwksName, value: jwks.utf8.span, to: &text)
        return text.finish()
    }

    private func json() -> SecretBytes {
        var text = SecretBuilder(reservingCapacity: 16384)
        text.append("{\(publicMembers),\"privateKey\":")
        appendJSONString(privateKeyPEM, to: &text)
        text.append(",\"environment\":{\"\(Self.privateKeyName)\":")
        appendJSONString(privateKeyLine, to: &text)
        text.append(",\"\(Self.jwksName)\":\(Escaper.json(jwks.compactJSON))}}\n")
        return text.finish()
    }

    /// What every JSON form of the pair begins with, without its braces.
    var publicMembers: String {
        let members = JSONValue.object([
            "schema": .string("authkeys.generate/1"), "kid": .string(keyID.description),
            "bits": .integer(Int64(key.keySizeInBits)), "profile": .string(profile.name),
            "publicKey": .string(publicKeyPEM), "jwks": jwks,
        ])
        return String(members.compactJSON.dropFirst().dropLast())
    }

    /// PEM needs one escape, for its line ends.
    private func appendJSONString(_ pem: SecretBytes, to text: inout SecretBuilder) {
        text.append("\"")
        pem.withBytes { pem in
            for index in pem.indices {
                if pem[index] == UInt8(ascii: "\n") { text.append("\\n") } else { text.append(pem[index]) }
            }
        }
        text.append("\"")
    }
}
