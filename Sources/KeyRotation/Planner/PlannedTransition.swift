public import AuthKeysJOSE

/// A step that is to come.
public struct PlannedTransition: Sendable, Hashable {
    public let transition: Transition
    /// The key that moves; `nil` for one that is not made yet.
    public let keyID: KeyID?
    /// When the policy wants it.
    public let due: NumericDate
    /// What makes it too early as of the moment that the plan was made for.
    public let early: EarlyMove?

    /// When it is made if it is made in time; `nil` while that cannot be known.
    public var date: NumericDate? {
        guard let early else { return due }
        return early.until.map { max($0, due) }
    }

    /// For an order: a step with no date comes where the policy wants it.
    var place: NumericDate { date ?? due }

    /// Whether it is to be made at that moment.
    public func isDue(at now: NumericDate) -> Bool { early == nil && due <= now }
}

extension KeySchedule {
    /// The next step of each key, in the order in which they come; a pure function of the keyring and the time.
    public func plan(at now: NumericDate) -> [PlannedTransition] {
        var steps: [PlannedTransition] = []
        for key in retiring {
            guard let demotedAt = key.demotedAt else { continue }
            // A key that left the set could not be returned to.
            let rollbackEnd = demotedAt + policy.rollbackWindow
            let since = key.demotionSeenAt ?? demotedAt
            let safe = since + policy.retirementWait(tokenLifetime: key.tokenLifetime)
            if key.hasPrivateHalf, key.demotionSeenAt == nil || rollbackEnd < safe {
                steps.append(step(.forget, key.keyID, due: rollbackEnd, at: now))
            }
            steps.append(step(.retire, key.keyID, due: max(safe, rollbackEnd), at: now))
        }
        if let end = active?.activatedAt.map({ $0 + policy.period }) {
            if let staged {
                steps.append(step(.activate, staged.keyID, due: max(end, heldUntil ?? end), at: now))
            } else {
                let start = end - policy.stagingLead
                steps.append(step(.stage, nil, due: max(start, heldUntil ?? start), at: now))
            }
        }
        // Sorting is not stable, so that the order above is part of the key.
        return steps.enumerated()
            .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
            .map(\.element)
    }

    /// What `apply --if-due` makes of it: the first step that is due and not too early.
    public func dueTransition(at now: NumericDate) -> PlannedTransition? {
        plan(at: now).first { $0.isDue(at: now) }
    }

    /// What a plain `apply` makes of it: what is due, else the next step of the rotation, whether or not it is too early.
    /// The private half of a key is never dropped before its time: that would only take the way back away.
    public func nextTransition(at now: NumericDate) -> PlannedTransition? {
        if let due = dueTransition(at: now) { return due }
        let steps = plan(at: now).filter { $0.transition != .forget }
        return steps.first { $0.early == nil && $0.transition != .stage } ?? steps.first { $0.transition == .activate }
            ?? steps.first { $0.transition == .retire } ?? steps.first
    }

    private func step(
        _ transition: Transition, _ keyID: KeyID?, due: NumericDate, at now: NumericDate
    ) -> PlannedTransition {
        PlannedTransition(
            transition: transition, keyID: keyID, due: due, early: earlyMove(transition, of: keyID, at: now))
    }
}
