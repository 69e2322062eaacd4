internal import CommandOptions
internal import Consumers
internal import Encodings
internal import KeyRotation

/// The terms of a policy on the command line of `rotation init`.
enum RotationPolicyOptions {
    private static func term(_ name: String, _ help: String, default text: String) -> Option<Duration> {
        Option(name, metavar: "DURATION", help: help, default: .described(text)) {
            (text: String) throws(UsageError) -> Duration in try DurationArgument.duration(text)
        }
    }

    static let period = Option(
        "period", metavar: "DURATION", help: "How long a key signs.", default: .value("90d")
    ) { (text: String) throws(UsageError) -> Duration in try DurationArgument.duration(text) }
    static let tokenLifetime = term("token-lifetime", "The longest that a token lives.", default: "1h")
    static let cache = term(
        "cache", "How long a set is used before it is fetched again; once for each layer of caches.",
        default: "that of the profile's verifier"
    ).repeatable
    static let staleIfError = Option(
        "stale-if-error", metavar: "DURATION",
        help: "How long past that a set is used while fetching fails, or 'unbounded'.",
        default: .described("that of the profile's verifier")
    ) { (text: String) throws(UsageError) -> Duration? in
        text.utf8.elementsEqual("unbounded".utf8) ? nil : try DurationArgument.duration(text)
    }
    static let fetchTimeout = term("fetch-timeout", "How long a fetch of the set may take.", default: "30s")
    static let clockSkew = term("clock-skew", "Every clock is within this of true time.", default: "60s")
    static let publicationSpread = term(
        "publication-spread", "How long after the first replica the last one publishes a change.", default: "5m")
    static let signerSpread = term(
        "signer-spread", "How long after the first signer the last one uses another key.", default: "1h")
    static let leeway = term(
        "leeway", "How far past its exp a verifier accepts a token.", default: "that of the profile's verifier")
    static let confirmWithin = term(
        "confirm-within", "How long a confirmation may be missing.", default: "7d, or a tenth of the period")
    static let rollbackWindow = term(
        "rollback-window", "How long the private half of a replaced key is kept.",
        default: "1d, or a tenth of the period")

    static let specs = [
        period.spec, tokenLifetime.spec, cache.spec, staleIfError.spec, fetchTimeout.spec, clockSkew.spec,
        publicationSpread.spec, signerSpread.spec, leeway.spec, confirmWithin.spec, rollbackWindow.spec,
    ]

    static func policy(_ arguments: ParsedArguments, for profile: Profile) throws(UsageError) -> RotationPolicy {
        var policy = RotationPolicy(for: profile, period: try arguments.required(period))
        if let value = try arguments.value(of: tokenLifetime) { policy.tokenLifetime = value }
        let caches = try arguments.values(of: cache)
        if !caches.isEmpty { policy.cacheAge = caches.reduce(.zero, +) }
        if let value = try arguments.value(of: staleIfError) { policy.staleIfError = value }
        if let value = try arguments.value(of: fetchTimeout) { policy.fetchTimeout = value }
        if let value = try arguments.value(of: clockSkew) { policy.clockError = value }
        if let value = try arguments.value(of: publicationSpread) { policy.publicationSpread = value }
        if let value = try arguments.value(of: signerSpread) { policy.signerSpread = value }
        if let value = try arguments.value(of: leeway) { policy.leeway = value }
        if let value = try arguments.value(of: confirmWithin) { policy.confirmWithin = value }
        if let value = try arguments.value(of: rollbackWindow) { policy.rollbackWindow = value }
        return policy
    }
}
