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
        let places = set.keys.compactMap { key in
            guard let problem = key.problem, !Self.isReportedElsewhere(problem, key) else { return nil as String? }
            return "\(key.label): \(problem)"
        }
        guard !places.isEmpty else { return nil }
        return finding(
            "a key of the set cannot be read", severity: profile.unreadableKeys == .refuseTheSet ? .error : .warning,
            evidence: places.shortened(), reason: profile.consequenceOfUnreadableKey, fix: fixes.derive("SOURCE"))
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
