package import AuthKeysJOSE
internal import Consumers
package import CryptoOpenSSL
package import Encodings

/// What signs at a deployment and what its tokens are verified with, judged as Convex Auth uses them.
package struct SigningPair: Sendable {
    package enum Standing: Sendable, Hashable {
        /// Neither variable is set.
        case absent
        case works
        /// There are keys in the set besides the one that signs; `accepted` when the verifier passes them over.
        case besideOthers(Int, isAccepted: Bool)
        /// Fresh tokens are refused already; why, in words.
        case broken(String)
    }

    package let stored: StoredKeyPair
    package let standing: Standing
    /// What signs, where it can be read.
    package let key: RSAPrivateKey?
    /// The name under which the set publishes it, else its thumbprint.
    package let keyID: KeyID?
    /// What `JWKS` has to be for the key that signs: the value as it is where that publishes the key, else one that is
    /// derived from it. So the deployment alone tells what an interrupted rotation has to put back.
    package let restorableKeySet: SecretBytes?

    package init(_ variables: DeploymentVariables, at time: NumericDate) {
        let stored = StoredKeyPair(variables)
        self.stored = stored
        let text = variables[ConvexAuthVariable.privateKey]
        let set = variables[ConvexAuthVariable.keySet]
        let key = text.flatMap { text in
            text.withBytes { bytes in try? RSAPrivateKey(pemRepresentation: bytes, grammar: .lax) }
        }
        self.key = key
        standing = Self.standing(text, set, stored, at: time)
        if case .published(let keyID, let thumbprint) = stored.privateKey {
            self.keyID = keyID ?? thumbprint
            restorableKeySet = set
        } else {
            keyID = stored.thumbprint
            restorableKeySet = key.flatMap { try? Self.keySet(of: $0) } ?? set
        }
    }

    /// Whether the set publishes the key that signs.
    package var isPublished: Bool {
        if case .published = stored.privateKey { true } else { false }
    }

    private static func standing(
        _ key: SecretBytes?, _ set: SecretBytes?, _ stored: StoredKeyPair, at time: NumericDate
    ) -> Standing {
        guard key != nil || set != nil else { return .absent }
        var complaint: String?
        if let key, let set {
            do throws(AuthKeysError) {
                try key.withBytes { key throws(AuthKeysError) in
                    try set.withBytes { set throws(AuthKeysError) in
                        _ = try Profile.convexAuth.tryOut(privateKeyText: key, jwks: set, at: time)
                    }
                }
            } catch {
                complaint = error.message
            }
        } else {
            complaint = "\(key == nil ? ConvexAuthVariable.privateKey : ConvexAuthVariable.keySet) is not set"
        }
        // Of a key that does not sign there is one in the set where it was replaced; more are somebody's.
        let others = stored.keyIDs.count - 1
        if others > 0 { return .besideOthers(others, isAccepted: complaint == nil) }
        if case .unpublished = stored.privateKey, case .keys = stored.keySet {
            return .broken("JWKS does not publish the key that signs")
        }
        switch stored.keySet {
        case .empty, .unreadable: return .broken("JWKS is \(stored.keySet)")
        case .notSet, .keys: return complaint.map { .broken($0) } ?? .works
        }
    }

    private static func keySet(of key: RSAPrivateKey) throws(AuthKeysError) -> SecretBytes {
        let jwk = try JWK(key.publicKey, keyID: key.publicKey.thumbprint())
        return try SecretBytes(copying: JWKSet([jwk]).json.compactJSON.utf8.span)
    }
}
