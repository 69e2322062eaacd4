public import AuthKeysJOSE
public import Consumers

extension Keyring {
    /// A keyring of one new key, which signs at once: no verifier has a set without it.
    /// - Parameters:
    ///   - key: the key that signs.
    ///   - keyID: `nil` for the thumbprint.
    ///   - profile: the consumer that it is for.
    ///   - policy: the terms of its rotations.
    ///   - now: the present, by the clock of this machine.
    ///   - isTest: whether commands that change it take `--at`: for trying things out.
    ///   - user: who does it, for the history.
    /// - Throws: `rotation.no-overlap`, `rotation.policy`, `crypto.failed`.
    public init(
        creating key: RSAPrivateKey, keyID: KeyID? = nil, profile: Profile, policy: RotationPolicy,
        at now: NumericDate, isTest: Bool = false, user: String? = nil
    ) throws(AuthKeysError) {
        try Self.requireOverlap(profile)
        let keyID = if let keyID { keyID } else { try key.publicKey.thumbprint() }
        self.init(
            isTest: isTest, profile: profile, generation: 0,
            schedule: try KeySchedule(policy: policy, signingWith: keyID, at: now),
            history: [HistoryEntry(.created, at: now, keyID: keyID, user: user)], pendingDelivery: nil,
            privateKeys: [keyID: key], publicKeys: [keyID: key.publicKey])
    }

    /// A keyring of a key that is in use, and of the set that publishes it. The other keys of the set stay published
    /// until no token of them can be left.
    ///
    /// - Parameters:
    ///   - key: the key that signs.
    ///   - set: the set that is published.
    ///   - profile: the consumer that it is for.
    ///   - policy: the terms of its rotations.
    ///   - now: the present, by the clock of this machine.
    ///   - activatedAt: since when the key signs, where that is known.
    ///   - isTest: whether commands that change it take `--at`: for trying things out.
    ///   - user: who does it, for the history.
    /// - Throws: `rotation.no-overlap`, `rotation.policy`, `rotation.unknown-key` when the set does not hold the key,
    ///   `jwk.kid` for keys of the set without a kid, `rotation.kid-used`.
    public init(
        importing key: RSAPrivateKey, publishedIn set: JWKSet, profile: Profile, policy: RotationPolicy,
        at now: NumericDate, activatedAt: NumericDate? = nil, isTest: Bool = false, user: String? = nil
    ) throws(AuthKeysError) {
        try Self.requireOverlap(profile)
        var publicKeys: [KeyID: RSAPublicKey] = [:]
        for (index, jwk) in set.keys.enumerated() {
            guard let keyID = jwk.keyID else {
                throw AuthKeysError(
                    JOSECode.keyID, "key \(index + 1) of the set has no kid, and keys are told apart by it",
                    hint: "publish it with a kid first, and let the signer set it")
            }
            publicKeys[keyID] = jwk.key
        }
        guard let own = set.keys.first(where: { $0.key == key.publicKey }), let keyID = own.keyID else {
            throw AuthKeysError(
                RotationCode.unknownKey, "the set does not publish the private key: none of its keys has its numbers",
                hint: "give the set that the system publishes now, and the key that it signs with now")
        }
        let others = set.keys.compactMap(\.keyID).filter { $0 != keyID }
        self.init(
            isTest: isTest, profile: profile, generation: 0,
            schedule: try KeySchedule(
                policy: policy, signingWith: keyID, at: now, activatedAt: activatedAt, besides: others),
            history: [HistoryEntry(.imported, at: now, keyID: keyID, user: user)]
                + others.map { HistoryEntry(.imported, at: now, keyID: $0, user: user) },
            pendingDelivery: nil, privateKeys: [keyID: key], publicKeys: publicKeys)
        // It is what the system publishes in this moment.
        _ = try confirm(live: set, at: now, user: user)
    }

    /// Whether the tokens name their key, so that two keys can stand side by side.
    /// - Throws: `rotation.no-overlap`.
    package static func requireOverlap(_ profile: Profile) throws(AuthKeysError) {
        guard !profile.tokensCarryKeyID, profile.verifier.keySelection == .singleEligibleKey else { return }
        throw AuthKeysError(
            RotationCode.noOverlap,
            "the tokens of \(profile.name) carry no kid, and its verifier refuses every token when two keys fit: the old "
                + "and the new key cannot be published side by side",
            hint: "authkeys convex rotate replaces the key in two phases instead; with a signer that sets a kid: "
                + "--profile convex-oidc")
    }
}
