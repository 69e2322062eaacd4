internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct TokenNotYetValid: TokenRule {
    let code = JWTCode.notYetValid.code
    let severity = Finding.Severity.error
    let title = "The token is not valid yet"
    let explanation = """
        Its `nbf` lies in the future: the clock of the signer is ahead of the verifier's, or it was meant so. Convex's OIDC \
        verifier does not look at `nbf`; a `customJwt` provider gives it 5 seconds.
        """

    func finding(_ trial: TokenTrialEvidence) -> Finding? {
        guard let start = trial.date("nbf"), start > trial.time else { return nil }
        return refused(
            trial, "the token is not valid yet",
            evidence: ["its nbf is \(trial.shown(start)), and now it is \(trial.shown(trial.time))"],
            reason: trial.isAccepted
                ? "\(trial.profile.name) does not mind; verifiers that look at nbf refuse it until then."
                : "Verifiers that look at nbf refuse it until then.",
            fix: .edit("set the clock of the machine that signs, or leave nbf out"), isCertain: false)
    }
}
