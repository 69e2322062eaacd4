public import AuthKeysJOSE
internal import Encodings

extension Profile {
    /// Why this consumer would not verify its tokens with the key, whatever the kids are; `nil` when it would.
    public func obstacle(in key: JWK) -> KeyObstacle? {
        keySelection.obstacle(in: PublishedKey(key), algorithm: JWSAlgorithm.rs256.name)
    }

    /// Whether a key without a kid is never picked by this consumer.
    public var needsKeyID: Bool { keySelection.needsKeyID }

    /// The keys that a token without a kid could be for, by their places in the set; where ``needsKeyID``, those that any
    /// token could be for. With more than one, or none, this consumer refuses a token without a kid; whether it ever sees
    /// one is ``tokensCarryKeyID``.
    public func eligibleKeys(in set: JWKSetDocument) -> [(index: Int, key: JWK)] {
        set.entries.enumerated().compactMap { index, entry in
            guard let key = try? entry.key.get(), obstacle(in: key) == nil, !needsKeyID || key.keyID != nil else {
                return nil
            }
            return (index, key)
        }
    }

    /// The places of the keys that its verifier counts for a token without a kid. One that it cannot read may be among
    /// them: Convex's OIDC verifier looks at the numbers of a key only when it uses it.
    public func placesOfEligibleKeys(in set: JWKSetDocument) -> [Int] {
        set.entries.indices.filter {
            keySelection.isEligible(PublishedKey(set.entries[$0]), algorithm: JWSAlgorithm.rs256.name)
        }
    }

    /// The places of what this consumer cannot read and refuses the whole set for.
    public func placesOfKeysThatCostTheSet(in set: JWKSetDocument) -> [Int] {
        let checks = tokenChecks.compactMap { $0 as? KeySetEntries }
        return set.entries.indices.filter { index in checks.contains { !$0.isReadable(set.entries[index].json) } }
    }

    /// What this consumer answers to a token without a kid before it looks at the signature; `nil` when one key of the
    /// set is eligible.
    public func refusalOfTokenWithoutKeyID(by set: JWKSetDocument) -> Refusal? {
        let header = ProtectedHeader(algorithm: .rs256, type: tokenType, keyID: nil)
        do throws(Refusal) {
            _ = try keySelection.key(for: header, in: set)
            return nil
        } catch {
            return error
        }
    }

    /// What this consumer answers to a token of a key that stands in the set with its private members; `nil` when it
    /// takes the key for a public one.
    package func refusalOfPrivateKey(at index: Int, in set: JWKSetDocument) -> Refusal? {
        guard !tokenChecks.contains(where: { $0 is StandardVerification }) else { return keySelection.noMatch }
        let header = ProtectedHeader(algorithm: .rs256, type: tokenType, keyID: set.entries[index].keyID)
        do throws(Refusal) {
            _ = try keySelection.key(for: header, in: set)
            return nil
        } catch {
            return error
        }
    }

    /// What this consumer answers to every token when no key of the set is eligible.
    public var refusalWithoutEligibleKey: Refusal { keySelection.noMatch }
}
