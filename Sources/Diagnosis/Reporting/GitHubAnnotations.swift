internal import Encodings

/// For the log of a GitHub job: a workflow command for each finding, which GitHub shows beside the file and above the
/// log, and lines for what passed and what was not checked.
package struct GitHubAnnotations: DiagnosisReporter {
    package init() {}

    package func text(of report: DiagnosisReport) -> String {
        var lines = [Escaper.githubLog(report.headline), Escaper.githubLog(report.scope)]
        lines += report.findings.map(annotation)
        lines += report.passed.map { "good - " + Escaper.githubLog($0) }
        lines += report.notChecked.map { row in
            "not checked - " + Escaper.githubLog(row.text)
                + (row.remedy.map { "; to check it: " + Escaper.githubLog($0) } ?? "")
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func annotation(_ finding: Finding) -> String {
        var properties: [(name: String, value: String)] = []
        if let place = finding.place {
            properties.append(("file", place.path))
            if let line = place.line { properties.append(("line", "\(line)")) }
        }
        properties.append(("title", "\(finding.verdict) (\(finding.code.rawValue))"))
        let written = properties.map { "\($0.name)=\(Escaper.githubCommandProperty(Escaper.terminal($0.value)))" }
        var lines = finding.evidence.map { "- \($0)" }
        if let cause = finding.explainedBy { lines.append("because of: \(cause.rawValue)") }
        lines.append("why: \(finding.reason)")
        if let fix = finding.fix { lines.append("fix: \(fix.text)") }
        // The log shows the message alone, without the title.
        let message = ([finding.verdict] + lines).map(Escaper.githubLog).joined(separator: "\n")
        return "::\(finding.severity.command) \(written.joined(separator: ","))::\(Escaper.githubCommandData(message))"
    }
}

extension Finding.Severity {
    fileprivate var command: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }
}
