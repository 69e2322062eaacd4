internal import AuthKeysJOSE
internal import Encodings

/// The first key with the token's kid; no other member is looked at until its `alg` is compared. Biscuit's
/// `decode_with_jwks`, which Convex's `customJwt` uses, does this.
struct FirstMatchingKeyID: KeySelection {
    func obstacle(in key: PublishedKey, algorithm: String) -> KeyObstacle? {
        guard let own = key.json.last("alg"), !own.isText(algorithm) else { return nil }
        return .algorithm
    }

    var needsKeyID: Bool { true }

    func isEligible(_ key: PublishedKey, algorithm: String) -> Bool {
        key.rsaKey != nil && key.text("kid") != nil && obstacle(in: key, algorithm: algorithm) == nil
    }

    func select(keyID: JSONValue?, algorithm: String, in set: JWKSetDocument) throws(Refusal) -> PublishedKey {
        guard let keyID = keyID?.string else { throw Refusal(JOSECode.noMatchingKey, "KidMissing") }
        guard let entry = set.entries.first(where: { $0.json.last("kid")?.isText(keyID) ?? false }) else {
            throw noMatch
        }
        let key = PublishedKey(entry)
        guard obstacle(in: key, algorithm: algorithm) == nil else {
            throw Refusal(JOSECode.algorithm, "the key is for another algorithm")
        }
        return key
    }

    var noMatch: Refusal { Refusal(JOSECode.noMatchingKey, "KeyNotFound") }
}
