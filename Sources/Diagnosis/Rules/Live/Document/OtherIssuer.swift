internal import Consumers
internal import Encodings

struct OtherIssuer: LiveRule {
    let code = DiscoveryCode.issuerMismatch.code
    let severity = Finding.Severity.error
    let title = "The document names another issuer"
    let explanation = """
        The `issuer` of the document must be the `iss` of the tokens, byte for byte: a slash, the scheme, the port and upper case count. Convex Auth writes `CONVEX_SITE_URL` into both, which is `CONVEX_SITE_ORIGIN` of the container.
        """

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        guard let error = live.discoveryError, error.code == code else { return [] }
        return [
            finding(
                error.message, evidence: live.answer(to: .document).map { ["it came from \($0.place)"] } ?? [],
                reason: "The backend compares the two byte for byte, and refuses every token.",
                fix: error.hint.map { .edit($0) })
        ]
    }
}
