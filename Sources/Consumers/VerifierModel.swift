/// How a verifier finds and keeps the keys of an issuer: what has to be known to replace a key without a refused token.
public struct VerifierModel: Sendable, Hashable {
    public enum KeySelection: Sendable, Hashable {
        /// The one key that fits: by its kid, or among all when the token has none. Two that fit are refused.
        case singleEligibleKey
        /// The first key with the token's kid; a token without one is refused.
        case firstMatchingKeyID
    }

    public var keySelection: KeySelection
    /// How long a set is used before it is asked for again.
    public var cacheAge: Duration
    /// How long past that a set is used while no newer one can be had; `nil` for as long as it runs.
    public var staleIfError: Duration?
    /// Whether a token whose kid is unknown makes it fetch the set again.
    public var refetchesUnknownKeyID: Bool
    /// The least time between two such fetches.
    public var refetchCooldown: Duration
    /// How far past its `exp` a token is accepted.
    public var leeway: Duration

    public init(
        keySelection: KeySelection, cacheAge: Duration, staleIfError: Duration?, refetchesUnknownKeyID: Bool,
        refetchCooldown: Duration = .zero, leeway: Duration
    ) {
        self.keySelection = keySelection
        self.cacheAge = cacheAge
        self.staleIfError = staleIfError
        self.refetchesUnknownKeyID = refetchesUnknownKeyID
        self.refetchCooldown = refetchCooldown
        self.leeway = leeway
    }
}
