import Diagnosis
import Encodings
import Testing

/// That every rule finds something somewhere: one that no situation shows may never find anything. There are no
/// exceptions; a rule that no input of the command can reach is taken out.
@Suite struct RuleCoverageTests {
    /// The rules that nothing shows, each with where it would have to be shown.
    private static func unshown(
        _ rules: [(code: String, isLive: Bool)], by values: Set<String>, live: Set<String>
    ) -> [String] {
        rules.filter { rule in !live.contains(rule.code) && (rule.isLive || !values.contains(rule.code)) }
            .map { "\($0.code) in Fixtures/doctor\($0.isLive ? "-live" : "")/situations.json" }
    }

    private static let rules: [(code: String, isLive: Bool)] = {
        let live = Set(RuleRegistry.liveRules.map(\.code))
        return RuleRegistry.rules.map { ($0.code.rawValue, live.contains($0.code)) }
    }()

    /// `error pair.mismatch < key.weak` is the code `pair.mismatch`.
    private static func codes(_ expected: [String]) -> Set<String> {
        Set(expected.compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) })
    }

    private static let shown = codes(Situation.all.flatMap(\.expected))
    private static let shownLive = codes(LiveSituation.all.flatMap(\.codes))

    @Test func everyRuleIsShownByASituation() {
        #expect(Self.unshown(Self.rules, by: Self.shown, live: Self.shownLive) == [])
    }

    @Test func everyCodeOfASituationIsThatOfARule() {
        #expect(Self.shown.union(Self.shownLive).subtracting(Self.rules.map(\.code)) == [])
    }

    /// The comparison notices a rule without a row, and a live rule that only the other table has.
    @Test func whatNothingShowsIsNoticed() {
        let rules = [("a.shown", false), ("b.unshown", false), ("c.live", true), ("d.live", true)]
        let unshown = Self.unshown(rules, by: ["a.shown", "c.live"], live: ["d.live"])
        #expect(
            unshown == [
                "b.unshown in Fixtures/doctor/situations.json", "c.live in Fixtures/doctor-live/situations.json",
            ])
    }
}
