internal import AuthKeysJOSE
internal import Encodings

/// A keyring as `apply --if-due` and `confirm` would move it, from event to event.
struct SimulatedRun {
    private(set) var schedule: KeySchedule
    private(set) var steps: [RotationSimulation.Step] = []
    /// The last moment that was looked at.
    private(set) var end: NumericDate
    /// Whether nothing was left to be looked at.
    private(set) var isComplete = true
    private let scenario: RotationScenario
    /// The keys that the run makes: they have no kid yet.
    private var madeKeys = 0

    /// What a person can read; the keys of a run stay in its schedule, so that its cost grows with their square.
    private static let longestRun = 2_000

    /// - Parameter end: the last moment at which a step is made.
    init(_ schedule: KeySchedule, from start: NumericDate, until end: NumericDate, scenario: RotationScenario) {
        self.schedule = schedule
        self.scenario = scenario
        self.end = end
        var now = start
        // Who forces the next step does not wait for a probe either.
        self.schedule.confirmEverything(at: now, probing: !scenario.forcesNextStep)
        if scenario.forcesNextStep, let next = self.schedule.nextTransition(at: now),
            let delivered = make(next, at: now)
        {
            now = delivered
        }
        while steps.count < Self.longestRun, let next = self.schedule.plan(at: now).first, let date = next.date {
            let then = max(now, date + scenario.lateness)
            guard then <= end, let delivered = make(next, at: then) else { return }
            now = delivered
        }
        if steps.count == Self.longestRun {
            self.end = now
            isComplete = now >= end
        }
    }

    /// - Returns: when it had reached everybody; `nil` for a step that cannot be made.
    private mutating func make(_ step: PlannedTransition, at now: NumericDate) -> NumericDate? {
        var keyID = step.keyID
        if step.transition == .stage {
            madeKeys += 1
            keyID = Self.keyID(ofMade: madeKeys, in: schedule)
        }
        let named = PlannedTransition(transition: step.transition, keyID: keyID, due: step.due, early: step.early)
        let isEarly = schedule.earlyMove(step.transition, of: keyID, at: now) != nil
        guard let keyID, (try? schedule.make(named, at: now)) != nil else { return nil }
        steps.append(.init(transition: step.transition, keyID: keyID, date: now, isForced: isEarly))
        // What shows while a delivery is not complete is not counted; to be seen right after is the hardest case.
        let delivered = now + scenario.deliveryDelay
        schedule.confirmEverything(at: delivered)
        return delivered
    }

    /// The kid of a key that is not made yet; never one of the keyring's.
    private static func keyID(ofMade number: Int, in schedule: KeySchedule) -> KeyID {
        var name = "new-\(number)"
        while schedule[KeyID(name)] != nil { name += "-" }
        return KeyID(name)
    }
}
