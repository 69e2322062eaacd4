/// A finding, and under it what it explains.
package struct ExplainedFinding: Sendable, Hashable {
    package let finding: Finding
    /// In the order of the report.
    package let effects: [ExplainedFinding]

    /// The worst of it and of everything it explains.
    package var severity: Finding.Severity {
        effects.map(\.severity).reduce(finding.severity, max)
    }
}

extension [Finding] {
    /// Causes with their effects under them: each finding once, in the order they are given.
    ///
    /// An effect stands under the first finding of the code that explains it. Findings that explain each other in a
    /// circle stand under the first of them.
    package func explained() -> [ExplainedFinding] {
        let causes = map { finding in finding.explainedBy.flatMap { code in firstIndex { $0.code == code } } }
        var isPlaced = [Bool](repeating: false, count: count)

        func place(_ index: Int) -> ExplainedFinding {
            isPlaced[index] = true
            var effects: [ExplainedFinding] = []
            for effect in indices where causes[effect] == index && !isPlaced[effect] { effects.append(place(effect)) }
            return ExplainedFinding(finding: self[index], effects: effects)
        }

        let roots = indices.filter { causes[$0] == nil || causes[$0] == $0 }.map { (index: $0, tree: place($0)) }
        // What is left explains itself, on the way over others.
        var all = roots
        for index in indices where !isPlaced[index] { all.append((index, place(index))) }
        return all.sorted { $0.index < $1.index }.map(\.tree)
    }
}
