import AuthKeysJOSE
import Encodings
import KeyRotation
import Testing

/// The three formulas, with numbers that were summed by hand.
struct RotationFormulaTests {
    /// P = 200 + 10,000; C + E + F + 2ε = 10 + 1,000 + 100 + 2.
    @Test func a_key_signs_once_the_last_verifier_has_it() throws {
        let schedule = try Schedules.staged()
        let earliest = 200 + 10_000 + 1_112
        let early = try #require(schedule.earlyMove(.activate, at: Schedules.after(earliest - 1)))
        #expect(early == EarlyMove(cause: .publicationSpreading, keyID: "b", until: Schedules.after(earliest)))
        #expect(schedule.earlyMove(.activate, at: Schedules.after(earliest)) == nil)
    }

    /// D = 20,050; S + T + L + 4ε = 20 + 200 + 2,000 + 4.
    @Test func a_key_leaves_once_its_last_token_is_refused_anyway() throws {
        var schedule = try Schedules.activated()
        #expect(schedule.earlyMove(.retire, of: "a", at: Schedules.after(900_000))?.cause == .demotionUnconfirmed)
        #expect(
            try schedule.confirm(signing: "b", at: Schedules.after(20_050))
                == [Sighting(kind: .demoted, keyID: "a")])
        let earliest = 20_050 + 2_224
        #expect(
            schedule.earlyMove(.retire, of: "a", at: Schedules.after(earliest - 1))
                == EarlyMove(cause: .tokensAlive, keyID: "a", until: Schedules.after(earliest)))
        #expect(schedule.earlyMove(.retire, of: "a", at: Schedules.after(earliest)) == nil)
    }

    /// X = 40,000 + 10,000; the same wait as for a key that is new.
    @Test func a_removed_key_is_dead_once_the_last_verifier_has_lost_it() throws {
        var schedule = try Schedules.activated()
        _ = try schedule.confirm(signing: "b", at: Schedules.after(20_050))
        try schedule.retire("a", at: Schedules.after(30_000))
        #expect(schedule.deathOfRemovedKey("a") == nil)
        #expect(schedule.confirm(live: ["b"], at: Schedules.after(40_000)) == [Sighting(kind: .removed, keyID: "a")])
        #expect(schedule.deathOfRemovedKey("a") == Schedules.after(40_000 + 10_000 + 1_112))
    }

    @Test func without_a_bound_on_stale_sets_no_wait_is_long_enough() throws {
        var schedule = try Schedules.staged(Schedules.withoutBound)
        #expect(schedule.earlyMove(.activate, at: Schedules.after(300))?.cause == .publicationSpreading)
        let late = Schedules.after(900_000_000)
        #expect(
            schedule.earlyMove(.activate, at: late)
                == EarlyMove(cause: .staleSetsUnbounded, keyID: "b", until: nil))
        try schedule.accept(.probed(Schedules.after(10_202)))
        // The rest is still waited for: C + F + 2ε beyond P + R.
        #expect(
            schedule.earlyMove(.activate, at: Schedules.after(400))?.until == Schedules.after(200 + 10_000 + 112))
        #expect(schedule.earlyMove(.activate, at: late) == nil)
    }

    @Test func an_unconfirmed_publication_is_never_waited_out() throws {
        var schedule = try Schedules.begun()
        try schedule.stage("b", at: Schedules.after(100))
        #expect(
            schedule.earlyMove(.activate, at: Schedules.after(900_000_000))
                == EarlyMove(cause: .publicationUnconfirmed, keyID: "b", until: nil))
    }

    @Test func a_key_that_is_lost_sight_of_is_waited_for_anew() throws {
        var schedule = try Schedules.staged()
        #expect(schedule.confirm(live: ["a"], at: Schedules.after(5_000)) == [Sighting(kind: .lost, keyID: "b")])
        #expect(schedule.earlyMove(.activate, at: Schedules.after(900_000))?.cause == .publicationUnconfirmed)
        _ = schedule.confirm(live: ["a", "b"], at: Schedules.after(6_000))
        #expect(schedule.earlyMove(.activate, at: Schedules.after(6_001))?.until == Schedules.after(6_000 + 11_112))
    }

    @Test func a_token_of_the_old_key_takes_its_demotion_back() throws {
        var schedule = try Schedules.activated()
        _ = try schedule.confirm(signing: "b", at: Schedules.after(20_050))
        #expect(
            try schedule.confirm(signing: "a", at: Schedules.after(21_000))
                == [Sighting(kind: .stillSigning, keyID: "a")])
        #expect(schedule.earlyMove(.retire, of: "a", at: Schedules.after(900_000))?.cause == .demotionUnconfirmed)
        _ = try schedule.confirm(signing: "b", at: Schedules.after(22_000))
        #expect(schedule.earlyMove(.retire, of: "a", at: Schedules.after(22_001))?.until == Schedules.after(24_224))
    }

    @Test(arguments: [
        (EarlyMove.Cause.publicationUnconfirmed, nil), (.publicationSpreading, 7), (.staleSetsUnbounded, nil),
        (.demotionUnconfirmed, nil), (.tokensAlive, 7),
    ])
    func a_refusal_says_who_and_until_when(cause: EarlyMove.Cause, until: Int?) {
        let date = until.map { Schedules.after($0) }
        let sentence = EarlyMove(cause: cause, keyID: "b", until: date).sentence
        #expect(sentence.contains("tokens signed with \"b\" would be refused"))
        if let date { #expect(sentence.contains("until \(date)")) }
        if date == nil { #expect(sentence.contains("not known") || sentence.contains("no wait is long enough")) }
    }
}
