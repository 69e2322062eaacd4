internal import Consumers
internal import Encodings

struct VariableNotStored: LiveRule {
    let code = ConvexCode.notSet.code
    let severity = Finding.Severity.error
    let title = "A variable is not set on the deployment"
    let explanation = """
        Convex Auth reads `JWT_PRIVATE_KEY` and `JWKS`, and functions see deployment variables only. One that is set in \
        the container, in compose or in `.env` reaches no function, however it is exported.
        """

    static let names = ["JWT_PRIVATE_KEY", "JWKS"]

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        guard let stored = live.stored else { return [] }
        let missing = Self.names.filter { !stored.has($0) }
        guard !missing.isEmpty else { return [] }
        let suffixes = [WatchedVariable.base64Suffix, WatchedVariable.fileSuffix]
        let isInOtherForm = missing.contains { name in
            suffixes.contains { stored.has(name + $0) && !stored.isEmpty(name + $0) }
        }
        let elsewhere =
            live.given.map { given in
                missing.filter(given.has).map { "\($0) is set in \(given.place), which no function reads" }
            } ?? []
        return [
            finding(
                "\(missing.joined(separator: " and ")) \(missing.count == 1 ? "is" : "are") not set on the deployment",
                evidence: [
                    "\(stored.place) has \(stored.names.count.counted("variable")) that \(stored.names.count == 1 ? "is" : "are") set"
                ] + elsewhere,
                reason:
                    "Convex Auth answers `Missing environment variable` for each of them, at sign-in or at the issuer.",
                fix: isInOtherForm ? nil : LiveFixes.pair(in: live),
                explainedBy: isInOtherForm ? EnvironmentCode.formUnread : nil)
        ]
    }
}
