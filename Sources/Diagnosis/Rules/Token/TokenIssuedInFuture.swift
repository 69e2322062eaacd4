internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct TokenIssuedInFuture: TokenRule {
    let code = JWTCode.issuedInFuture.code
    let severity = Finding.Severity.error
    let title = "The token was issued in the future"
    let explanation = """
        Its `iat` lies ahead: the clock of the signer is. Convex's OIDC verifier does not mind, a `customJwt` provider gives \
        it 5 seconds.
        """

    func finding(_ trial: TokenTrialEvidence) -> Finding? {
        guard let issued = trial.date("iat"), issued > trial.time else { return nil }
        return refused(
            trial, "the token was issued in the future",
            evidence: ["its iat is \(trial.shown(issued)), and now it is \(trial.shown(trial.time))"],
            reason: "Verifiers that look at iat refuse it until then.",
            fix: .edit("set the clock of the machine that signs"),
            explainedBy: trial.token.reading.anomalies.contains { $0.code == TokenTextCode.milliseconds.code }
                ? TokenTextCode.milliseconds : nil,
            isCertain: false)
    }
}
