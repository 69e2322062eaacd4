internal import AuthKeysJOSE
internal import Encodings

/// What can happen to tokens and sets in a system that keeps to a policy, in true time.
///
/// The dates of a keyring are those of a clock that is within ε of true time, in either direction and not the same way
/// each time. From them this works out, for one key, every moment at which something *may* happen; whoever signs,
/// publishes, fetches and verifies does so at the worst of them. It follows a token and a set on their way, station by
/// station, and knows nothing of the waits in `RotationPolicy+Waits.swift`, so that it can find them too short.
struct SystemModel {
    let policy: RotationPolicy
    let outage: Duration?

    private var clockError: Duration { policy.clockError }

    /// How long past its age a set is used because no newer one can be had; `nil` without bound.
    private var staleTime: Duration? {
        [policy.staleIfError, outage].compactMap(\.self).min()
    }

    /// How long there may be no set at all: the outage outlasts what is served without a fetch.
    var longestGap: Duration? {
        guard let outage, let stale = policy.staleIfError, outage > stale else { return nil }
        return outage - stale
    }

    /// When some signer may issue a token of the key.
    func signing(_ key: KeyRecord) -> TimeSpan? {
        guard let activated = key.activatedAt else { return nil }
        // Nobody signs with it before it is handed out, by a clock that may be ahead.
        let first = activated - clockError
        guard key.demotedAt != nil else { return TimeSpan(from: first, until: nil) }
        // Only a token of the successor shows that it was handed out; whoever is last stops S later.
        return TimeSpan(from: first, until: key.demotionSeenAt.map { $0 + clockError + policy.signerSpread })
    }

    /// When some verifier, by its own clock, may find a token of the key not expired.
    func valid(_ key: KeyRecord) -> TimeSpan? {
        guard let signing = signing(key) else { return nil }
        // The signer's clock, ahead, writes exp; the verifier's, behind, reads it.
        let expiry = signing.until.map { $0 + clockError + key.tokenLifetime }
        return TimeSpan(from: signing.from, until: expiry.map { $0 + policy.leeway + clockError })
    }

    /// When some verifier may use a set from before the key was in it.
    func beforePublication(_ key: KeyRecord) -> TimeSpan? {
        // Of a key that the system began with there is no such set.
        guard key.activatedAt.map({ key.stagedAt < $0 }) ?? true else { return nil }
        let everywhere = key.publicationSeenAt.map { $0 + clockError + policy.publicationSpread }
        let arrived = everywhere.map { $0 + policy.fetchTimeout }
        let aged = arrived.map { $0 + policy.cacheAge }
        let until: NumericDate? =
            if let staleTime { aged.map { $0 + staleTime } } else if let everywhere {
                hasSettled(key, after: everywhere) ? aged : nil
            } else { nil }
        return TimeSpan(from: .distantPast, until: until)
    }

    /// Whether no stale set from before it is left although such a set could be used without bound: a verifier was seen
    /// with the key after every replica had it, or somebody answers for that.
    private func hasSettled(_ key: KeyRecord, after everywhere: NumericDate) -> Bool {
        switch key.acceptance {
        case .acknowledged: true
        case .probed(let date): date - clockError >= everywhere
        case nil: false
        }
    }

    /// When some verifier may use a set from after the key was removed.
    func afterRemoval(_ key: KeyRecord) -> TimeSpan? {
        key.removedAt.flatMap { TimeSpan(from: $0 - clockError, until: nil) }
    }

    /// Until when some verifier may still accept a removed key; `nil` while that cannot be known.
    func lastAcceptance(_ key: KeyRecord) -> NumericDate? {
        guard let seen = key.removalSeenAt, let staleTime else { return nil }
        return seen + clockError + policy.publicationSpread + policy.fetchTimeout + policy.cacheAge + staleTime
    }
}
