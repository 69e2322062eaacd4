package import Encodings

/// For what shows test results: one suite, in which an error is a failed test, a warning or a note a test that passed
/// with a remark in its name, and what was not checked a skipped one. The whole text stands in `system-out`.
///
/// Nobody has standardised the format. This keeps to what both of the schemas in use take, that of the Ant task and
/// that of Jenkins.
package struct JUnitReport: DiagnosisReporter {
    private let date: NumericDate

    /// - Parameter date: when it was judged.
    package init(date: NumericDate) {
        self.date = date
    }

    package func text(of report: DiagnosisReport) -> String {
        let tests =
            report.findings.map(testCase) + report.passed.map { testCase(named: $0, class: "passed") }
            + report.notChecked.map(testCase)
        let suite = Markup.element(
            "testsuite",
            [
                "id": "0", "package": "authkeys", "name": "authkeys doctor", "hostname": "localhost",
                "timestamp": timestamp, "tests": "\(tests.count)", "failures": "\(report.count(of: .error))",
                "errors": "0", "skipped": "\(report.notChecked.count)", "time": "0",
            ], Self.separated([properties(of: report)] + tests + output(of: report)))
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Markup.element("testsuites", [:], [suite]).text + "\n"
    }

    private func testCase(_ finding: Finding) -> Markup {
        guard finding.severity == .error else {
            return testCase(named: "\(finding.severity.rawValue): \(finding.verdict)", class: finding.code.rawValue)
        }
        var lines = finding.place.map { ["at \($0.text)"] } ?? []
        lines += finding.evidence.map { "- \($0)" }
        if let cause = finding.explainedBy { lines.append("because of: \(cause.rawValue)") }
        lines.append("why: \(finding.reason)")
        if let fix = finding.fix { lines.append("fix: \(fix.text)") }
        let failure = Markup.element(
            "failure", ["type": finding.code.rawValue, "message": finding.verdict], Markup.lines(lines))
        return testCase(named: finding.verdict, class: finding.code.rawValue, [failure])
    }

    private func testCase(_ notChecked: DiagnosisReport.NotChecked) -> Markup {
        let reason = notChecked.reason + (notChecked.remedy.map { "; to check it: \($0)" } ?? "")
        return testCase(
            named: notChecked.subject, class: "not-checked", [.element("skipped", ["message": reason])])
    }

    /// - Parameter name: what is shown of it; of its class, services show what stands behind the last dot.
    private func testCase(named name: String, class: String, _ children: [Markup] = []) -> Markup {
        .element("testcase", ["classname": "authkeys.\(`class`)", "name": name, "time": "0"], children)
    }

    private func properties(of report: DiagnosisReport) -> Markup {
        let viewpoint = report.viewpoint.map { [Markup.element("property", ["name": "viewpoint", "value": $0])] } ?? []
        return .element(
            "properties", [:], [.element("property", ["name": "profile", "value": report.profile])] + viewpoint)
    }

    private func output(of report: DiagnosisReport) -> [Markup] {
        // Made visible already, and a second time changes nothing: what is visible stays as it is.
        let text = DiagnosisTextReport().text(of: report)
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
        return [.element("system-out", [:], Markup.lines(lines.map { String(Substring($0)) })), .element("system-err")]
    }

    private static func separated(_ parts: [Markup]) -> [Markup] {
        [.verbatim("\n")] + parts.flatMap { [$0, .verbatim("\n")] }
    }

    /// In UTC, to the second, without a zone, which the schema of the Ant task wants.
    private var timestamp: String {
        let second = NumericDate(secondsSince1970: date.secondsSince1970)
        return RFC3339.text(second).map { String($0.dropLast()) } ?? "1970-01-01T00:00:00"
    }
}
