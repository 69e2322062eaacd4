/// What is known of the signers, the verifiers and the clocks of a system, and how often its key is replaced.
///
/// Every length of time is zero or more and whole seconds. The letters are those of the formulas in
/// `RotationPolicy+Waits.swift`.
public struct RotationPolicy: Sendable, Hashable {
    /// **ε**: every clock that takes part is within this of true time.
    public var clockError: Duration
    /// **C**: how long a set is used before it is fetched again: the sum over all layers of caches, the verifier's own
    /// among them, of max-age and stale-while-revalidate.
    public var cacheAge: Duration
    /// **F**: how long a fetch may take before it counts as failed.
    public var fetchTimeout: Duration
    /// **E**: how long past its age a set is used while fetching fails; `nil` for as long as it fails.
    public var staleIfError: Duration?
    /// **R**: how long after one replica of what publishes the set shows a change the last one does.
    public var publicationSpread: Duration
    /// **S**: how long after one signer uses another key the last one does: roll-out, delayed views, requests in flight.
    public var signerSpread: Duration
    /// **T**: the longest that a token lives, from its signing to its `exp`.
    public var tokenLifetime: Duration
    /// **L**: how far past its `exp` a verifier accepts a token, at most.
    public var leeway: Duration
    /// How long a key signs.
    public var period: Duration
    /// How long a confirmation may be missing before it counts as overdue.
    public var confirmWithin: Duration
    /// How long after its demotion the private half of a key is kept, to return to it.
    public var rollbackWindow: Duration

    public init(
        clockError: Duration, cacheAge: Duration, fetchTimeout: Duration, staleIfError: Duration?,
        publicationSpread: Duration, signerSpread: Duration, tokenLifetime: Duration, leeway: Duration,
        period: Duration, confirmWithin: Duration, rollbackWindow: Duration
    ) {
        self.clockError = clockError
        self.cacheAge = cacheAge
        self.fetchTimeout = fetchTimeout
        self.staleIfError = staleIfError
        self.publicationSpread = publicationSpread
        self.signerSpread = signerSpread
        self.tokenLifetime = tokenLifetime
        self.leeway = leeway
        self.period = period
        self.confirmWithin = confirmWithin
        self.rollbackWindow = rollbackWindow
    }
}
