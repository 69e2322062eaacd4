internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct ExpiredToken: TokenRule {
    let code = JWTCode.expired.code
    let severity = Finding.Severity.error
    let title = "The token has expired"
    let explanation = """
        Convex's OIDC verifier gives `exp` no leeway, a `customJwt` provider 5 seconds. A token of Convex Auth lives for an \
        hour, and its client fetches a new one before that. One that came from a log or a browser's storage is mostly \
        old: nothing is wrong with it.
        """

    func finding(_ trial: TokenTrialEvidence) -> Finding? {
        guard let expiry = trial.date("exp"), expiry <= trial.time else { return nil }
        let ago = trial.time.secondsSince1970.subtractingReportingOverflow(expiry.secondsSince1970).partialValue
        return refused(
            trial, "the token has expired",
            evidence: ["its exp was \(trial.shown(expiry)), \(ago) s before \(trial.shown(trial.time))"],
            reason: trial.isAccepted
                ? "\(trial.profile.name) takes it for a few seconds more."
                : "\(trial.profile.name) refuses it from then on.",
            fix: .edit("fetch a new token; to judge this one as of its time: --at \(expiry.secondsSince1970 &- 1)"),
            isCertain: !trial.isAccepted)
    }
}
