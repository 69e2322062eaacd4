internal import Encodings

/// One file to open in a browser or to attach to a job: no script, nothing that is loaded, readable in light and dark,
/// on a telephone, on paper and to a screen reader.
///
/// The policy of the page allows its own style sheet and nothing else, so that text which got past the escaper would
/// still do nothing.
package struct HTMLReport: DiagnosisReporter {
    package init() {}

    package func text(of report: DiagnosisReport) -> String {
        let policy = "default-src 'none'; style-src '\(HTMLStyle.hash)'; base-uri 'none'; form-action 'none'"
        let head = Markup.element(
            "head", [:],
            [
                .element("meta", ["charset": "utf-8"]),
                .element("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
                .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                .element("meta", ["name": "color-scheme", "content": "light dark"]),
                .element("meta", ["name": "referrer", "content": "no-referrer"]),
                .element("title", [:], "authkeys doctor: \(report.headline)"),
                .element("style", [:], [.verbatim(HTMLStyle.sheet)]),
            ])
        let sections =
            [header(report)] + pictures(report.pictures) + found(report.findings) + passed(report.passed)
            + notChecked(report.notChecked)
        let footer = Markup.element(
            "footer", [:],
            "Made by authkeys doctor. Values are shown by what is public of them; nothing here is secret.")
        let body = Markup.element(
            "body", [:], [.element("main", [:], Self.separated(sections)), .verbatim("\n"), footer])
        return "<!DOCTYPE html>\n"
            + Markup.element("html", ["lang": "en"], [head, .verbatim("\n"), body]).text + "\n"
    }

    // MARK: - The answer

    private func header(_ report: DiagnosisReport) -> Markup {
        .element(
            "header", ["class": report.state.rawValue],
            [
                .element("p", ["class": "scope"], "authkeys doctor " + report.scope),
                .element("h1", [:], [StateMark(report.state).icon, .text(report.headline)]),
            ])
    }

    // MARK: - What matches what

    private func pictures(_ pictures: [MatchPicture]) -> [Markup] {
        guard !pictures.isEmpty else { return [] }
        let title = Markup.element("h2", ["id": "picture"], "What matches what")
        guard pictures.count > 1 else {
            let parts = [title] + MatchSection(pictures[0]).parts
            return [.element("section", ["aria-labelledby": "picture"], Self.separated(parts))]
        }
        let sections = pictures.enumerated().map { index, picture in
            let section = MatchSection(picture, number: index + 1)
            return Markup.element(
                "section", ["class": "environment", "aria-labelledby": section.id], Self.separated(section.parts))
        }
        return [.element("section", ["aria-labelledby": "picture"], Self.separated([title] + sections))]
    }

    // MARK: - Findings

    private func found(_ findings: [Finding]) -> [Markup] {
        guard !findings.isEmpty else { return [] }
        let parts =
            [Markup.element("h2", ["id": "found"], "What was found")]
            + findings.explained().map { article($0, level: 3) }
        return [.element("section", ["aria-labelledby": "found"], Self.separated(parts))]
    }

    private func article(_ explained: ExplainedFinding, level: Int) -> Markup {
        let finding = explained.finding
        var parts: [Markup] = [
            Self.heading(
                level,
                [
                    .element(
                        "span", ["class": "severity"],
                        [StateMark(finding.severity).icon, .text(finding.severity.rawValue)]),
                    .text(" \(finding.verdict)"),
                ]),
            .element(
                "p", ["class": "code"],
                [.element("code", [:], finding.code.rawValue)]
                    + (finding.place.map { [.text(" at "), .element("code", [:], $0.text)] } ?? [])),
        ]
        if !finding.evidence.isEmpty {
            parts.append(
                .element("ul", ["class": "evidence"], finding.evidence.map { .element("li", [:], $0) }))
        }
        parts.append(.element("p", [:], [.element("b", [:], "Why it matters: "), .text(finding.reason)]))
        switch finding.fix {
        case .command(let text):
            parts.append(.element("p", ["class": "fix"], [.element("b", [:], "What mends it:")]))
            parts.append(.element("pre", [:], [.element("code", [:], text)]))
        case .edit(let text):
            parts.append(
                .element("p", ["class": "fix"], [.element("b", [:], "What mends it: "), .text(text)]))
        case nil: break
        }
        if !explained.effects.isEmpty {
            let effects = explained.effects.map { article($0, level: level + 1) }
            parts.append(
                .element(
                    "div", ["class": "effects"], [.element("p", ["class": "causes"], "This causes:")] + effects))
        }
        return .element("article", ["class": finding.severity.rawValue], parts)
    }

    private static func heading(_ level: Int, _ content: [Markup]) -> Markup {
        switch level {
        case ...3: .element("h3", [:], content)
        case 4: .element("h4", [:], content)
        case 5: .element("h5", [:], content)
        default: .element("h6", [:], content)
        }
    }

    // MARK: - The rest

    private func passed(_ passed: [String]) -> [Markup] {
        guard !passed.isEmpty else { return [] }
        let rows = passed.map { Markup.element("li", [:], [StateMark.good.icon, .element("span", [:], $0)]) }
        return [
            .element(
                "section", ["aria-labelledby": "good"],
                [.element("h2", ["id": "good"], "What is good"), .element("ul", ["class": "rows good"], rows)])
        ]
    }

    private func notChecked(_ notChecked: [DiagnosisReport.NotChecked]) -> [Markup] {
        guard !notChecked.isEmpty else { return [] }
        let rows = notChecked.map { row in
            let remedy = row.remedy.map { [Markup.text("; to check it: "), .element("code", [:], $0)] } ?? []
            return Markup.element(
                "li", [:],
                [
                    StateMark.unknown.icon,
                    .element("span", [:], [.element("b", [:], row.subject), .text(": \(row.reason)")] + remedy),
                ])
        }
        return [
            .element(
                "section", ["aria-labelledby": "unknown"],
                [
                    .element("h2", ["id": "unknown"], "What was not checked"),
                    .element("ul", ["class": "rows unknown"], rows),
                ])
        ]
    }

    private static func separated(_ parts: [Markup]) -> [Markup] {
        parts.flatMap { [.verbatim("\n"), $0] } + [.verbatim("\n")]
    }
}
