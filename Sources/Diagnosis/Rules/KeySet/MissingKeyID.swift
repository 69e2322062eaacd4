internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct MissingKeyID: KeySetRule {
    let code = JOSECode.missingKeyID.code
    let severity = Finding.Severity.warning
    let title = "A key has no kid"
    let explanation = """
        A verifier finds the key of a token by its kid. A consumer whose tokens carry one cannot find a key without it; \
        for stock Convex Auth, whose tokens carry none, this is a note: the key works, and a kid in the set changes \
        nothing until something else verifies the tokens. Convex's `customJwt` wants kids in any case.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        let nameless = set.keys.filter { $0.entry.json.members != nil && $0.entry.json["kid"] == nil }
        guard !nameless.isEmpty else { return nil }
        let places = nameless.map { key in
            key.label + (key.thumbprint.map { ": its thumbprint is \($0)" } ?? "")
        }
        return finding(
            "a key of the set has no kid", severity: profile.tokensCarryKeyID ? .warning : .note,
            evidence: places.shortened(),
            reason: profile.tokensCarryKeyID
                ? "A token of \(profile.name) names its key, and this one cannot be named; keys cannot overlap either."
                : "The tokens of \(profile.name) carry no kid either, so it works; other verifiers need one.",
            fix: .edit("give it its thumbprint as kid; authkeys jwks derive SOURCE writes it so"))
    }
}
