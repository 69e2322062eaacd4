internal import Encodings

extension DiagnosisReport {
    package func count(of severity: Finding.Severity) -> Int {
        findings.count { $0.severity == severity }
    }

    /// How it stands on the whole.
    package var state: MatchPicture.State {
        switch findings.map(\.severity).max() {
        case .error: .bad
        case .warning: .warning
        case .note, nil: passed.isEmpty ? .unknown : .good
        }
    }

    /// The answer in one line: how much is wrong, and the one cause of it or the first one.
    package var headline: String {
        let causes = findings.explained()
        let worst = causes.map(\.severity).max()
        let counts = Finding.Severity.allCases.reversed().compactMap { severity in
            let count = count(of: severity)
            return count == 0 ? nil : count.counted(severity.rawValue)
        }.joined(separator: ", ")
        switch worst {
        case nil where passed.isEmpty:
            return "nothing was judged: \(notChecked.count) not checked"
        case nil:
            return "nothing wrong was found: " + tally
        case .note:
            return "nothing wrong was found: \(counts), " + tally
        case .warning, .error:
            let first = causes.first { $0.severity == worst }?.finding.verdict ?? ""
            let prefix = worst == .error ? counts : "no error, \(counts)"
            switch (causes.count { $0.severity == worst }, findings.count) {
            case (1, 1): return "\(prefix): \(first)"
            case (1, _): return causes.count == 1 ? "\(prefix), one cause: \(first)" : "\(prefix); above all: \(first)"
            default: return "\(prefix); first of all: \(first)"
            }
        }
    }

    /// What was looked at and found good, and what was not looked at.
    private var tally: String {
        "\(passed.count.counted("check")) passed" + (notChecked.isEmpty ? "" : ", \(notChecked.count) not checked")
    }

    /// For whom and from where: `for convex-auth, seen from this machine`.
    package var scope: String {
        "for \(profile)" + (viewpoint.map { ", seen from \($0)" } ?? "")
    }
}

extension FindingPlace {
    /// As compilers write it: `convex.env:3`.
    var text: String { line.map { "\(path):\($0)" } ?? path }
}

extension DiagnosisReport.NotChecked {
    /// In one line: `whether a token verifies: no token was given`.
    var text: String { "\(subject): \(reason)" }
}
