internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct TokenOfUnknownKey: TokenRule {
    let code = JOSECode.unknownKeyID.code
    let severity = Finding.Severity.error
    let title = "The token names a key that the set does not have"
    let explanation = """
        A verifier looks for the key by the `kid` of the token's header. Convex does not fetch the set again for an unknown \
        kid; jose does, once in 30 seconds. The token was signed with a key that was removed or is not published yet, or \
        the set lacks the kids.
        """

    func finding(_ trial: TokenTrialEvidence) -> Finding? {
        guard let set = trial.set, let kid = trial.keyID, !trial.hasKey(kid) else { return nil }
        let signer = trial.signers.first
        return finding(
            "the token names the key \(kid.quoted), which the set does not have",
            evidence: set.keys.map { "the set has \($0.label)" }.shortened()
                + (signer.map { ["\($0.label) verifies the signature"] } ?? []) + [trial.words].compactMap { $0 },
            reason: "\(trial.profile.name) finds no key to verify the token with.",
            fix: .edit(
                signer == nil
                    ? "publish the key that signs, and wait until every cache has the set before it signs"
                    : "give the key in the set the kid that the signer writes"))
    }
}
