internal import Consumers
internal import Encodings

/// A rule about the issuer of a Convex deployment; other services call theirs what they like.
protocol IssuerRule: Rule {}

extension IssuerRule {
    package func findings(in evidence: Evidence) -> [Finding] { complaints(in: evidence) }

    func complaints(in evidence: Evidence) -> [Finding] {
        guard evidence.profile.isOnConvex else { return [] }
        return Self.issuers(evidence).compactMap { issuer in
            let complaints = IssuerCheck.complaints(about: issuer.text)
            guard let complaint = complaints.first(where: { $0.error.code == code }) else { return nil }
            let isRead = !issuer.place.name.utf8.starts(with: WatchedVariable.issuer.utf8)
            return finding(
                complaint.error.message, severity: complaint.isRefusal && isRead ? .error : .note,
                evidence: [issuer.place.description],
                reason: !isRead
                    ? "Nothing of Convex reads \(issuer.place.name); a service of your own that does looks there."
                    : complaint.isRefusal
                        ? "The backend looks the issuer up where the token says it is, and refuses the token when it is not there."
                        : "It depends on who looks.",
                fix: complaint.error.hint.map { .edit($0) }, explainedBy: isRead ? nil : EnvironmentCode.issuerUnread,
                place: issuer.place.finding)
        }
    }

    /// What a token of the deployment names, and what its container is given to name.
    private static func issuers(_ evidence: Evidence) -> [IssuerEvidence] {
        let origin = evidence.variable(WatchedVariable.siteOrigin).flatMap { variable in
            variable.isEmpty ? nil : IssuerEvidence(variable.text, at: variable.place)
        }
        guard let issuer = evidence.issuer else { return origin.map { [$0] } ?? [] }
        let isAnother =
            origin.map { $0.place != issuer.place && !$0.text.utf8.elementsEqual(issuer.text.utf8) } ?? false
        return [issuer] + (isAnother ? [origin] : []).compactMap { $0 }
    }
}

extension RuleRegistry {
    package static let issuerRules: [any Rule] = [
        SharedOrigin(), IssuerWithoutScheme(), MalformedIssuer(), IssuerWithPath(), IssuerWithSlash(),
        IssuerOnAPIPort(),
        IssuerOnLoopback(), DifferentIssuers(),
    ]
}
