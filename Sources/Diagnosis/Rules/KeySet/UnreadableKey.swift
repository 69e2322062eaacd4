internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct UnreadableKey: KeySetRule {
    let code = JOSECode.unreadable.code
    let severity = Finding.Severity.error
    let title = "A key of the set cannot be read"
    let explanation = """
        A member is missing, has the wrong type, or holds a number that is no RSA key. Convex's OIDC verifier and jose \
        do without such a key (RFC 7517 §5 advises it), which is a warning here, but count it among the eligible ones when \
        only its numbers are wrong; Convex's `customJwt` and this tool's own \
        verifier refuse the whole set for it. A key that another rule speaks of, for its type, its `alg`, its private \
        members or the form of its numbers, is not reported again.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        let costly = profile.placesOfKeysThatCostTheSet(in: set.document)
        var costsTheSet = false
        let places = set.keys.compactMap { key in
            guard let problem = key.problem else { return nil as String? }
            let isOfAnotherKind = [JOSECode.jwkType.code, JOSECode.algorithm.code].contains(problem.code)
            if costly.contains(key.index), isOfAnotherKind || !Self.isReportedElsewhere(problem, key) {
                costsTheSet = true
                return isOfAnotherKind
                    ? "\(key.label): \(profile.name) does not know its kind, by kty, crv or alg"
                    : "\(key.label): \(problem)"
            }
            return Self.isReportedElsewhere(problem, key) ? nil : "\(key.label): \(problem)"
        }
        guard !places.isEmpty else { return nil }
        return finding(
            "a key of the set cannot be read", severity: costsTheSet ? .error : .warning,
            evidence: places.shortened(), reason: profile.consequenceOfUnreadableKey(costsTheSet: costsTheSet),
            fix: fixes.derive())
    }

    private static func isReportedElsewhere(_ problem: AuthKeysError, _ key: KeySetContents.Key) -> Bool {
        switch problem.code {
        case JOSECode.privateMember.code, JOSECode.jwkType.code, JOSECode.algorithm.code, KeyCode.leadingZero.code:
            true
        case JOSECode.jwkMember.code:
            ["n", "e"].contains { name in
                guard let text = key.text(name), key.text("kty") == "RSA" else { return false }
                return (try? Base64URL.decode(text)) == nil
            }
        default: false
        }
    }
}
