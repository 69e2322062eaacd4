public import AuthKeysJOSE

/// Something that was found out about the live system.
public struct Sighting: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A key that is to be published is there.
        case published = "publication-confirmed"
        /// A key that was there is gone.
        case lost = "publication-lost"
        /// The system signs with the successor.
        case demoted = "demotion-confirmed"
        /// The system signs with a key that was seen to be replaced.
        case stillSigning = "demotion-lost"
        /// A key that was removed is gone.
        case removed = "removal-confirmed"
        /// A key that was gone is there again.
        case returned = "removal-lost"
    }

    public let kind: Kind
    public let keyID: KeyID

    package init(kind: Kind, keyID: KeyID) {
        self.kind = kind
        self.keyID = keyID
    }

    /// Whether it undoes an earlier one.
    public var isSetback: Bool {
        switch kind {
        case .published, .demoted, .removed: false
        case .lost, .stillSigning, .returned: true
        }
    }
}

extension KeySchedule {
    /// Takes in what the live set shows.
    ///
    /// - Parameters:
    ///   - live: the kids in it whose key is the keyring's own, by its numbers.
    ///   - isDelivered: whether the last change was handed over to all that it is for. Until then what shows may be the
    ///     work of half a hook, and only what went wrong counts.
    ///   - now: the present, by the clock of this machine.
    /// - Returns: what that changes; a key that is lost sight of has to be confirmed, and waited for, anew.
    public mutating func confirm(
        live: Set<KeyID>, isDelivered: Bool = true, at now: NumericDate
    ) -> [Sighting] {
        var sightings: [Sighting] = []
        for index in keys.indices {
            let key = keys[index]
            let isLive = live.contains(key.keyID)
            if key.state.isPublished {
                guard isLive != (key.publicationSeenAt != nil), isDelivered || !isLive else { continue }
                keys[index].publicationSeenAt = isLive ? now : nil
                if !isLive { keys[index].acceptance = nil }
                sightings.append(Sighting(kind: isLive ? .published : .lost, keyID: key.keyID))
            } else {
                guard isLive == (key.removalSeenAt != nil), isDelivered || isLive else { continue }
                keys[index].removalSeenAt = isLive ? nil : now
                sightings.append(Sighting(kind: isLive ? .returned : .removed, keyID: key.keyID))
            }
        }
        return sightings
    }

    /// Takes in that the live system has just signed with a key of the keyring.
    ///
    /// - Parameters:
    ///   - keyID: the kid of the key.
    ///   - lifetime: of the token; one above the policy's shows that T is longer than was said, for every key of which
    ///     tokens may be out.
    ///   - isDelivered: as for a set.
    ///   - now: the present, by the clock of this machine.
    /// - Throws: `rotation.unknown-key` for a key that is not published, or not to sign; `rotation.policy` for a token that
    ///   lives for longer than any term may be.
    public mutating func confirm(
        signing keyID: KeyID, lifetime: Duration? = nil, isDelivered: Bool = true, at now: NumericDate
    ) throws(AuthKeysError) -> [Sighting] {
        guard let signer = self[keyID], signer.state == .active || signer.state == .retiring else {
            throw unknown(keyID, "that may sign")
        }
        if let lifetime {
            guard lifetime <= RotationPolicy.longestTerm else {
                throw AuthKeysError(
                    RotationCode.policy,
                    "the token lives for \(lifetime.phrase), and no wait for that ends in 100 years",
                    hint: "let the signer set an exp that is near, and revoke the key of such tokens")
            }
            // Whole seconds, rounded up.
            let (seconds, rest) = lifetime.components
            let whole = Duration.seconds(seconds + (rest > 0 ? 1 : 0))
            for key in published { update(key.keyID) { $0.tokenLifetime = max($0.tokenLifetime, whole) } }
        }
        var sightings: [Sighting] = []
        for key in retiring where (signer.state == .active) == (key.demotionSeenAt == nil) {
            guard signer.state == .active ? isDelivered : key.keyID == keyID else { continue }
            update(key.keyID) { $0.demotionSeenAt = signer.state == .active ? now : nil }
            sightings.append(Sighting(kind: signer.state == .active ? .demoted : .stillSigning, keyID: key.keyID))
        }
        return sightings
    }

    /// Notes what stands in for a bound on stale sets.
    /// - Throws: `rotation.impossible` without a staged key.
    public mutating func accept(_ acceptance: KeyRecord.Acceptance) throws(AuthKeysError) {
        guard let staged else { throw impossible("there is no staged key to try out") }
        update(staged.keyID) { $0.acceptance = acceptance }
    }
}
