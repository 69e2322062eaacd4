internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct RefusedToken: TokenRule {
    let code = ConsumerCode.tokenRefused.code
    let severity = Finding.Severity.error
    let title = "The consumer refuses the token"
    let explanation = """
        The token goes through a model of the consumer's own verifier, in its order. This is the finding when it refuses, \
        and nothing about token, key set or issuer says why.
        """

    func finding(_ trial: TokenTrialEvidence) -> Finding? {
        guard let words = trial.words else { return nil }
        let others =
            (RuleRegistry.tokenRules.filter { $0.code != code } + RuleRegistry.tokenTextRules
            + RuleRegistry.keySetRules + RuleRegistry.issuerRules).flatMap { $0.findings(in: trial.evidence) }
        guard !others.contains(where: { $0.severity == .error }) else { return nil }
        return finding(
            "\(trial.profile.name) refuses the token", evidence: [words],
            reason: "It stops at this, and looks no further.",
            fix: .edit("look at what is in it: authkeys jwt inspect TOKEN"))
    }
}
