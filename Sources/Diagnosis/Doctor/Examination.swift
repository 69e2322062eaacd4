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
        let isLive = evidence.contains { $0.live != nil }
        return DiagnosisReport(
            profile: evidence.first?.profile.name ?? "",
            viewpoint: evidence.lazy.compactMap { $0.live?.viewpoint }.first,
            findings: findings.uniqued().inOrderOfExplanation(),
            passed: (passed + evidence.flatMap { $0.live?.passed ?? [] }).uniqued(),
            notChecked: evidence.flatMap { environment in
                Unchecked.list(environment, isLive: isLive) + (environment.live?.everythingNotChecked ?? [])
            }.uniqued(),
            pictures: MatchPicture.each(of: evidence))
    }
}

extension Sequence where Element: Hashable {
    /// Each once, where it stands first.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
