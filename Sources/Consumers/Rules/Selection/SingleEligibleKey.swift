internal import AuthKeysJOSE
internal import Encodings

/// A key is eligible when its kid equals the token's (or the token has none), its `use` is absent or `sig` and its `alg`
/// absent or the token's; exactly one may be, whether or not one of several would verify. JWKs that cannot be read are
/// passed over. Convex's OIDC verifier (`types/jwks.rs`) does this.
struct SingleEligibleKey: KeySelection {
    let looksAtOperations: Bool
    /// Whether an RSA key counts whose numbers are missing or cannot be decoded: openidconnect-rs takes them for absent.
    let countsKeysWithoutNumbers: Bool

    func obstacle(in key: PublishedKey, algorithm: String) -> KeyObstacle? {
        if let use = key.json.last("use"), !use.isText("sig") { return .use }
        if looksAtOperations, let operations = key.json.last("key_ops")?.elements,
            !operations.contains(where: { $0.isText("verify") })
        {
            return .operations
        }
        if let own = key.json.last("alg"), !own.isText(algorithm) { return .algorithm }
        return nil
    }

    func isEligible(_ key: PublishedKey, algorithm: String) -> Bool {
        guard algorithm.utf8.starts(with: "RS".utf8), obstacle(in: key, algorithm: algorithm) == nil else {
            return false
        }
        guard countsKeysWithoutNumbers else { return key.rsaKey != nil }
        let kid = key.json.last("kid")
        return key.text("kty") == "RSA" && (kid == nil || kid?.string != nil)
    }

    func select(keyID: JSONValue?, algorithm: String, in set: JWKSetDocument) throws(Refusal) -> PublishedKey {
        let eligible = set.entries.map { PublishedKey($0) }.filter { key in
            (keyID == nil || keyID?.string.flatMap { key.json.last("kid")?.isText($0) } ?? false)
                && isEligible(key, algorithm: algorithm)
        }
        guard let key = eligible.first else { throw noMatch }
        guard eligible.count == 1 else {
            throw Refusal(
                JOSECode.ambiguousKey,
                "AmbiguousKeyId: JWK set must only contain one eligible public key, "
                    + "but found \(eligible.count) eligible keys")
        }
        return key
    }

    var noMatch: Refusal { Refusal(JOSECode.noMatchingKey, "NoMatchingKey") }
}
