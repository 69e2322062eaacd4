import AuthKeysJOSE
import Consumers
import Encodings
import KeyRotation
import Testing

struct RotationSimulationTests {
    static let year = Duration.seconds(365 * 86_400)
    static let kidBearing = [Profile.generic, .jose, .convexOIDC, .convexCustomJWT]

    @Test(arguments: kidBearing.map(\.name))
    func a_year_at_quarterly_rotation_refuses_nothing(profile: String) throws {
        let policy = RotationPolicy(for: try #require(Profile.named(profile)))
        let schedule = try KeySchedule(policy: policy, signingWith: "a", at: Schedules.start)
        for lateness in [0, 3_600, 40 * 86_400] {
            for delay in [0, 86_400] {
                let simulation = RotationSimulation(
                    of: schedule, from: Schedules.start, for: Self.year,
                    scenario: RotationScenario(lateness: .seconds(lateness), deliveryDelay: .seconds(delay)))
                #expect(simulation.refusals.isEmpty)
                #expect(simulation.steps.contains { $0.transition == .retire })
                #expect(simulation.steps.compactMap(\.margin).allSatisfy { $0 >= .zero })
                #expect(simulation.end == Schedules.start + Self.year)
            }
        }
    }

    @Test func a_forced_step_says_whose_tokens_are_refused_and_when() throws {
        let simulation = RotationSimulation(
            of: try Schedules.staged(), from: Schedules.after(300), for: Self.year,
            scenario: RotationScenario(forcesNextStep: true))
        #expect(simulation.steps.first?.isForced == true)
        #expect(simulation.steps.first?.margin == .seconds(300 - (200 + 10_000 + 1_112)))
        let refused = try #require(simulation.refusals.first)
        #expect(refused.keyID == "b")
        #expect(refused.cause == .unknown)
        #expect(refused.span.from == Schedules.after(300))
        // 200 + ε + R + F + C + E, in true time.
        #expect(refused.span.until == Schedules.after(200 + 1 + 10_000 + 100 + 10 + 1_000))
        #expect(simulation.refusals.count == 1)
    }

    @Test func without_a_bound_a_forced_step_refuses_without_end() throws {
        let simulation = RotationSimulation(
            of: try Schedules.staged(Schedules.withoutBound), from: Schedules.after(300), for: .seconds(1_000),
            scenario: RotationScenario(forcesNextStep: true))
        #expect(simulation.refusals.first?.cause == .staleSet)
        #expect(simulation.refusals.first.map(\.span.until) == .some(.none))
    }

    /// A probe proves nothing before the last replica has the key: the verifier may fetch the set once more, from one
    /// that lacks it, and then stay with that.
    @Test func a_probe_counts_once_every_replica_has_the_key() throws {
        var early = try Schedules.staged(Schedules.withoutBound)
        try early.accept(.probed(Schedules.after(10_201)))
        #expect(early.earlyMove(.activate, at: Schedules.after(900_000))?.cause == .staleSetsUnbounded)
        try early.activate(at: Schedules.after(900_000))
        #expect(early.refusals().map(\.cause) == [.staleSet])

        var counted = try Schedules.staged(Schedules.withoutBound)
        try counted.accept(.probed(Schedules.after(10_202)))
        #expect(counted.earlyMove(.activate, at: Schedules.after(900_000)) == nil)
        try counted.activate(at: Schedules.after(900_000))
        #expect(counted.refusals().isEmpty)
    }

    /// A hook that ran half-way shows the change to some, and the rest have it when it is run again.
    @Test func what_shows_before_all_is_handed_over_does_not_count() throws {
        var schedule = try Schedules.begun()
        try schedule.stage("b", at: Schedules.after(100))
        #expect(schedule.confirm(live: ["a", "b"], isDelivered: false, at: Schedules.after(200)).isEmpty)
        #expect(schedule.earlyMove(.activate, at: Schedules.after(900_000))?.cause == .publicationUnconfirmed)
        #expect(
            schedule.confirm(live: ["b"], isDelivered: false, at: Schedules.after(300))
                == [Sighting(kind: .lost, keyID: "a")])
        _ = schedule.confirm(live: ["a", "b"], at: Schedules.after(400))
        try schedule.activate(at: Schedules.after(900_000))
        #expect(try schedule.confirm(signing: "b", isDelivered: false, at: Schedules.after(900_001)).isEmpty)
        #expect(
            try schedule.confirm(signing: "b", at: Schedules.after(900_002)) == [Sighting(kind: .demoted, keyID: "a")])
        #expect(
            try schedule.confirm(signing: "a", isDelivered: false, at: Schedules.after(900_003))
                == [Sighting(kind: .stillSigning, keyID: "a")])
    }

    @Test func an_outage_beyond_what_is_served_stale_leaves_no_set() throws {
        func gap(_ outage: Int, _ policy: RotationPolicy = Schedules.policy) throws -> Duration? {
            RotationSimulation(
                of: try Schedules.begun(policy), from: Schedules.start, for: .seconds(1_000),
                scenario: RotationScenario(outage: .seconds(outage))
            ).outageGap
        }
        #expect(try gap(1_000) == nil)
        #expect(try gap(1_030) == .seconds(30))
        #expect(try gap(900_000, Schedules.withoutBound) == nil)
    }

    @Test func a_key_whose_demotion_nobody_saw_is_refused_from_its_removal_on() throws {
        var schedule = try Schedules.activated()
        try schedule.retire("a", at: Schedules.after(900_000))
        let refused = try #require(schedule.refusals().first)
        #expect(refused.cause == .removed)
        #expect(refused.span.from == Schedules.after(900_000 - 1))
        #expect(refused.span.until == nil)
    }

    /// A thief's tokens cannot be told from others, so that all of them are to be refused.
    @Test func that_tokens_of_a_revoked_key_are_refused_is_what_was_asked_for() throws {
        var schedule = try Schedules.staged()
        try schedule.revoke(["a"], replacement: nil, at: Schedules.after(900_000))
        let simulation = RotationSimulation(of: schedule, from: Schedules.after(900_001), for: .seconds(1_000))
        #expect(simulation.refusals.isEmpty)
        #expect(simulation.isComplete)
    }

    @Test func a_token_that_outlives_every_term_is_refused() throws {
        var schedule = try Schedules.activated()
        let before = schedule
        #expect(throws: AuthKeysError.self) {
            _ = try schedule.confirm(
                signing: "b", lifetime: RotationPolicy.longestTerm + .seconds(1), at: Schedules.after(20_100))
        }
        #expect(schedule == before)
        _ = try schedule.confirm(signing: "b", lifetime: RotationPolicy.longestTerm, at: Schedules.after(20_100))
        #expect(schedule["a"]?.tokenLifetime == RotationPolicy.longestTerm)
    }

    @Test func a_run_ends_where_nobody_would_read_on() throws {
        var policy = Schedules.policy
        policy.setPeriod(.seconds(200_000))
        let simulation = RotationSimulation(
            of: try Schedules.begun(policy), from: Schedules.start, for: .seconds(100 * 365 * 86_400))
        #expect(simulation.steps.count == 2_000)
        #expect(simulation.end == simulation.steps.last?.date)
        #expect(!simulation.isComplete)
        #expect(simulation.refusals.isEmpty)
    }
}
