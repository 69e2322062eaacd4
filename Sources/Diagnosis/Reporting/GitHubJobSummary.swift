internal import Encodings

/// For the page of a GitHub job: the file that `GITHUB_STEP_SUMMARY` names is Markdown.
///
/// It is written as one block of HTML without an empty line, which Markdown hands on as it is (CommonMark §4.6): no
/// character of a value is markup there save those that are escaped in HTML.
package struct GitHubJobSummary: Sendable {
    /// What GitHub takes for one step, in bytes.
    package static let limit = 1 << 20

    /// In bytes.
    private let limit: Int

    /// - Parameter used: how many bytes the step has written already.
    package init(used: Int = 0) {
        limit = Self.limit - used
    }

    /// Whole parts only; when they do not all fit, the last one says how many findings are left out. Empty when nothing
    /// fits.
    package func text(of report: DiagnosisReport) -> String {
        let causes = report.findings.explained()
        let start =
            "<div>\n" + line([.element("h2", [:], "\(report.state.symbol) \(report.headline)")])
            + line([.element("p", [:], "authkeys doctor " + report.scope)])
        let end = "</div>\n\n"
        // Room for the sentence about what is left out.
        let room = limit - end.utf8.count - 200
        var text = start
        guard text.utf8.count <= room else { return "" }
        for part in pictures(report.pictures) + causes.map({ line([block($0)]) }) + tail(report) {
            guard text.utf8.count + part.utf8.count <= room else {
                return text + line([.element("p", [:], "The rest does not fit here; the log of the job has it.")]) + end
            }
            text += part
        }
        return text + end
    }

    private func line(_ parts: [Markup]) -> String {
        parts.map(\.text).joined() + "\n"
    }

    /// A table each, under its environment's name where there are several.
    private func pictures(_ pictures: [MatchPicture]) -> [String] {
        pictures.filter { !$0.links.isEmpty }.map { picture in
            let name = Markup.element("p", [:], [.element("strong", [:], picture.environment)])
            return line((pictures.count > 1 ? [name] : []) + [table(picture)])
        }
    }

    private func table(_ picture: MatchPicture) -> Markup {
        let head = Markup.element(
            "tr", [:], ["", "of", "and", ""].map { .element("th", [:], $0) })
        let rows = picture.links.map { link in
            Markup.element(
                "tr", [:],
                ["\(link.state.symbol) \(link.state.word)", link.from.rawValue, link.to.rawValue, link.label]
                    .map { .element("td", [:], $0) })
        }
        return .element("table", [:], [head] + rows)
    }

    private func block(_ explained: ExplainedFinding) -> Markup {
        let finding = explained.finding
        var parts: [Markup] = [
            .element(
                "summary", [:],
                [
                    .element("strong", [:], finding.severity.rawValue), .text(": \(finding.verdict) "),
                    .element("code", [:], finding.code.rawValue),
                ])
        ]
        let place = finding.place.map { ["at \($0.text)"] } ?? []
        let evidence = (place + finding.evidence).map { Markup.element("li", [:], [.element("code", [:], $0)]) }
        if !evidence.isEmpty { parts.append(.element("ul", [:], evidence)) }
        parts.append(.element("p", [:], finding.reason))
        switch finding.fix {
        case .command(let text): parts.append(.element("pre", [:], [.element("code", [:], text)]))
        case .edit(let text): parts.append(.element("p", [:], [.element("strong", [:], "Fix: "), .text(text)]))
        case nil: break
        }
        if !explained.effects.isEmpty {
            parts.append(.element("p", [:], "This causes:"))
            parts.append(
                .element("ul", [:], explained.effects.map { .element("li", [:], [block($0)]) }))
        }
        let isOpen = explained.severity == .error
        return isOpen ? .element("details", ["open": ""], parts) : .element("details", [:], parts)
    }

    private func tail(_ report: DiagnosisReport) -> [String] {
        let passed = report.passed.map { Markup.element("li", [:], $0) }
        let notChecked = report.notChecked.map { row in
            Markup.element(
                "li", [:],
                [.text(row.text)]
                    + (row.remedy.map { [.text("; to check it: "), .element("code", [:], $0)] } ?? []))
        }
        return [("Good", passed), ("Not checked", notChecked)].filter { !$0.1.isEmpty }.map { title, rows in
            line([.element("h3", [:], title), .element("ul", [:], rows)])
        }
    }
}
