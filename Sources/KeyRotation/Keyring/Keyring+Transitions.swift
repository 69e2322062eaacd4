public import AuthKeysJOSE

/// The same steps as those of the schedule, with the keys and the history.
extension Keyring {
    /// - Parameters:
    ///   - step: as the plan has it.
    ///   - newKey: for a step that publishes one.
    ///   - now: the present, by the clock of this machine.
    ///   - early: what was forced.
    ///   - user: who does it, for the history.
    /// - Throws: what the step of the schedule throws; `rotation.impossible` without the key that it needs.
    public mutating func make(
        _ step: PlannedTransition, newKey: RSAPrivateKey?, at now: NumericDate, forcing early: EarlyMove? = nil,
        user: String? = nil
    ) throws(AuthKeysError) {
        var keyID = step.keyID
        if step.transition == .stage {
            guard let newKey else { throw schedule.impossible("there is no new key to publish") }
            let thumbprint = try newKey.publicKey.thumbprint()
            try schedule.stage(thumbprint, at: now)
            add(newKey, as: thumbprint)
            keyID = thumbprint
        } else {
            try schedule.make(step, at: now)
        }
        dropPrivateHalves()
        history.append(
            HistoryEntry(
                .made(step.transition), at: now, keyID: keyID, isForced: early != nil, note: early?.sentence,
                user: user))
    }

    /// - Throws: `rotation.impossible`.
    public mutating func rollBack(
        at now: NumericDate, forcing early: EarlyMove? = nil, user: String? = nil
    ) throws(AuthKeysError) {
        let previous = schedule.previous?.keyID
        try schedule.rollBack(at: now)
        dropPrivateHalves()
        history.append(
            HistoryEntry(
                .rolledBack, at: now, keyID: previous, isForced: early != nil, note: early?.sentence, user: user))
    }

    /// - Parameters:
    ///   - revoked: the kids of the keys.
    ///   - replacement: a new key, used when the one that signs is revoked and none is staged.
    ///   - now: the present, by the clock of this machine.
    ///   - note: why, for the history.
    ///   - user: who does it, for the history.
    /// - Throws: what ``KeySchedule/revoke(_:replacement:at:)`` throws.
    public mutating func revoke(
        _ revoked: [KeyID], replacement: RSAPrivateKey?, at now: NumericDate, note: String? = nil, user: String? = nil
    ) throws(AuthKeysError) {
        let name = try replacement.map { key throws(AuthKeysError) in try key.publicKey.thumbprint() }
        let before = schedule
        try schedule.revoke(revoked, replacement: name, at: now)
        if let name, let replacement, schedule[name] != nil { add(replacement, as: name) }
        dropPrivateHalves()
        for keyID in revoked {
            history.append(HistoryEntry(.revoked, at: now, keyID: keyID, note: note, user: user))
        }
        guard let active = schedule.active?.keyID, before.active?.keyID != active else { return }
        if before[active] == nil {
            history.append(HistoryEntry(.made(.stage), at: now, keyID: active, isForced: true, user: user))
        }
        history.append(HistoryEntry(.made(.activate), at: now, keyID: active, isForced: true, user: user))
    }

    private mutating func add(_ key: RSAPrivateKey, as keyID: KeyID) {
        privateKeys[keyID] = key
        publicKeys[keyID] = key.publicKey
    }

    private mutating func dropPrivateHalves() {
        for key in schedule.keys where !key.hasPrivateHalf { privateKeys[key.keyID] = nil }
    }

    // MARK: - Handing over

    /// Notes that the last change is to be delivered.
    package mutating func expectDelivery() {
        guard let last = history.last else { return }
        pendingDelivery = PendingDelivery(event: last.event, keyID: last.keyID, since: last.date)
    }

    package mutating func noteDelivery(at now: NumericDate, failure: String?, user: String? = nil) {
        guard let pending = pendingDelivery else { return }
        pendingDelivery?.attempts += 1
        if failure == nil { pendingDelivery = nil }
        history.append(
            HistoryEntry(
                failure == nil ? .delivered : .deliveryFailed, at: now, keyID: pending.keyID,
                note: failure ?? pending.event.name, user: user))
    }
}
