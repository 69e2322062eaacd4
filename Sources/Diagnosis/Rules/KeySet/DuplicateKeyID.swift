internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct DuplicateKeyID: KeySetRule {
    let code = JOSECode.duplicateKeyID.code
    let severity = Finding.Severity.error
    let title = "Two keys have one kid"
    let explanation = """
        A kid is to name one key (RFC 7517 §4.5). With two of them Convex's OIDC verifier and jose refuse the token as \
        ambiguous, Convex's `customJwt` takes the first, others the last. Kids are compared byte by byte: `é` in one code \
        point and in two are two kids. For stock Convex Auth, whose tokens carry no kid, this is a warning.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        let groups = Dictionary(grouping: set.keys.filter { $0.keyID != nil }) { $0.keyID }.values
            .filter { $0.count > 1 }.sorted { $0[0].index < $1[0].index }
        guard !groups.isEmpty else { return nil }
        let places = groups.map { keys in
            let isOne = Set(keys.map(\.rsaKey)).count == 1 && keys[0].rsaKey != nil
            let numbers = keys.map { "\($0.index + 1)" }.shortened().joined(separator: ", ")
            return "the kid \(keys[0].keyID?.quoted ?? "") is that of the keys \(numbers)"
                + (isOne ? ", which are the same key" : "")
        }
        // Where tokens name no key, that there are two is what matters, whatever they are called.
        let ambiguity = profile.tokensCarryKeyID ? nil : AmbiguousKeys().finding(in: set, fixes, for: profile)
        let isEffect = ambiguity.map { $0.explainedBy != code } ?? false
        return finding(
            "two keys of the set have the same kid", severity: profile.tokensCarryKeyID ? .error : .warning,
            evidence: places.shortened(),
            reason: profile.tokensCarryKeyID
                ? "A token that names this kid could be for either: verifiers refuse it, or take one of the two."
                : "The tokens of \(profile.name) carry no kid; where one is named it could be for either.",
            fix: isEffect
                ? ambiguity?.fix : .edit("leave one key under the kid, and give every other its thumbprint"),
            explainedBy: isEffect ? JOSECode.ambiguousKey : nil)
    }
}
