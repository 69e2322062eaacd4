internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct ConstantKeyID: KeySetRule {
    let code = JOSECode.constantKeyID.code
    let severity = Finding.Severity.warning
    let title = "The kid is a constant of a recipe"
    let explanation = """
        A recipe in circulation gives every key the kid `convex-auth-key`. After a rotation caches and verifiers that go by \
        the kid confuse the old key with the new one: a kid belongs to one key for ever. The thumbprint of the key \
        (RFC 7638) is such a kid.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        let found = set.keys.filter { $0.keyID == "convex-auth-key" }
        guard !found.isEmpty else { return nil }
        return finding(
            "a key has the kid \"convex-auth-key\", which recipes give to every key",
            severity: profile.tokensCarryKeyID ? .warning : .note,
            evidence: found.map { key in key.label + (key.thumbprint.map { ": its thumbprint is \($0)" } ?? "") }
                .shortened(),
            reason: "After a rotation the old key and the new one have one name.",
            fix: .edit("give it its thumbprint as kid; \(fixes.deriving) writes it so"))
    }
}
