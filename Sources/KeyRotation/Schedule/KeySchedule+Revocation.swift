public import AuthKeysJOSE

extension KeySchedule {
    /// Removes keys from the set at once, whatever tokens of them are out: a thief signs with any `exp`.
    ///
    /// - Parameters:
    ///   - revoked: the kids of the keys.
    ///   - replacement: a new key, for when the one that signs is revoked and no staged one is left.
    ///   - now: the present, by the clock of this machine.
    /// - Throws: `rotation.unknown-key`, `rotation.impossible`, `rotation.kid-used`.
    public mutating func revoke(
        _ revoked: [KeyID], replacement: KeyID?, at now: NumericDate
    ) throws(AuthKeysError) {
        for keyID in revoked {
            guard let key = self[keyID] else { throw unknown(keyID, "in this keyring") }
            guard key.state.isPublished else { throw unknown(keyID, "to revoke: it is \(key.state.rawValue) already") }
        }
        for keyID in revoked { remove(keyID, as: .revoked, at: now) }
        guard active == nil else { return }
        if staged == nil {
            guard let replacement else { throw impossible("there would be no key to sign with") }
            try stage(replacement, at: now)
        }
        try activate(at: now)
    }
}
