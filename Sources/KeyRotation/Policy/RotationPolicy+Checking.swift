public import Encodings

extension RotationPolicy {
    /// The longest that any term may be: a hundred years, so that no sum of times leaves the calendar.
    public static let longestTerm = Duration.seconds(36_500 * 86_400)

    /// - Throws: `rotation.policy`.
    public func check() throws(AuthKeysError) {
        for (term, name) in terms where term < .zero || term > Self.longestTerm {
            throw AuthKeysError(
                RotationCode.policy, "the \(name) of the policy is below zero or above 100 years",
                hint: "write it like 90s, 15m, 1h or 90d")
        }
        for (term, name) in terms where term.components.attoseconds != 0 {
            throw AuthKeysError(RotationCode.policy, "the \(name) of the policy is not in whole seconds")
        }
        guard period >= shortestPeriod else {
            throw AuthKeysError(
                RotationCode.policy,
                "a period of \(period.phrase), and one rotation takes up to \(shortestPeriod.phrase) with these terms",
                hint: "choose a period of at least \(shortestPeriod.components.seconds)s, or shorter terms")
        }
    }

    private var terms: [(Duration, String)] {
        [
            (clockError, "clock error"), (cacheAge, "age of caches"), (fetchTimeout, "fetch timeout"),
            (staleIfError ?? .zero, "stale-if-error time"), (publicationSpread, "spread of publication"),
            (signerSpread, "spread of signers"), (tokenLifetime, "token lifetime"), (leeway, "leeway"),
            (period, "period"), (confirmWithin, "time to confirm"), (rollbackWindow, "rollback window"),
        ]
    }
}
