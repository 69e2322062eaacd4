/// The formulas.
///
/// ```
/// activate ≥ P + C + E + F + 2ε        P = publication, confirmed, + R
/// retire   ≥ D + S + T + L + 4ε        D = demotion, confirmed
/// dead     ≥ X + C + E + F + 2ε        X = removal, confirmed, + R
/// ```
/// A confirmation and the act that it allows are read from clocks that are each within ε of true time: 2ε. A token's `exp`
/// is set by a signer's clock and read by a verifier's, which is 2ε more. That a verifier fetches the set for a kid that
/// it does not know is never counted on.
extension RotationPolicy {
    /// **C + E + F + 2ε**: how long after the last replica shows a change the last verifier works with it; `nil` where a
    /// stale set is served without bound.
    public var propagationWait: Duration? {
        staleIfError.map { boundedPropagationWait + $0 }
    }

    /// **C + F + 2ε**: the same while fetching succeeds, or where it was tried that a verifier has the change.
    public var boundedPropagationWait: Duration { cacheAge + fetchTimeout + clockError * 2 }

    /// **S + T + L + 4ε**: how long after a demotion was confirmed the last token of the key is refused anyway.
    /// - Parameter tokenLifetime: T, the longest in force while the key signed.
    public func retirementWait(tokenLifetime: Duration) -> Duration {
        signerSpread + tokenLifetime + leeway + clockError * 4
    }

    /// How long before a key is to sign its successor is made: what it takes to be known everywhere, and the time that a
    /// confirmation may take.
    public var stagingLead: Duration {
        confirmWithin + publicationSpread + (propagationWait ?? boundedPropagationWait)
    }

    /// The shortest period in which each of the steps has its time before the next begins.
    public var shortestPeriod: Duration {
        stagingLead + confirmWithin + max(retirementWait(tokenLifetime: tokenLifetime), rollbackWindow)
    }
}
