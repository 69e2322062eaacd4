internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct TooManyKeys: KeySetRule {
    let code = JOSECode.tooManyKeys.code
    let severity = Finding.Severity.warning
    let title = "The set holds more than 100 keys"
    let explanation = """
        Verifiers that limit what they read refuse such a set, this tool's own among them. Nobody needs a hundred \
        signing keys at once: retired ones were not removed.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        guard set.keys.count > JWKSet.maximumCount else { return nil }
        return finding(
            "the set holds more keys than verifiers read",
            evidence: ["it has \(set.keys.count) keys, and at most \(JWKSet.maximumCount) are read here"],
            reason: "Each key in the set is trusted: one that nobody uses any more is only a risk.",
            fix: .edit("remove the keys that no unexpired token was signed with"))
    }
}
