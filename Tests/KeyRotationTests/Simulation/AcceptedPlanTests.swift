import AuthKeysJOSE
import Encodings
import KeyRotation
import TestSupport
import Testing

/// What `apply` accepts without `--force` never refuses a valid token, whatever the policy and however late everything is.
struct AcceptedPlanTests {
    private static func policy(using random: inout SeededGenerator) -> RotationPolicy {
        func seconds(_ range: ClosedRange<Int>) -> Duration { .seconds(Int.random(in: range, using: &random)) }
        var policy = RotationPolicy(
            clockError: seconds(0...120), cacheAge: seconds(0...50_000), fetchTimeout: seconds(0...60),
            staleIfError: Bool.random(using: &random) ? seconds(0...90_000) : nil, publicationSpread: seconds(0...900),
            signerSpread: seconds(0...8_000), tokenLifetime: seconds(1...100_000), leeway: seconds(0...400),
            period: .seconds(8_000_000), confirmWithin: .zero, rollbackWindow: .zero)
        policy.setPeriod(seconds(2_000_000...9_000_000))
        return policy
    }

    /// Moves a keyring at random moments: each step as soon as it is accepted or later, each confirmation at once or
    /// later, probes at any time, now and then a key that is lost sight of before it signs.
    private static func drive(using random: inout SeededGenerator) throws -> KeySchedule {
        var schedule = try KeySchedule(policy: policy(using: &random), signingWith: "k0", at: Schedules.start)
        var now = Schedules.start
        _ = schedule.confirm(live: ["k0"], at: now)
        for number in 1...3 {
            now = now + .seconds(Int.random(in: 0...1_000_000, using: &random))
            try schedule.stage(KeyID("k\(number)"), at: now)
            for transition in [Transition.activate, .retire] {
                let keyID = transition == .retire ? schedule.retiring.last?.keyID : nil
                while schedule.earlyMove(transition, of: keyID, at: now) != nil {
                    now = now + .seconds(Int.random(in: 0...100_000, using: &random))
                    if Bool.random(using: &random) {
                        let isMissed = Int.random(in: 1...12, using: &random) == 1 && transition == .activate
                        let live = schedule.published.filter { !(isMissed && $0.state == .staged) }
                        _ = schedule.confirm(live: Set(live.map(\.keyID)), at: now)
                    }
                    if Bool.random(using: &random), let active = schedule.active {
                        _ = try schedule.confirm(signing: active.keyID, at: now)
                    }
                    if Bool.random(using: &random), schedule.staged != nil { try schedule.accept(.probed(now)) }
                    if let until = schedule.earlyMove(transition, of: keyID, at: now)?.until,
                        Bool.random(using: &random)
                    {
                        now = max(now, until)
                    }
                }
                if transition == .activate { try schedule.activate(at: now) }
                if let keyID { try schedule.retire(keyID, at: now) }
            }
        }
        return schedule
    }

    @Test func it_refuses_no_token() throws {
        var random = SeededGenerator.printingSeed("accepted plans")
        for _ in 0..<400 {
            let schedule = try Self.drive(using: &random)
            #expect(schedule.refusals().isEmpty, "\(schedule.policy)")
            #expect(schedule.keys.count == 4)
        }
    }

    /// A second less, and there is a system that keeps to the policy and refuses a token: no wait is longer than it must be.
    @Test func a_second_earlier_it_may_refuse_one() throws {
        var random = SeededGenerator.printingSeed("tightness")
        for _ in 0..<400 {
            let policy = Self.policy(using: &random)
            var schedule = try KeySchedule(policy: policy, signingWith: "a", at: Schedules.start)
            _ = schedule.confirm(live: ["a"], at: Schedules.start)
            try schedule.stage("b", at: Schedules.after(100))
            _ = schedule.confirm(live: ["a", "b"], at: Schedules.after(200))
            try schedule.accept(.acknowledged(Schedules.after(200)))
            let until = try #require(schedule.earlyMove(.activate, at: Schedules.after(200))?.until)
            var early = schedule
            try early.activate(at: until - .seconds(1))
            #expect(early.refusals().map(\.cause) == [.unknown], "\(policy)")

            try schedule.activate(at: until)
            _ = try schedule.confirm(signing: "b", at: until + .seconds(50))
            let end = try #require(schedule.earlyMove(.retire, of: "a", at: until + .seconds(50))?.until)
            try schedule.retire("a", at: end - .seconds(1))
            #expect(schedule.refusals().map(\.cause) == [.removed], "\(policy)")
        }
    }
}
