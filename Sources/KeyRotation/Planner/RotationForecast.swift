public import AuthKeysJOSE

/// The steps to come if each is made in time and confirmed at once.
public struct RotationForecast: Sendable, Hashable {
    public struct Step: Sendable, Hashable {
        public let transition: Transition
        /// The key that moves; `nil` for one that is not made yet.
        public let keyID: KeyID?
        public let date: NumericDate
    }

    public let steps: [Step]

    /// - Parameters:
    ///   - schedule: the keys by state and time.
    ///   - now: the present, by the clock of this machine.
    ///   - count: how many steps, at most.
    public init(of schedule: KeySchedule, from now: NumericDate, count: Int) {
        var schedule = schedule
        var now = now
        var steps: [Step] = []
        var made: Set<KeyID> = []
        while steps.count < count {
            schedule.confirmEverything(at: now)
            guard let next = schedule.plan(at: now).first, let date = next.date else { break }
            now = max(now, date)
            steps.append(
                Step(
                    transition: next.transition, keyID: next.keyID.flatMap { made.contains($0) ? nil : $0 },
                    date: now))
            if next.transition == .stage {
                let placeholder = KeyID("\u{0}\(steps.count)")
                made.insert(placeholder)
                try? schedule.stage(placeholder, at: now)
            } else {
                try? schedule.make(next, at: now)
            }
        }
        self.steps = steps
    }
}

extension KeySchedule {
    /// Makes a planned step that needs no new key.
    /// - Throws: `rotation.impossible`, `rotation.unknown-key`.
    public mutating func make(_ step: PlannedTransition, at now: NumericDate) throws(AuthKeysError) {
        switch (step.transition, step.keyID) {
        case (.activate, _): try activate(at: now)
        case (.forget, let keyID?): try forget(keyID)
        case (.retire, let keyID?): try retire(keyID, at: now)
        case (.stage, let keyID?): try stage(keyID, at: now)
        case (_, nil): throw impossible("the step names no key")
        }
    }

    /// Takes in all that the live system could show at that moment, and of a probe what it will show as soon as it tells
    /// something.
    mutating func confirmEverything(at now: NumericDate, probing: Bool = true) {
        _ = confirm(live: Set(published.map(\.keyID)), at: now)
        if let active { _ = try? confirm(signing: active.keyID, at: now) }
        if probing, policy.staleIfError == nil, let staged, staged.acceptance == nil,
            let seen = staged.publicationSeenAt
        {
            try? accept(.probed(max(now, earliestProbe(seen))))
        }
    }
}
