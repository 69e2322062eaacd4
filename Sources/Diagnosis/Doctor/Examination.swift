internal import Consumers

/// Puts what the rules find, what is good and what nobody looked at into one report.
package enum Examination {
    /// - Parameter evidence: one for each environment; at least one.
    package static func report(on evidence: [Evidence]) -> DiagnosisReport {
        var findings: [Finding] = []
        for environment in evidence {
            for finding in RuleRegistry.rules.flatMap({ $0.findings(in: environment) })
            where !findings.contains(finding) {
                findings.append(finding)
            }
        }
        return DiagnosisReport(
            profile: evidence.first?.profile.name ?? "", findings: findings.inOrderOfExplanation(),
            passed: evidence.flatMap(GoodNews.lines).uniqued(), notChecked: evidence.flatMap(Unchecked.list).uniqued(),
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
