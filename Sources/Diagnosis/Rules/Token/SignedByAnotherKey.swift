internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct SignedByAnotherKey: TokenRule {
    let code = JOSECode.signature.code
    let severity = Finding.Severity.error
    let title = "The token was signed by another key"
    let explanation = """
        The signature is compared with every key that is at hand, so that the finding says whose it is: another key of the \
        set than the token names, the private key that was given and that the set does not publish, or neither. A token \
        from before the keys were replaced, or of another deployment, is signed by neither, and so is one that was changed.
        """

    func finding(_ trial: TokenTrialEvidence) -> Finding? {
        guard trial.token.reading.isWellFormed, trial.token.reading.form == .signed, trial.isOfRSA else { return nil }
        let own = trial.evidence.privateKey?.publicKey
        let signers = trial.signers
        if !signers.isEmpty { return bySigner(trial, signers) }
        guard let set = trial.set else {
            guard trial.evidence.keySet == nil, let own, !trial.isSigned(by: own) else { return nil }
            return byNone(trial, evidence: ["the private key that was given did not sign it"], explainedBy: nil)
        }
        guard set.keys.contains(where: { $0.rsaKey != nil }) else { return nil }
        if let own, trial.isSigned(by: own) { return byGivenKey(trial) }
        let compared = own == nil ? [] : ["nor did the private key that was given sign it"]
        return byNone(
            trial, evidence: ["no key of the set verifies it"] + compared,
            explainedBy: trial.keyID.map { !trial.hasKey($0) } ?? false ? .unknownKeyID : nil)
    }

    /// A key of the set signed it, but not the one that it names.
    private func bySigner(_ trial: TokenTrialEvidence, _ signers: [KeySetContents.Key]) -> Finding? {
        guard let kid = trial.keyID, trial.hasKey(kid), !signers.contains(where: { $0.keyID == kid }) else {
            return nil
        }
        return refused(
            trial, "the token was signed by another key than the one that it names",
            evidence: ["it names \(kid.quoted), and \(signers[0].label) verifies it"],
            reason: "A verifier takes the key that is named, and the signature is not that key's.",
            fix: .edit("have the signer write the kid of the key that it signs with"))
    }

    private func byGivenKey(_ trial: TokenTrialEvidence) -> Finding {
        refused(
            trial, "the token was signed by the private key that was given, which the set does not publish",
            evidence: ["no key of the set verifies it", "the private key signed it"],
            reason: "Signer and set belong to different pairs.",
            fix: KeySetFixes(trial.evidence).derive(),
            explainedBy: PairCode.mismatch)
    }

    private func byNone(_ trial: TokenTrialEvidence, evidence: [String], explainedBy: JOSECode?) -> Finding {
        refused(
            trial, "the token was signed by none of the keys that are here", evidence: evidence,
            reason: "It was made before the keys were replaced, for another deployment, or changed on its way.",
            fix: .edit("sign in again for a new token; if that is refused too, give the key that signs: --key SOURCE"),
            explainedBy: explainedBy)
    }
}
