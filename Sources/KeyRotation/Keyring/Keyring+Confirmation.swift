public import AuthKeysJOSE

extension Keyring {
    /// Takes in the live set.
    ///
    /// - Throws: `rotation.rolled-back` for a key that this keyring does not know: it is older than what is published, or
    ///   somebody else publishes; `rotation.foreign-key` for one that has a kid of the keyring and other numbers.
    ///   Nothing is changed then.
    public mutating func confirm(
        live set: JWKSet, at now: NumericDate, user: String? = nil
    ) throws(AuthKeysError) -> [Sighting] {
        var live: Set<KeyID> = []
        for jwk in set.keys {
            let owner = publicKeys.first { $0.value == jwk.key }?.key
            if let keyID = jwk.keyID, let own = publicKeys[keyID], own != jwk.key {
                throw AuthKeysError(
                    RotationCode.foreignKey,
                    "the live set has another key under the kid \(keyID.quoted): its n or e is not the keyring's",
                    hint: "nothing was changed; find out who publishes it, and treat it as an attack until you know")
            }
            guard let owner else {
                throw AuthKeysError(
                    RotationCode.rolledBack,
                    "the live set holds a key that this keyring does not know, "
                        + "\(jwk.keyID.map { "with the kid \($0.quoted)" } ?? "without a kid")",
                    hint: "nothing was changed; the keyring may be an old copy: use the newest one; else find out who "
                        + "publishes that key")
            }
            guard jwk.keyID == owner else {
                throw AuthKeysError(
                    RotationCode.foreignKey,
                    "the live set has the key \(owner.quoted) under another kid, or without one",
                    hint: "nothing was changed; publish the set as it is written by --jwks-out")
            }
            live.insert(owner)
        }
        return note(
            schedule.confirm(live: live, isDelivered: pendingDelivery == nil, at: now), at: now, user: user)
    }

    /// Takes in that the live system has just signed with a key.
    /// - Throws: `rotation.unknown-key`.
    public mutating func confirm(
        signing keyID: KeyID, lifetime: Duration? = nil, at now: NumericDate, user: String? = nil
    ) throws(AuthKeysError) -> [Sighting] {
        let before = schedule[keyID]?.tokenLifetime
        let sightings = note(
            try schedule.confirm(
                signing: keyID, lifetime: lifetime, isDelivered: pendingDelivery == nil, at: now), at: now, user: user)
        if let after = schedule[keyID]?.tokenLifetime, after != before {
            history.append(HistoryEntry(.lifetimeRaised, at: now, keyID: keyID, note: after.phrase, user: user))
        }
        return sightings
    }

    /// - Throws: `rotation.impossible` without a staged key.
    public mutating func accept(
        _ acceptance: KeyRecord.Acceptance, user: String? = nil
    ) throws(AuthKeysError) {
        try schedule.accept(acceptance)
        let event: HistoryEntry.Event = if case .probed = acceptance { .probed } else { .acknowledged }
        history.append(
            HistoryEntry(
                event, at: acceptance.date, keyID: schedule.staged?.keyID, note: "stale-set", user: user))
    }

    private mutating func note(_ sightings: [Sighting], at now: NumericDate, user: String?) -> [Sighting] {
        history += sightings.map { HistoryEntry(.sighted($0.kind), at: now, keyID: $0.keyID, user: user) }
        return sightings
    }
}
