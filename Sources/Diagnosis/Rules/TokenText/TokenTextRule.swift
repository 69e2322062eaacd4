internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

/// A rule about one kind of oddity of a token's text. `UnverifiedJWT` finds it.
protocol TokenTextRule: Rule {}

extension TokenTextRule {
    /// For what no verifier takes; a warning for what only stands around the token.
    package var severity: Finding.Severity { .error }

    package func findings(in evidence: Evidence) -> [Finding] {
        guard let token = evidence.token, let anomaly = token.reading.anomalies.first(where: { $0.code == code }) else {
            return []
        }
        let isWrapping = anomaly.severity == .wrapping
        if isWrapping, token.text.utf8.elementsEqual(token.token.utf8) { return [] }
        // Of what stands around it the consumer was not given anything.
        let isTaken = !isWrapping && (TokenTrialEvidence(evidence)?.isAccepted ?? false)
        return [
            finding(
                title.lowercasedFirst, severity: isTaken ? .warning : .error,
                evidence: ["\(token.place.description): \(anomaly.error.description)"],
                reason: isWrapping
                    ? "A verifier that is given the text as it stands refuses it."
                    : isTaken
                        ? "\(evidence.profile.name) takes it nevertheless; other verifiers do not."
                        : "No verifier takes such a token.",
                fix: anomaly.error.hint.map { .edit($0) }, place: token.place.finding)
        ]
    }
}
