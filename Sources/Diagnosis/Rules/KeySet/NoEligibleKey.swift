internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct NoEligibleKey: KeySetRule {
    let code = JOSECode.noMatchingKey.code
    let severity = Finding.Severity.error
    let title = "No key of the set verifies RS256"
    let explanation = """
        The set is empty, or each of its keys is of another type, is for something else by its `use`, `key_ops` or `alg`, \
        or cannot be read. The finding that says which of these stands before this one.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        guard profile.eligibleKeys(in: set.document).isEmpty else { return nil }
        return finding(
            "\(profile.name) refuses every token: \(profile.refusalWithoutEligibleKey.message)",
            evidence: [set.keys.isEmpty ? "the set has no keys" : "none of the \(set.keys.count) keys is eligible"],
            reason: "There is nothing in the set to verify a token with.", fix: fixes.derive(),
            explainedBy: cause(set, fixes, profile))
    }

    /// The first rule that has something to say about the keys.
    private func cause(_ set: KeySetContents, _ fixes: KeySetFixes, _ profile: Profile) -> (any CodeFamily)? {
        let causes: [(rule: any KeySetRule, code: any CodeFamily)] = [
            (PrivateMember(), JOSECode.privateMember), (NumberEncoding(), JOSECode.numberEncoding),
            (NotForSigning(), JOSECode.notForSigning), (UnreadableKey(), JOSECode.unreadable),
            (ForeignKeyType(), JOSECode.jwkType),
        ]
        if MissingKeyID.leavesNone(set, for: profile) { return JOSECode.missingKeyID }
        return causes.first { $0.rule.finding(in: set, fixes, for: profile) != nil }?.code
    }
}
