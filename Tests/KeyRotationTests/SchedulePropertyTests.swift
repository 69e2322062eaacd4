import AuthKeysJOSE
import Encodings
import KeyRotation
import TestSupport
import Testing

/// Whatever is done to a schedule, in whatever order, it stays one.
struct SchedulePropertyTests {
    @Test func everyHistoryLeavesAScheduleThatHolds() throws {
        var random = SeededGenerator.printingSeed("schedules")
        for _ in 0..<200 {
            var schedule = try KeySchedule(
                policy: Bool.random(using: &random) ? Schedules.policy : Schedules.withoutBound,
                signingWith: "k0", at: Schedules.start)
            var now = Schedules.start
            var made = 1
            for _ in 0..<60 {
                now = now + .seconds(Int.random(in: 0...80_000, using: &random))
                let before = schedule
                Self.change(&schedule, at: now, &made, &random)
                try schedule.check()
                // Kids stay, and a key that is gone stays gone.
                for key in before.keys {
                    let after = try #require(schedule[key.keyID])
                    #expect(key.state.isPublished || after.state == key.state)
                    #expect(key.hasPrivateHalf || !after.hasPrivateHalf)
                }
                #expect(schedule.published.filter { $0.state == .active }.count == 1)
            }
        }
    }

    private static func change(
        _ schedule: inout KeySchedule, at now: NumericDate, _ made: inout Int, _ random: inout SeededGenerator
    ) {
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1, 2:
            guard let step = schedule.nextTransition(at: now) else { return }
            if step.transition == .stage {
                try? schedule.stage(KeyID("k\(made)"), at: now)
                made += 1
            } else {
                try? schedule.make(step, at: now)
            }
        case 3, 4, 5:
            let live = schedule.keys.filter { $0.state.isPublished || Int.random(in: 0..<8, using: &random) == 0 }
                .map(\.keyID).filter { _ in Int.random(in: 0..<8, using: &random) > 0 }
            _ = schedule.confirm(live: Set(live), at: now)
        case 6, 7:
            guard let key = schedule.published.randomElement(using: &random) else { return }
            _ = try? schedule.confirm(signing: key.keyID, lifetime: .seconds(300), at: now)
        case 8: try? schedule.rollBack(at: now)
        default:
            guard Int.random(in: 0..<4, using: &random) == 0, let key = schedule.published.randomElement(using: &random)
            else { return }
            try? schedule.revoke([key.keyID], replacement: KeyID("k\(made)"), at: now)
            made += 1
        }
    }

    /// What is due is safe, and what a forecast says is what happens when each step is made on its day.
    @Test func whatIsDueIsNeverTooEarly() throws {
        for policy in [Schedules.policy] {
            var schedule = try Schedules.begun(policy)
            var now = Schedules.start
            var made = 1
            let forecast = RotationForecast(of: schedule, from: now, count: 9)
            var steps: [(transition: Transition, date: NumericDate)] = []
            while steps.count < 9 {
                now = max(now, try #require(schedule.plan(at: now).first?.date))
                let step = try #require(schedule.dueTransition(at: now))
                #expect(schedule.earlyMove(step.transition, of: step.keyID, at: now) == nil)
                steps.append((step.transition, now))
                if step.transition == .stage {
                    try schedule.stage(KeyID("k\(made)"), at: now)
                    made += 1
                } else {
                    try schedule.make(step, at: now)
                }
                _ = schedule.confirm(live: Set(schedule.published.map(\.keyID)), at: now)
                _ = try schedule.confirm(signing: try #require(schedule.active).keyID, at: now)
            }
            #expect(steps.map(\.date) == forecast.steps.map(\.date))
            #expect(steps.map(\.transition) == forecast.steps.map(\.transition))
        }
    }
}
