internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct MistypedClaim: TokenRule {
    let code = JWTCode.claimType.code
    let severity = Finding.Severity.error
    let title = "A claim is of the wrong type"
    let explanation = """
        Times are numbers, in seconds and without quotes; `iss` and `sub` are strings (RFC 7519 §4.1). Libraries that read \
        claims into types refuse the token, others compare what cannot be compared.
        """

    func finding(_ trial: TokenTrialEvidence) -> Finding? {
        let found = trial.token.reading.anomalies.filter { $0.code == code }
        guard !found.isEmpty else { return nil }
        return refused(
            trial, "a claim of the token is of the wrong type", evidence: found.map(\.error.message),
            reason: "A verifier cannot read it as what it is.",
            fix: .edit("have the signer write it as RFC 7519 has it"), isCertain: !trial.isAccepted)
    }
}
