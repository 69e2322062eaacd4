internal import Encodings

/// For people. Cause and effect keep the order they are given in.
///
/// ```
/// error: two keys of the set have the same kid [jwks.duplicate-kid]
///   - the kid "a" is that of the keys 1, 2
///   why: A token that names this kid could be for either…
///   fix: leave one key under the kid…
/// ```
package struct TextReport: FindingReporter {
    /// Where the text goes, which decides what in it would be obeyed.
    package enum Surface: Sendable, Hashable {
        case terminal, gitHubLog

        func escaped(_ line: String) -> String {
            switch self {
            case .terminal: Escaper.terminal(line)
            case .gitHubLog: Escaper.githubLog(line)
            }
        }
    }

    private let surface: Surface

    package init(_ surface: Surface = .terminal) {
        self.surface = surface
    }

    package func report(_ findings: [Finding]) -> String {
        findings.map { finding in
            var lines = ["\(finding.severity.rawValue): \(finding.verdict) [\(finding.code.rawValue)]"]
            lines += finding.evidence.map { "  - \($0)" }
            if let cause = finding.explainedBy { lines.append("  because of: \(cause.rawValue)") }
            lines.append("  why: \(finding.reason)")
            if let fix = finding.fix { lines.append("  fix: \(fix.text)") }
            return lines.map { surface.escaped($0) + "\n" }.joined()
        }.joined()
    }
}
