public import AuthKeysJOSE

extension KeySchedule {
    /// Finds what no command writes: a file that was edited by hand.
    /// - Throws: `rotation.inconsistent`, `rotation.policy`.
    public func check() throws(AuthKeysError) {
        try policy.check()
        var seen: Set<KeyID> = []
        for key in keys {
            guard seen.insert(key.keyID).inserted else {
                throw inconsistent("two keys have the kid \(key.keyID.quoted)")
            }
            try check(key)
        }
        let active = keys.filter { $0.state == .active }
        guard active.count == 1 else { throw inconsistent("\(active.count) keys are active where one signs") }
        guard active.allSatisfy(\.hasPrivateHalf) else {
            throw inconsistent("the active key has no private half to sign with")
        }
        let staged = keys.filter { $0.state == .staged }
        guard staged.count <= 1 else { throw inconsistent("\(staged.count) keys are staged where one may be") }
    }

    private func check(_ key: KeyRecord) throws(AuthKeysError) {
        func require(_ holds: Bool, _ what: String) throws(AuthKeysError) {
            guard holds else { throw inconsistent("the \(key.state.rawValue) key \(key.keyID.quoted) \(what)") }
        }
        let demoted = [.retiring, .retired].contains(key.state) || key.state == .revoked && key.demotedAt != nil
        switch key.state {
        case .staged: try require(key.activatedAt == nil, "has signed")
        case .active: try require(key.activatedAt != nil, "has no time since when it signs")
        case .retiring, .retired:
            try require(key.activatedAt != nil && key.demotedAt != nil, "has no time until when it signed")
        case .revoked: break
        }
        if !demoted { try require(key.demotedAt == nil && key.demotionSeenAt == nil, "has stopped to sign") }
        try require(key.state.isPublished == (key.removedAt == nil), "disagrees about whether it was removed")
        try require(key.state.isPublished || !key.hasPrivateHalf, "still has its private half")
        try require(key.state != .staged || key.hasPrivateHalf, "has no private half to sign with")
        try require(key.removalSeenAt == nil || key.removedAt != nil, "was missed before it was removed")
        try require(key.demotionSeenAt == nil || key.demotedAt != nil, "was seen replaced before it was")
        try require(
            key.tokenLifetime >= .zero && key.tokenLifetime <= RotationPolicy.longestTerm,
            "has a token lifetime that is none")
        let times = [
            key.stagedAt, key.activatedAt, key.demotedAt, key.removedAt,
        ].compactMap(\.self)
        try require(zip(times, times.dropFirst()).allSatisfy(<=), "has times that are out of order")
        let confirmations: [(NumericDate?, NumericDate?)] = [
            (key.stagedAt, key.publicationSeenAt), (key.demotedAt, key.demotionSeenAt),
            (key.removedAt, key.removalSeenAt), (key.stagedAt, key.acceptance?.date),
        ]
        for case (let act?, let seen?) in confirmations { try require(act <= seen, "was confirmed before it happened") }
    }

    private func inconsistent(_ what: String) -> AuthKeysError {
        AuthKeysError(
            RotationCode.inconsistent, "the keyring contradicts itself: \(what)",
            hint: "nothing was changed; take the file of a backup, and edit no keyring by hand")
    }
}
