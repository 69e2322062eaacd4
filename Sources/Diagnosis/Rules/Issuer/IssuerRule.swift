internal import Consumers
internal import Encodings

/// A rule about the issuer of a Convex deployment; other services call theirs what they like.
protocol IssuerRule: Rule {}

extension IssuerRule {
    package func findings(in evidence: Evidence) -> [Finding] { complaints(in: evidence) }

    func complaints(in evidence: Evidence) -> [Finding] {
        guard evidence.profile.isOnConvex, let issuer = evidence.issuer else { return [] }
        guard let complaint = IssuerCheck.complaints(about: issuer.text).first(where: { $0.error.code == code }) else {
            return []
        }
        return [
            finding(
                complaint.error.message, severity: complaint.isRefusal ? .error : .note,
                evidence: [issuer.place.description],
                reason: complaint.isRefusal
                    ? "The backend looks the issuer up where the token says it is, and refuses the token when it is not there."
                    : "It depends on who looks.",
                fix: complaint.error.hint.map { .edit($0) }, place: issuer.place.finding)
        ]
    }
}

extension RuleRegistry {
    package static let issuerRules: [any Rule] = [
        SharedOrigin(), IssuerWithoutScheme(), MalformedIssuer(), IssuerWithPath(), IssuerWithSlash(),
        IssuerOnAPIPort(),
        IssuerOnLoopback(), DifferentIssuers(),
    ]
}
