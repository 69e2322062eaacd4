internal import Consumers

/// A rule about the keys of one set.
protocol KeySetRule: Rule {
    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding?
}

extension KeySetRule {
    package func findings(in evidence: Evidence) -> [Finding] {
        guard let keySet = evidence.keySet, let set = try? keySet.contents.get() else { return [] }
        let found = finding(in: set, KeySetFixes(evidence), for: evidence.profile)
        return found.map { [$0.at(keySet.place?.finding)] } ?? []
    }
}

extension Sequence<String> {
    /// The first of them, and how many there are besides: a report is read by people.
    func shortened(to count: Int = 10) -> [String] {
        let all = Array(self)
        guard all.count > count else { return all }
        return all.prefix(count) + ["and \(all.count - count) more"]
    }
}
