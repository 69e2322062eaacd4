public import AuthKeysJOSE

/// What is known of one key, without the key.
public struct KeyRecord: Sendable, Hashable {
    public let keyID: KeyID
    public internal(set) var state: KeyState
    /// When it was added to the set that the keyring publishes.
    public internal(set) var stagedAt: NumericDate
    /// When it was first seen in the live set, since when it was never missed there; **P** without R.
    public internal(set) var publicationSeenAt: NumericDate?
    /// That a verifier accepted it, or that somebody took responsibility for stale sets.
    public internal(set) var acceptance: Acceptance?
    /// When it began to sign.
    public internal(set) var activatedAt: NumericDate?
    /// When another key took its place.
    public internal(set) var demotedAt: NumericDate?
    /// When the live system was first seen to sign with its successor; **D**.
    public internal(set) var demotionSeenAt: NumericDate?
    /// When it was removed from the set that the keyring publishes.
    public internal(set) var removedAt: NumericDate?
    /// When it was first missed in the live set after that; **X** without R.
    public internal(set) var removalSeenAt: NumericDate?
    /// **T**: the longest token lifetime in force while it signed.
    public internal(set) var tokenLifetime: Duration
    /// Whether the keyring still has its private half.
    public internal(set) var hasPrivateHalf: Bool

    /// What stands in for a bound on stale sets where there is none.
    public enum Acceptance: Sendable, Hashable {
        /// A verifier accepted a token of the key.
        case probed(NumericDate)
        /// Somebody named the risk and took it.
        case acknowledged(NumericDate)

        public var date: NumericDate {
            switch self {
            case .probed(let date), .acknowledged(let date): date
            }
        }
    }

    init(staging keyID: KeyID, at date: NumericDate, tokenLifetime: Duration, hasPrivateHalf: Bool = true) {
        self.keyID = keyID
        state = .staged
        stagedAt = date
        self.tokenLifetime = tokenLifetime
        self.hasPrivateHalf = hasPrivateHalf
    }
}
