public import AuthKeysJOSE
public import Encodings

/// What a rotation does to tokens: every moment at which a valid one may be refused, or how far from that it stays.
///
/// It goes from event to event: a year of a quarterly rotation is some twenty of them, however long the year is.
public struct RotationSimulation: Sendable, Hashable {
    public struct Step: Sendable, Hashable {
        public let transition: Transition
        public let keyID: KeyID
        /// By the clock of the machine that makes it.
        public let date: NumericDate
        /// Whether `apply` would have refused it.
        public let isForced: Bool
        /// How much later it comes than the worst of what the policy allows would bear; below zero when tokens are
        /// refused, `nil` for a step that cannot refuse any, or for good.
        public internal(set) var margin: Duration?
    }

    public let start: NumericDate
    public let end: NumericDate
    /// Whether ``end`` is the one that was asked for: a run that nobody would read to its end is cut off.
    public let isComplete: Bool
    public let steps: [Step]
    /// In the order in which they begin.
    public let refusals: [RefusedTokens]
    /// How long verifiers may be without any set, so that they refuse every token, in the outage of the scenario: no
    /// rotation can change that.
    public let outageGap: Duration?

    /// - Parameters:
    ///   - schedule: the keys by state and time.
    ///   - start: the moment to begin at.
    ///   - duration: how far to look.
    ///   - scenario: what goes wrong meanwhile.
    public init(
        of schedule: KeySchedule, from start: NumericDate, for duration: Duration,
        scenario: RotationScenario = RotationScenario()
    ) {
        let end = start + duration
        let run = SimulatedRun(schedule, from: start, until: end, scenario: scenario)
        let model = SystemModel(policy: schedule.policy, outage: scenario.outage)
        self.start = start
        self.end = run.end
        isComplete = run.isComplete
        outageGap = model.longestGap
        steps = run.steps.map { step in
            var step = step
            step.margin = run.schedule[step.keyID].flatMap { model.margin(of: step.transition, $0) }
            return step
        }
        // What is past cannot be helped; what began before and goes on is of interest.
        let lookedAt = TimeSpan(from: start, until: nil)
        refusals = run.schedule.refusals(outage: scenario.outage).compactMap { refusal in
            lookedAt.flatMap(refusal.span.intersection).map {
                RefusedTokens(keyID: refusal.keyID, cause: refusal.cause, span: $0)
            }
        }
    }
}

extension SystemModel {
    func margin(of transition: Transition, _ key: KeyRecord) -> Duration? {
        switch transition {
        case .stage, .forget: nil
        case .activate:
            if let first = signing(key)?.from, let worst = beforePublication(key)?.until { first - worst } else { nil }
        case .retire:
            if let first = afterRemoval(key)?.from, let worst = valid(key)?.until { first - worst } else { nil }
        }
    }
}
