package import KeyStrength

extension Finding {
    /// What is wrong with the numbers of a key, as a finding.
    /// - Parameter evidence: which key it is.
    package init(_ weakness: KeyWeakness, evidence: [String]) {
        let severity: Severity =
            switch weakness.severity {
            case .note: .note
            case .warning: .warning
            case .error: .error
            }
        self.init(
            code: weakness.code, severity: severity, verdict: weakness.message, evidence: evidence,
            reason: weakness.why, fix: .edit(weakness.remedy), explainedBy: nil)
    }
}
