import AuthKeysJOSE
import Consumers
import Encodings
import KeyRotation
import Testing

struct RotationPlanTests {
    /// The lead: time to confirm 50,000, R 10,000, C + E + F + 2ε 1,112.
    @Test func a_new_key_is_staged_in_time() throws {
        let schedule = try Schedules.begun()
        let due = Schedules.after(1_000_000 - 61_112)
        let plan = schedule.plan(at: Schedules.start)
        #expect(plan.map(\.transition) == [.stage])
        #expect(plan.map(\.date) == [due])
        #expect(schedule.dueTransition(at: Schedules.after(1_000_000 - 61_113)) == nil)
        #expect(schedule.dueTransition(at: due)?.transition == .stage)
    }

    @Test func a_staged_key_signs_when_the_period_is_over() throws {
        let schedule = try Schedules.staged()
        let plan = schedule.plan(at: Schedules.after(200))
        #expect(plan.map(\.transition) == [.activate])
        #expect(plan.map(\.date) == [Schedules.after(1_000_000)])
        #expect(schedule.dueTransition(at: Schedules.after(999_999)) == nil)
        #expect(schedule.dueTransition(at: Schedules.after(1_000_000))?.keyID == "b")
    }

    @Test func what_is_not_confirmed_is_never_due() throws {
        var schedule = try Schedules.begun()
        try schedule.stage("b", at: Schedules.after(100))
        let late = Schedules.after(5_000_000)
        #expect(schedule.plan(at: late).map(\.date) == [nil])
        #expect(schedule.dueTransition(at: late) == nil)
        #expect(schedule.nextTransition(at: late)?.transition == .activate)
    }

    @Test func after_a_rotation_the_way_back_is_closed_and_the_old_key_leaves() throws {
        var schedule = try Schedules.activated()
        _ = try schedule.confirm(signing: "b", at: Schedules.after(20_050))
        let plan = schedule.plan(at: Schedules.after(20_050))
        #expect(plan.map(\.transition) == [.forget, .retire, .stage])
        #expect(
            plan.map(\.date) == [
                Schedules.after(20_500), Schedules.after(22_274), Schedules.after(20_000 + 1_000_000 - 61_112),
            ])
    }

    /// Whoever does not confirm is asked for it, and the rotation goes on as far as that is safe.
    @Test func what_is_awaited_has_a_deadline() throws {
        var schedule = try KeySchedule(policy: Schedules.policy, signingWith: "a", at: Schedules.start)
        #expect(schedule.awaited.map(\.kind) == [.publication])
        #expect(schedule.awaited.map(\.deadline) == [Schedules.after(50_000)])
        try schedule.stage("b", at: Schedules.after(10))
        _ = schedule.confirm(live: ["a", "b"], at: Schedules.after(20))
        try schedule.activate(at: Schedules.after(30))
        #expect(schedule.awaited.map(\.kind) == [.demotion])
        _ = try schedule.confirm(signing: "b", at: Schedules.after(40))
        #expect(schedule.awaited == [])
        try schedule.retire("a", at: Schedules.after(50))
        #expect(schedule.awaited.map(\.kind) == [.removal])
        #expect(schedule.awaited.map(\.keyID) == ["a"])
    }

    @Test func a_forecast_is_a_whole_rotation() throws {
        let forecast = RotationForecast(of: try Schedules.begun(), from: Schedules.start, count: 5)
        #expect(forecast.steps.map(\.transition) == [.stage, .activate, .forget, .retire, .stage])
        #expect(forecast.steps.map(\.keyID) == [nil, nil, "a", "a", nil])
        #expect(
            forecast.steps.map(\.date) == [
                Schedules.after(938_888), Schedules.after(1_000_000), Schedules.after(1_000_500),
                Schedules.after(1_002_224), Schedules.after(1_938_888),
            ])
    }

    @Test func a_rollback_returns_to_the_previous_key_and_holds_the_next_rotation() throws {
        var schedule = try Schedules.activated()
        #expect(schedule.previous?.keyID == "a")
        #expect(schedule.earlyRollback(at: Schedules.after(20_100)) == nil)
        try schedule.rollBack(at: Schedules.after(20_100))
        #expect(schedule.active?.keyID == "a")
        #expect(schedule.retiring.map(\.keyID) == ["b"])
        #expect(schedule.published.map(\.keyID) == ["a", "b"])
        try schedule.check()
        let late = try Schedules.begun()
        var other = late
        try other.stage("b", at: Schedules.after(1_000_000))
        try other.activate(at: Schedules.after(1_000_000))
        try other.rollBack(at: Schedules.after(1_000_100))
        let stage = try #require(other.plan(at: Schedules.after(1_000_100)).first { $0.transition == .stage })
        #expect(stage.due == Schedules.after(1_050_100))
    }

    @Test func there_is_no_way_back_without_the_private_half() throws {
        var schedule = try Schedules.activated()
        try schedule.forget("a")
        #expect(schedule.previous == nil)
        #expect(throws: AuthKeysError(RotationCode.impossible, "")) {
            try schedule.rollBack(at: Schedules.after(20_100))
        }
    }

    @Test func a_revoked_signer_is_replaced_at_once() throws {
        var schedule = try Schedules.staged()
        try schedule.revoke(["a"], replacement: nil, at: Schedules.after(300))
        #expect(schedule.active?.keyID == "b")
        #expect(schedule.published.map(\.keyID) == ["b"])
        var both = try Schedules.staged()
        try both.revoke(["a", "b"], replacement: "c", at: Schedules.after(300))
        #expect(both.active?.keyID == "c")
        #expect(both["b"]?.state == .revoked)
        try both.check()
    }

    @Test(arguments: Profile.all.map(\.name)) func the_terms_of_a_profile_leave_time_for_a_rotation(name: String) throws
    {
        let profile = try #require(Profile.named(name))
        try RotationPolicy(for: profile).check()
        #expect(RotationPolicy(for: profile).staleIfError == profile.verifier.staleIfError)
    }

    @Test(arguments: 0..<10) func a_policy_is_of_lengths_of_time(term: Int) {
        let terms: [WritableKeyPath<RotationPolicy, Duration>] = [
            \.clockError, \.cacheAge, \.fetchTimeout, \.publicationSpread, \.signerSpread, \.tokenLifetime, \.leeway,
            \.period, \.confirmWithin, \.rollbackWindow,
        ]
        for wrong in [Duration.seconds(-1), .seconds(1 << 40), .milliseconds(1_500)] {
            var policy = Schedules.policy
            policy[keyPath: terms[term]] = wrong
            #expect(throws: AuthKeysError(RotationCode.policy, "")) { try policy.check() }
        }
    }

    @Test func a_period_has_room_for_a_rotation() throws {
        var policy = Schedules.policy
        policy.period = policy.shortestPeriod
        try policy.check()
        policy.period -= .seconds(1)
        #expect(throws: AuthKeysError(RotationCode.policy, "")) { try policy.check() }
    }
}
