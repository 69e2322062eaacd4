internal import Encodings

/// For people: the answer in the first line, then each cause with what it causes under it, then what is good, then what
/// nobody looked at.
///
/// ```
/// 2 errors, one cause: the JWKS holds no key of JWT_PRIVATE_KEY
/// for convex-auth
///
/// error: the JWKS holds no key of JWT_PRIVATE_KEY [key.mismatch]
///   at convex.env:2
///   - env:JWT_PRIVATE_KEY has the thumbprint …
///   why: …
///   fix: authkeys jwks derive …
///   this causes:
///     error: …
///
/// good:
///   - Convex Auth reads the private key
/// not checked:
///   - whether a token verifies: no token was given
///     to check it: add --token
/// ```
package struct DiagnosisTextReport: DiagnosisReporter {
    private let surface: TextReport.Surface
    private let wrapped: WrappedText
    private let hasColor: Bool
    private let isBrief: Bool

    /// - Parameters:
    ///   - width: of a line, in columns.
    ///   - isBrief: whether to leave out what is good and what was not checked.
    package init(
        _ surface: TextReport.Surface = .terminal, width: Int = 80, hasColor: Bool = false, isBrief: Bool = false
    ) {
        self.surface = surface
        wrapped = WrappedText(width: max(40, width))
        self.hasColor = hasColor
        self.isBrief = isBrief
    }

    package func text(of report: DiagnosisReport) -> String {
        var lines = wrapped.lines(surface.escaped(report.headline), first: "", rest: "  ")
        lines[0] = styled(lines[0], "1")
        lines += wrapped.lines(surface.escaped(report.scope), first: "", rest: "  ")
        for cause in report.findings.explained() { lines += [""] + self.lines(for: cause, indent: "") }
        guard !isBrief else { return lines.map { $0 + "\n" }.joined() }
        if !(report.passed.isEmpty && report.notChecked.isEmpty) { lines.append("") }
        if !report.passed.isEmpty {
            lines.append(styled("good:", "1;32"))
            lines += report.passed.flatMap { prose($0, "  - ") }
        }
        if !report.notChecked.isEmpty {
            lines.append(styled("not checked:", "1"))
            for row in report.notChecked {
                lines += prose(row.text, "  - ")
                if let remedy = row.remedy { lines.append("    to check it: \(surface.escaped(remedy))") }
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func lines(for explained: ExplainedFinding, indent: String) -> [String] {
        let finding = explained.finding
        let word = "\(finding.severity.rawValue):"
        var lines = prose("\(finding.verdict) [\(finding.code.rawValue)]", "\(indent)\(word) ", rest: indent + "  ")
        lines[0] = indent + styled(word, finding.severity.style) + lines[0].dropFirst(indent.count + word.count)
        if let place = finding.place { lines.append("\(indent)  at \(surface.escaped(place.text))") }
        lines += finding.evidence.flatMap { prose($0, "\(indent)  - ") }
        lines += prose(finding.reason, "\(indent)  why: ", rest: indent + "    ")
        switch finding.fix {
        // On one line, however long, because it is copied.
        case .command(let text): lines.append("\(indent)  fix: \(surface.escaped(text))")
        case .edit(let text): lines += prose(text, "\(indent)  fix: ", rest: indent + "    ")
        case nil: break
        }
        if !explained.effects.isEmpty {
            lines.append("\(indent)  this causes:")
            // Deeper than this the lines would be too short to read.
            let deeper = indent.count < 16 ? indent + "    " : indent
            lines += explained.effects.flatMap { self.lines(for: $0, indent: deeper) }
        }
        return lines
    }

    private func prose(_ text: String, _ first: String, rest: String? = nil) -> [String] {
        wrapped.lines(
            surface.escaped(text), first: first, rest: rest ?? String(repeating: " ", count: first.count))
    }

    private func styled(_ text: String, _ style: String) -> String {
        hasColor ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
    }
}

extension Finding.Severity {
    fileprivate var style: String {
        switch self {
        case .error: "1;31"
        case .warning: "1;33"
        case .note: "1;36"
        }
    }
}
