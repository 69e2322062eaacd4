internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct NoEligibleKey: KeySetRule {
    let code = JOSECode.noMatchingKey.code
    let severity = Finding.Severity.error
    let title = "No key of the set verifies RS256"
    let explanation = """
        The set is empty, or each of its keys is of another type, is for something else by its `use`, `key_ops` or `alg`, \
        or cannot be read. jose refuses a set with private members in it, this tool's verifier passes such a key over, and \
        Convex uses it as if it were public. The finding that says which of these stands before this one.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        guard profile.eligibleKeys(in: set.document).isEmpty else { return nil }
        let counted = profile.placesOfEligibleKeys(in: set.document)
        let answers = set.keys.filter { key in
            counted.contains(key.index) && !key.entry.privateMembers.isEmpty && key.rsaKey != nil
        }.map { profile.refusalOfPrivateKey(at: $0.index, in: set.document) }
        // A verifier that passes over private members verifies with such a key.
        guard answers.allSatisfy({ $0 != nil }) else { return nil }
        let refusal = answers.first.flatMap { $0 } ?? profile.refusalWithoutEligibleKey
        let cause = cause(set, fixes, profile)
        let isPublished = cause?.code == JOSECode.privateMember.code
        return finding(
            "\(profile.name) refuses every token: \(refusal.message)",
            evidence: [set.keys.isEmpty ? "the set has no keys" : "none of the \(set.keys.count) keys is eligible"],
            reason: "There is nothing in the set to verify a token with.",
            fix: isPublished ? .command("authkeys generate") : fixes.derive(), explainedBy: cause)
    }

    /// The first rule that has something to say about the keys.
    private func cause(_ set: KeySetContents, _ fixes: KeySetFixes, _ profile: Profile) -> (any CodeFamily)? {
        let causes: [(rule: any KeySetRule, code: any CodeFamily)] = [
            (PrivateMember(), JOSECode.privateMember), (NumberEncoding(), JOSECode.numberEncoding),
            (NotForSigning(), JOSECode.notForSigning), (UnreadableKey(), JOSECode.unreadable),
        ]
        if MissingKeyID.leavesNone(set, for: profile) { return JOSECode.missingKeyID }
        return causes.first { $0.rule.finding(in: set, fixes, for: profile) != nil }?.code
    }
}
