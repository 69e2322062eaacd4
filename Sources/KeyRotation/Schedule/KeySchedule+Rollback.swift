public import AuthKeysJOSE

extension KeySchedule {
    /// The key that ``rollBack(at:)`` returns to: the last one that signed, while its private half is there.
    public var previous: KeyRecord? {
        retiring.filter(\.hasPrivateHalf).max { ($0.demotedAt ?? .distantPast) < ($1.demotedAt ?? .distantPast) }
    }

    /// Until when the private half of a key that no longer signs is kept.
    public func rollbackEnd(of key: KeyRecord) -> NumericDate? {
        key.demotedAt.map { $0 + policy.rollbackWindow }
    }

    /// Lets the previous key sign again, which every verifier still knows: it never left the set. The key that signed
    /// meanwhile stays published until its tokens have expired, and no new rotation begins before a person had time to
    /// see why.
    /// - Throws: `rotation.impossible`.
    public mutating func rollBack(at now: NumericDate) throws(AuthKeysError) {
        guard let previous else {
            throw impossible("there is no previous key whose private half is still there")
        }
        if let active { demote(active.keyID, at: now) }
        update(previous.keyID) { key in
            key.state = .active
            key.demotedAt = nil
            key.demotionSeenAt = nil
        }
        heldUntil = now + policy.confirmWithin
    }
}
