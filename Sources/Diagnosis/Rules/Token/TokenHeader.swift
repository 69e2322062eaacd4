internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct TokenHeader: TokenRule {
    let code = JOSECode.headerMember.code
    let severity = Finding.Severity.error
    let title = "A member of the token's header is missing or refused"
    let explanation = """
        `alg` belongs into every header. `crit`, `b64` and `cty` change what a token means, and verifiers refuse them. A \
        `customJwt` provider of Convex wants a `kid`, which stock Convex Auth does not write: such tokens are for an OIDC \
        provider.
        """

    func finding(_ trial: TokenTrialEvidence) -> Finding? {
        let found = trial.token.reading.anomalies.filter { $0.code == code }
        guard !found.isEmpty || trial.refusal?.code == code else { return nil }
        // Of a header that cannot be read at all, that is what is wrong.
        guard !found.isEmpty || (try? trial.token.reading.header?.json.get()) != nil else { return nil }
        let lacksKeyID = found.isEmpty && trial.token.header("kid") == nil && trial.profile.needsKeyID
        return refused(
            trial,
            lacksKeyID
                ? "the token's header has no kid, and \(trial.profile.name) wants one"
                : "the token's header has a member that is missing or refused",
            evidence: found.map(\.error.message),
            reason: "\(trial.profile.name) refuses the token before it looks at a key.",
            fix: .edit(
                lacksKeyID
                    ? "have the signer write the kid, or configure an OIDC provider: { domain, applicationID }"
                    : "have the signer write alg and kid, and nothing that changes the meaning of the token"))
    }
}
