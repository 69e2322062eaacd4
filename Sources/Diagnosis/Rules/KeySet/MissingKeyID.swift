internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct MissingKeyID: KeySetRule {
    let code = JOSECode.missingKeyID.code
    let severity = Finding.Severity.error
    let title = "A key has no kid"
    let explanation = """
        A verifier finds the key of a token by its kid. A consumer whose tokens carry one cannot find a key without it; \
        for stock Convex Auth, whose tokens carry none, this is a note: the key works, and a kid in the set changes \
        nothing until something else verifies the tokens. Convex's `customJwt` finds keys by their kid alone: there it is \
        an error when no key with one is left.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        let nameless = set.keys.filter { $0.entry.json.members != nil && $0.entry.json["kid"] == nil }
        guard !nameless.isEmpty else { return nil }
        let places = nameless.map { key in
            key.label + (key.thumbprint.map { ": its thumbprint is \($0)" } ?? "")
        }
        let leavesNone = Self.leavesNone(set, for: profile)
        return finding(
            "a key of the set has no kid",
            severity: leavesNone ? .error : profile.tokensCarryKeyID ? .warning : .note, evidence: places.shortened(),
            reason: leavesNone
                ? "\(profile.name) finds a key by its kid alone, so it finds none and refuses every token."
                : profile.tokensCarryKeyID
                    ? "A token of \(profile.name) names its key, and this one cannot be named; keys cannot overlap either."
                    : "The tokens of \(profile.name) carry no kid either, so it works; other verifiers need one.",
            fix: .edit("give it its thumbprint as kid; \(fixes.deriving) writes it so"))
    }

    /// Whether a kid is what keeps this consumer from every key: it needs one, and a key would do but for that.
    static func leavesNone(_ set: KeySetContents, for profile: Profile) -> Bool {
        profile.needsKeyID && profile.eligibleKeys(in: set.document).isEmpty
            && set.keys.contains { key in
                key.keyID == nil && key.jwk.map { profile.obstacle(in: $0) == nil } ?? false
            }
    }
}
