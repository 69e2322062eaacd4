public import AuthKeysJOSE

/// A confirmation that is missing: nothing counts from the moment that a file was written.
public struct Awaited: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// That the live set holds the key.
        case publication
        /// That a verifier accepts the staged key, or that somebody answers for stale sets.
        case acceptance
        /// That the live system signs with the successor.
        case demotion
        /// That the live set no longer holds the key.
        case removal
    }

    public let kind: Kind
    public let keyID: KeyID
    /// From when on it could be had.
    public let since: NumericDate
    /// When it counts as overdue.
    public let deadline: NumericDate
}

extension KeySchedule {
    /// What the keyring waits for, the most urgent first.
    public var awaited: [Awaited] {
        var all: [Awaited] = []
        func add(_ kind: Awaited.Kind, _ key: KeyRecord, since: NumericDate?) {
            guard let since else { return }
            all.append(
                Awaited(kind: kind, keyID: key.keyID, since: since, deadline: since + policy.confirmWithin))
        }
        for key in keys {
            if key.state.isPublished {
                if key.publicationSeenAt == nil { add(.publication, key, since: key.stagedAt) }
            } else if key.removalSeenAt == nil {
                add(.removal, key, since: key.removedAt)
            }
            if key.state == .retiring, key.demotionSeenAt == nil { add(.demotion, key, since: key.demotedAt) }
            if key.state == .staged, policy.staleIfError == nil, key.acceptance == nil {
                add(.acceptance, key, since: key.publicationSeenAt.map(earliestProbe))
            }
        }
        return all.sorted { $0.deadline < $1.deadline }
    }
}
