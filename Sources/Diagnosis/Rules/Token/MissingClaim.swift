internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct MissingClaim: TokenRule {
    let code = JWTCode.missingClaim.code
    let severity = Finding.Severity.error
    let title = "The token lacks a claim"
    let explanation = """
        Convex's OIDC verifier wants `sub`, `iss`, `aud`, `iat` and `exp` (`Could not parse as OIDC ID token`), a \
        `customJwt` provider `sub`, `iss` and `exp`. A token without `exp` ends with its key.
        """

    func finding(_ trial: TokenTrialEvidence) -> Finding? {
        guard (try? trial.token.reading.claims?.json.get()) != nil else { return nil }
        let wanted = trial.profile.isOnConvex ? ["sub", "iss", "aud", "iat", "exp"] : ["exp"]
        let missing = wanted.filter { trial.token.claim($0) == nil }
        guard !missing.isEmpty else { return nil }
        let them = missing.count == 1 ? "it" : "them"
        return refused(
            trial, "the token has no \(missing.joined(separator: ", no "))",
            evidence: trial.refusal?.code == code ? [] : [trial.words].compactMap { $0 },
            reason: "A verifier refuses a token without \(them), or never ends it.",
            fix: .edit("have the signer write \(them): authkeys jwt sign does"), isCertain: !trial.isAccepted)
    }
}
