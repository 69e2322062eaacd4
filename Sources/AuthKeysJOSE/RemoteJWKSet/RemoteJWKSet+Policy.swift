extension RemoteJWKSet {
    /// How long a set is used, and how often it is fetched. Negative durations count as zero.
    ///
    /// A key that its issuer removed is accepted for ``maximumTimeToLive`` at most, and for ``serveStaleFor`` more while
    /// the issuer cannot be reached.
    public struct Policy: Sendable, Hashable {
        /// How long a set is used whose response does not say: 10 minutes, as in panva's `jose`.
        public var timeToLive: Duration = .seconds(600)
        /// The least, whatever the response says: 15 seconds, which is what Convex Auth sends.
        ///
        /// Also for `no-store` and `no-cache`: a fetch for every token would put the issuer under the load of the
        /// service. In that RFC 9111 §5.2.2.4 and §5.2.2.5 are not followed.
        public var minimumTimeToLive: Duration = .seconds(15)
        /// The most, whatever the response says and also where it is below the minimum: 1 hour.
        public var maximumTimeToLive: Duration = .seconds(3600)
        /// How long past its time a set is used when no newer one can be had: 1 hour. Zero for never.
        ///
        /// `must-revalidate` does not shorten it, nor does `stale-if-error` (RFC 5861 §4).
        public var serveStaleFor: Duration = .seconds(3600)
        /// The time after a fetch in which neither an unknown kid nor its failure brings about another: 30 seconds, as
        /// in panva's `jose`.
        ///
        /// It is one for all kids: whoever sends tokens with made-up kids causes one fetch in that time.
        public var cooldown: Duration = .seconds(30)
        /// What becomes of keys that are not RSA keys for RS256, RS384 or RS512: they are left out.
        public var unusableKeys: JWKSet.UnusableKeys = .skip
        /// Whether a set may be fetched over http from another machine, where anybody on the way can put keys of their
        /// own into it: no. This machine's own addresses are always allowed.
        public var allowsPlainHTTP = false

        public init() {}

        /// - Parameter seconds: what the response says, less the time it took; nil where it says nothing.
        func timeToLive(saying seconds: Int64?) -> Duration {
            let stated = seconds.map { Duration.seconds($0) } ?? timeToLive
            return max(.zero, min(max(stated, minimumTimeToLive), maximumTimeToLive))
        }
    }
}
