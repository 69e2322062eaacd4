internal import Consumers
internal import Encodings

struct MissingDiscoveryMember: LiveRule {
    let code = DiscoveryCode.member.code
    let severity = Finding.Severity.error
    let title = "The document has no issuer or no jwks_uri"
    let explanation = """
        OpenID Connect Discovery 1.0 §3 wants `issuer` and `jwks_uri`, each a string. A key set that stands where the document should lacks both.
        """

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        guard let error = live.discoveryError, error.code == code else { return [] }
        return [
            finding(
                error.message, evidence: live.answer(to: .document).map { ["it came from \($0.place)"] } ?? [],
                reason: "The backend finds the keys by it alone.",
                fix: error.hint.map { .edit($0) })
        ]
    }
}
