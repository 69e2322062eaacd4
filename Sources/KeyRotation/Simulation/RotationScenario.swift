/// What may go wrong on the way, besides what the policy knows of.
public struct RotationScenario: Sendable, Hashable {
    /// How long after it was due each step is made: a run of cron that did not come, a machine that was off.
    public var lateness: Duration
    /// How long after it was made each step reaches the last of those it is for: a hook that crashed and was run again.
    /// The first of them may have it at once.
    public var deliveryDelay: Duration
    /// How long the set cannot be fetched, at most, whenever that is worst; `nil` for as long as the policy lets a set
    /// be used.
    public var outage: Duration?
    /// Whether the next step is made at once, as `apply --force` would.
    public var forcesNextStep: Bool

    public init(
        lateness: Duration = .zero, deliveryDelay: Duration = .zero, outage: Duration? = nil,
        forcesNextStep: Bool = false
    ) {
        self.lateness = lateness
        self.deliveryDelay = deliveryDelay
        self.outage = outage
        self.forcesNextStep = forcesNextStep
    }
}
