package import AuthKeysJOSE
package import Encodings

/// A set that could be read as JSON, with what the rules ask of each of its keys.
package struct KeySetContents: Sendable {
    package struct Key: Sendable {
        /// Counted from 0.
        package let index: Int
        package let entry: JWKSetDocument.Entry
        package let keyID: KeyID?
        /// Also when something else about the JWK cannot be read.
        package let rsaKey: RSAPublicKey?
        /// RFC 7638, SHA-256.
        package let thumbprint: KeyID?

        /// Readable as a public key to verify with.
        package var jwk: JWK? { try? entry.key.get() }

        package var problem: AuthKeysError? {
            if case .failure(let error) = entry.key { error } else { nil }
        }

        package func text(_ member: String) -> String? { entry.json[member]?.string }

        /// `key 2 (kid "a")`: for evidence.
        package var label: String {
            "key \(index + 1)" + (keyID.map { " (kid \($0.quoted))" } ?? "")
        }
    }

    package let document: JWKSetDocument
    package let keys: [Key]

    init(_ document: JWKSetDocument) {
        self.document = document
        keys = document.entries.enumerated().map { index, entry in
            let rsaKey = entry.rsaKey
            return Key(
                index: index, entry: entry, keyID: entry.keyID, rsaKey: rsaKey, thumbprint: try? rsaKey?.thumbprint())
        }
    }
}
