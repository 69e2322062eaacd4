internal import Encodings

extension [Finding] {
    /// The worst first, and a cause before what it causes, however mild it looks on its own. Findings of equal weight
    /// keep the order they came in.
    package func inOrderOfExplanation() -> [Finding] {
        let found = Set(map(\.code))
        let ranked = enumerated().map { index, finding in
            (finding: finding, weight: weight(of: finding), depth: depth(of: finding, among: found), index: index)
        }
        return ranked.sorted { left, right in
            if left.weight != right.weight { return left.weight > right.weight }
            if left.depth != right.depth { return left.depth < right.depth }
            return left.index < right.index
        }.map(\.finding)
    }

    /// Its own severity, or that of what it explains if that is worse.
    private func weight(of finding: Finding) -> Finding.Severity {
        var weight = finding.severity
        var codes: Set<AuthKeysError.Code> = []
        var causes: Set<AuthKeysError.Code> = [finding.code]
        // Each round goes one step from causes to effects; a code is followed once, so a circle ends too.
        while !causes.isEmpty {
            codes.formUnion(causes)
            let effects = filter { $0.explainedBy.map(causes.contains) ?? false }
            weight = effects.map(\.severity).reduce(weight, Swift.max)
            causes = Set(effects.map(\.code)).subtracting(codes)
        }
        return weight
    }

    /// How many causes stand behind it.
    private func depth(of finding: Finding, among found: Set<AuthKeysError.Code>) -> Int {
        var depth = 0
        var seen: Set<AuthKeysError.Code> = [finding.code]
        var cause = finding.explainedBy
        while let code = cause, found.contains(code), seen.insert(code).inserted {
            depth += 1
            cause = first { $0.code == code }?.explainedBy
        }
        return depth
    }
}
