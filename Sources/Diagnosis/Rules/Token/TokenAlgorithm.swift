internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct TokenAlgorithm: TokenRule {
    let code = JOSECode.algorithm.code
    let severity = Finding.Severity.error
    let title = "The token's algorithm is not one that is verified"
    let explanation = """
        Convex's OIDC verifier takes RS256 and EdDSA, a `customJwt` provider the one algorithm that it was configured with, \
        and every other consumer here is asked about RS256. ES256 is refused by the OIDC path.
        """

    func finding(_ trial: TokenTrialEvidence) -> Finding? {
        guard let algorithm = trial.token.header("alg")?.string, algorithm != JWSAlgorithm.rs256.name else {
            return nil
        }
        let causes = [TokenTextCode.symmetric, .unsecured, .encrypted]
        let cause = causes.first { cause in trial.token.reading.anomalies.contains { $0.code == cause.code } }
        return refused(
            trial, "the token's algorithm is \(KeyID(algorithm).quoted), where RS256 is expected", evidence: [],
            reason: "\(trial.profile.name) does not verify it with an RSA key of the set.",
            fix: .edit("sign with RS256: authkeys jwt sign --key SOURCE"), explainedBy: cause)
    }
}
