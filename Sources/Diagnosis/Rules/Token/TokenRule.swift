internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

/// A rule about a token, and what it was to be verified with.
protocol TokenRule: Rule {
    func finding(_ trial: TokenTrialEvidence) -> Finding?
}

extension TokenRule {
    package func findings(in evidence: Evidence) -> [Finding] {
        guard let trial = TokenTrialEvidence(evidence) else { return [] }
        return finding(trial).map { [$0.at(trial.token.place.finding)] } ?? []
    }

    /// With the consumer's own words where they are about this.
    /// - Parameter isCertain: whether every consumer refuses it; else it is a note unless this one does.
    func refused(
        _ trial: TokenTrialEvidence, _ verdict: String, evidence: [String], reason: String, fix: Finding.Fix?,
        explainedBy: (any CodeFamily)? = nil, isCertain: Bool = true
    ) -> Finding {
        let words = trial.refusal?.code == code ? [trial.words].compactMap { $0 } : []
        return finding(
            verdict, severity: isCertain || !words.isEmpty ? .error : .note, evidence: evidence + words, reason: reason,
            fix: fix, explainedBy: explainedBy)
    }
}

extension RuleRegistry {
    package static let tokenRules: [any Rule] = [
        TokenOfUnknownKey(), SignedByAnotherKey(), TokenAlgorithm(), TokenHeader(), WrongIssuer(), WrongAudience(),
        ExpiredToken(), TokenNotYetValid(), TokenIssuedInFuture(), WrongTokenType(), MissingClaim(), MistypedClaim(),
        RefusedToken(),
    ]
}
