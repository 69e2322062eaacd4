package import AuthKeysJOSE
internal import CryptoOpenSSL
internal import Encodings

/// What the two values say, without showing them: which key, under which kids.
package struct StoredKeyPair: Sendable {
    package enum PrivateKey: Sendable, Hashable {
        case notSet, empty, unreadable
        /// A key that the set beside it publishes; `nil` where it stands there without a kid.
        case published(KeyID?, thumbprint: KeyID)
        case unpublished(thumbprint: KeyID)
    }

    package enum KeySet: Sendable, Hashable {
        case notSet, empty, unreadable
        /// In the order of the set; `nil` for a key without a kid.
        case keys([KeyID?])
    }

    package let privateKey: PrivateKey
    package let keySet: KeySet

    package init(_ variables: DeploymentVariables) {
        let set = variables[ConvexAuthVariable.keySet]
        let document = set.flatMap { set in
            set.withBytes { bytes in try? JWKSetDocument(reading: bytes) }
        }
        keySet =
            if let set {
                if let document {
                    .keys(document.entries.map { $0.json["kid"]?.string.map { KeyID($0) } })
                } else {
                    set.count == 0 ? .empty : .unreadable
                }
            } else { .notSet }
        privateKey =
            if let key = variables[ConvexAuthVariable.privateKey] {
                key.count == 0 ? .empty : Self.read(key, beside: document)
            } else { .notSet }
    }

    private static func read(_ text: SecretBytes, beside set: JWKSetDocument?) -> PrivateKey {
        let key = text.withBytes { bytes in try? RSAPrivateKey(pemRepresentation: bytes, grammar: .lax).publicKey }
        guard let key, let thumbprint = try? key.thumbprint() else { return .unreadable }
        let entry = set?.entries.compactMap { try? $0.key.get() }.first { $0.key == key }
        return entry.map { .published($0.keyID, thumbprint: thumbprint) } ?? .unpublished(thumbprint: thumbprint)
    }

    /// RFC 7638; `nil` where there is no key that can be read.
    package var thumbprint: KeyID? {
        switch privateKey {
        case .published(_, let thumbprint), .unpublished(let thumbprint): thumbprint
        case .notSet, .empty, .unreadable: nil
        }
    }

    package var keyIDs: [KeyID?] {
        if case .keys(let keyIDs) = keySet { keyIDs } else { [] }
    }
}

extension StoredKeyPair.PrivateKey: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notSet: "not set"
        case .empty: "empty"
        case .unreadable: "something that is no RSA private key in PKCS#8"
        case .published(let keyID?, _): "the key of kid \(keyID.shown)"
        case .published(nil, let thumbprint): "the key with the thumbprint \(thumbprint)"
        case .unpublished(let thumbprint): "a key that JWKS does not publish, with the thumbprint \(thumbprint)"
        }
    }
}

extension StoredKeyPair.KeySet: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notSet: return "not set"
        case .empty: return "empty"
        case .unreadable: return "something that is no JWK set"
        case .keys(let keyIDs):
            guard !keyIDs.isEmpty else { return "a set without keys" }
            let shown = keyIDs.prefix(5).map { $0?.shown ?? "none" }
            let more = keyIDs.count > shown.count ? " and \(keyIDs.count - shown.count) more" : ""
            return "\(keyIDs.count == 1 ? "kid" : "kids") \(shown.joined(separator: ", "))\(more)"
        }
    }
}

extension KeyID {
    /// Cut: a kid from outside can be of any length.
    fileprivate var shown: String {
        let text = description.unicodeScalars
        return text.count > Self.maximumLength ? "\(String(text.prefix(Self.maximumLength)))…" : String(text)
    }
}
