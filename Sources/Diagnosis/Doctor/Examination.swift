internal import Consumers

/// Judges values: whether they belong together, and whether their consumer takes them.
///
/// Puts what the rules find, what is good and what nobody looked at into one report.
public enum Examination {
    /// - Parameter evidence: one for each environment; at least one.
    public static func report(on evidence: [Evidence]) -> DiagnosisReport {
        var findings: [Finding] = []
        var passed: [String] = []
        var neighbours: [Neighbour] = []
        for var environment in evidence {
            environment.neighbours = neighbours
            if let neighbour = Neighbour(environment) { neighbours.append(neighbour) }
            let found = environment.told(RuleRegistry.rules.flatMap { $0.findings(in: environment) })
            findings += found
            passed += GoodNews.lines(environment, found)
        }
        return DiagnosisReport(
            profile: evidence.first?.profile.name ?? "",
            viewpoint: evidence.lazy.compactMap { $0.live?.viewpoint }.first,
            findings: findings.uniqued().inOrderOfExplanation(),
            passed: (passed + evidence.flatMap { $0.live?.passed ?? [] }).uniqued(),
            notChecked: evidence.flatMap { Unchecked.list($0) + ($0.live?.everythingNotChecked ?? []) }.uniqued(),
            // Of several environments the first: one picture shows one pair.
            picture: evidence.first.map { MatchPicture(of: $0) } ?? MatchPicture())
    }
}

extension Sequence where Element: Hashable {
    /// Each once, where it stands first.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
