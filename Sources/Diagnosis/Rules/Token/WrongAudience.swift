internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct WrongAudience: TokenRule {
    let code = JWTCode.audience.code
    let severity = Finding.Severity.error
    let title = "The token is for another audience"
    let explanation = """
        `aud` has to hold the `applicationID` of the provider, which for Convex Auth is `convex`. Convex's OIDC verifier \
        refuses any further audience beside it.
        """

    func finding(_ trial: TokenTrialEvidence) -> Finding? {
        guard let audience = trial.evidence.audience, trial.token.claim("aud") != nil else { return nil }
        let isMissing = !trial.audiences.contains { $0.utf8.elementsEqual(audience.utf8) }
        guard isMissing || trial.refusal?.code == code else { return nil }
        let own = trial.audiences.map { KeyID($0).quoted }.shortened().joined(separator: ", ")
        return refused(
            trial,
            isMissing
                ? "the token is for another audience than is asked for" : "the token is for other audiences as well",
            evidence: ["its aud: \(own)", "asked for: \(KeyID(audience).quoted)"],
            reason: "It was made for another service; accepting it would let that service act here.",
            fix: .edit(
                "have the signer write \"aud\":\(KeyID(audience).quoted) alone, or configure the applicationID that it writes"
            ))
    }
}
