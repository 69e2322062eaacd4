public import Encodings

/// One thing that a rule found: what is wrong, how that is known, why it matters to this consumer, and what mends it.
///
/// No member holds secret material. Text from outside is in it as it was found, save for line ends: a reporter escapes it
/// for the place it writes to.
public struct Finding: Sendable, Hashable {
    /// In ascending order of how bad it is.
    public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
        case note, warning, error

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }

        public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    }

    /// What mends it.
    public enum Fix: Sendable, Hashable {
        /// A line for a shell.
        case command(String)
        /// What to do where no command does it.
        case edit(String)

        public var text: String {
            switch self {
            case .command(let text), .edit(let text): text
            }
        }
    }

    public let code: AuthKeysError.Code
    public let severity: Severity
    /// One sentence without a full stop.
    public let verdict: String
    /// What was seen, a line each.
    public let evidence: [String]
    /// Why it matters to this consumer, in whole sentences.
    public let reason: String
    public let fix: Fix?
    /// The code of the finding that is the cause of this one, when that was found too.
    public let explainedBy: AuthKeysError.Code?
    /// The file it is in, where it is in one.
    public let place: FindingPlace?

    package init(
        code: AuthKeysError.Code, severity: Severity, verdict: String, evidence: [String], reason: String, fix: Fix?,
        explainedBy: AuthKeysError.Code?, place: FindingPlace? = nil
    ) {
        self.code = code
        self.severity = severity
        self.verdict = verdict
        self.evidence = evidence
        self.reason = reason
        self.fix = fix
        self.explainedBy = explainedBy
        self.place = place
    }

    /// The same, because of that one unless it already has a cause.
    package func explained(by cause: AuthKeysError.Code?) -> Finding {
        Finding(
            code: code, severity: severity, verdict: verdict, evidence: evidence, reason: reason, fix: fix,
            explainedBy: explainedBy ?? cause, place: place)
    }

    /// The same, with what mends it here.
    package func mended(by fix: Fix) -> Finding {
        Finding(
            code: code, severity: severity, verdict: verdict, evidence: evidence, reason: reason, fix: fix,
            explainedBy: explainedBy, place: place)
    }

    /// The same, in that file unless it already says in which.
    package func at(_ place: FindingPlace?) -> Finding {
        Finding(
            code: code, severity: severity, verdict: verdict, evidence: evidence, reason: reason, fix: fix,
            explainedBy: explainedBy, place: self.place ?? place)
    }
}

extension Rule {
    /// A finding under this rule's code.
    /// - Parameter severity: `nil` for the rule's own.
    package func finding(
        _ verdict: String, severity: Finding.Severity? = nil, evidence: [String] = [], reason: String,
        fix: Finding.Fix?, explainedBy: (any CodeFamily)? = nil, place: FindingPlace? = nil
    ) -> Finding {
        Finding(
            code: code, severity: severity ?? self.severity, verdict: verdict, evidence: evidence, reason: reason,
            fix: fix, explainedBy: explainedBy?.code, place: place)
    }
}
