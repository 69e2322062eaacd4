public import AuthKeysJOSE

/// The steps themselves. None asks whether it is too early: ``KeySchedule/earlyMove(_:of:at:)`` does.
extension KeySchedule {
    /// Publishes a new key.
    /// - Throws: `rotation.kid-used`, `rotation.impossible`.
    public mutating func stage(_ keyID: KeyID, at now: NumericDate) throws(AuthKeysError) {
        try requireUnused(keyID)
        if let staged { throw impossible("there is a staged key already, \(staged.keyID.quoted)") }
        keys.append(KeyRecord(staging: keyID, at: now, tokenLifetime: policy.tokenLifetime))
    }

    /// Lets the staged key sign.
    /// - Throws: `rotation.impossible`.
    public mutating func activate(at now: NumericDate) throws(AuthKeysError) {
        guard let staged else { throw impossible("there is no staged key to sign with") }
        if let active { demote(active.keyID, at: now) }
        update(staged.keyID) { key in
            key.state = .active
            key.activatedAt = now
        }
        heldUntil = nil
    }

    /// Drops the private half of a key that no longer signs.
    /// - Throws: `rotation.unknown-key`.
    public mutating func forget(_ keyID: KeyID) throws(AuthKeysError) {
        guard self[keyID]?.state == .retiring else { throw unknown(keyID, "that no longer signs") }
        update(keyID) { $0.hasPrivateHalf = false }
    }

    /// Removes a key that no longer signs from the set.
    /// - Throws: `rotation.unknown-key`.
    public mutating func retire(_ keyID: KeyID, at now: NumericDate) throws(AuthKeysError) {
        guard self[keyID]?.state == .retiring else { throw unknown(keyID, "that no longer signs") }
        remove(keyID, as: .retired, at: now)
    }

    /// From when on no verifier accepts a removed key any more; `nil` while nobody has seen that it is gone, and where a
    /// stale set is served without bound: there only a restart of the verifiers ends it.
    public func deathOfRemovedKey(_ keyID: KeyID) -> NumericDate? {
        guard let seen = self[keyID]?.removalSeenAt, let wait = policy.propagationWait else { return nil }
        return seen + policy.publicationSpread + wait
    }

    mutating func demote(_ keyID: KeyID, at now: NumericDate) {
        update(keyID) { key in
            key.state = .retiring
            key.demotedAt = now
            key.demotionSeenAt = nil
        }
    }

    mutating func remove(_ keyID: KeyID, as state: KeyState, at now: NumericDate) {
        update(keyID) { key in
            key.state = state
            key.removedAt = now
            key.removalSeenAt = nil
            key.hasPrivateHalf = false
        }
    }

    func impossible(_ why: String) -> AuthKeysError {
        AuthKeysError(RotationCode.impossible, why, hint: "see what can be done: authkeys rotation plan KEYRING")
    }

    func unknown(_ keyID: KeyID, _ what: String) -> AuthKeysError {
        AuthKeysError(
            RotationCode.unknownKey, "there is no key \(keyID.quoted) \(what)",
            hint: "see which there are: authkeys rotation status KEYRING")
    }
}
