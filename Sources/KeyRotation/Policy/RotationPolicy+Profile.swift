public import Consumers

extension RotationPolicy {
    /// A quarter of a year.
    public static let defaultPeriod = Duration.seconds(90 * 86_400)

    /// What a profile knows of its verifier, and for the rest what is careful without being in the way.
    public init(for profile: Profile, period: Duration = defaultPeriod) {
        let verifier = profile.verifier
        self.init(
            clockError: .seconds(60), cacheAge: verifier.cacheAge, fetchTimeout: .seconds(30),
            staleIfError: verifier.staleIfError, publicationSpread: .seconds(300), signerSpread: .seconds(3_600),
            tokenLifetime: .seconds(3_600), leeway: verifier.leeway, period: period, confirmWithin: .zero,
            rollbackWindow: .zero)
        setPeriod(period)
    }

    /// Sets the period, and the two terms that are a share of it.
    public mutating func setPeriod(_ period: Duration) {
        self.period = period
        let tenth = Duration.seconds(period.components.seconds / 10)
        confirmWithin = min(.seconds(7 * 86_400), tenth)
        rollbackWindow = min(.seconds(86_400), tenth)
    }
}
