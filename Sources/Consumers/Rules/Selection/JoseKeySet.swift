internal import AuthKeysJOSE
internal import Encodings

/// `createLocalJWKSet` of jose: filters by members alone, wants exactly one, and only then imports it.
struct JoseKeySet: KeySelection {
    /// Whether a member of a type that it cannot have counts as absent.
    let ignoresMistypedMembers: Bool

    func obstacle(in key: PublishedKey, algorithm: String) -> KeyObstacle? {
        if let use = judged("use", in: key), !use.isText("sig") { return .use }
        if let operations = key.json.last("key_ops"), !allowsVerifying(operations) { return .operations }
        if let own = judged("alg", in: key), !own.isText(algorithm) { return .algorithm }
        return nil
    }

    func isEligible(_ key: PublishedKey, algorithm: String) -> Bool {
        key.text("kty") == "RSA" && algorithm.utf8.starts(with: "RS".utf8)
            && obstacle(in: key, algorithm: algorithm) == nil
    }

    func select(keyID: JSONValue?, algorithm: String, in set: JWKSetDocument) throws(Refusal) -> PublishedKey {
        let candidates = set.entries.map { PublishedKey(importing: $0.json) }.filter { key in
            has(keyID, key) && isEligible(key, algorithm: algorithm)
        }
        guard let key = candidates.first else { throw noMatch }
        guard candidates.count == 1 else {
            throw Refusal(
                JOSECode.ambiguousKey,
                "ERR_JWKS_MULTIPLE_MATCHING_KEYS: multiple matching keys found in the JSON Web Key Set")
        }
        guard key.json.last("n") != nil, key.json.last("e") != nil else {
            throw Refusal(JOSECode.jwkMember, "DataError: Invalid keyData")
        }
        guard key.json.last("d") == nil else {
            throw Refusal(
                JOSECode.privateMember, "ERR_JWKS_INVALID: JSON Web Key Set members must be public keys")
        }
        return key
    }

    var noMatch: Refusal {
        Refusal(
            JOSECode.noMatchingKey, "ERR_JWKS_NO_MATCHING_KEY: no applicable key found in the JSON Web Key Set")
    }

    private func has(_ keyID: JSONValue?, _ key: PublishedKey) -> Bool {
        guard let keyID else { return true }
        guard let text = keyID.string else { return ignoresMistypedMembers }
        return key.json.last("kid")?.isText(text) ?? false
    }

    private func judged(_ name: String, in key: PublishedKey) -> JSONValue? {
        key.json.last(name).flatMap { $0.string == nil && ignoresMistypedMembers ? nil : $0 }
    }

    private func allowsVerifying(_ operations: JSONValue) -> Bool {
        guard let elements = operations.elements else { return ignoresMistypedMembers }
        let names = elements.compactMap(\.string)
        let isSet = names.count == elements.count && Set(names.map { Array($0.utf8) }).count == names.count
        return (isSet || ignoresMistypedMembers) && elements.contains { $0.isText("verify") }
    }
}
