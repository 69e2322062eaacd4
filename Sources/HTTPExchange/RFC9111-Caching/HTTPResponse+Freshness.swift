extension HTTPResponse {
    /// How long the response may be used from the moment it arrived, in seconds, as a private cache of one client reads
    /// it (RFC 9111 §4.2): `max-age` less `Age`; 0 for `no-store` and `no-cache`; nil where it does not say.
    ///
    /// `s-maxage` is for shared caches (§5.2.2.10). A `max-age` that is no number counts as 0, and of several the
    /// shortest (§4.2.1). `Expires` is not read: a server that wants its keys cached sends `max-age`.
    package var secondsOfFreshness: Int64? {
        let directives = CacheDirectives(self)
        if directives.contains("no-store") || directives.contains("no-cache") { return 0 }
        let lifetimes = directives.values(of: "max-age").map { $0.flatMap(Self.deltaSeconds) ?? 0 }
        guard let lifetime = lifetimes.min() else { return nil }
        return max(0, lifetime - age)
    }

    /// RFC 9111 §5.1: the first member counts, and none if that is no number.
    private var age: Int64 {
        let first = header("Age")?.prefix { $0 != "," && $0 != " " }
        return first.flatMap { Self.deltaSeconds(String($0)) } ?? 0
    }

    /// RFC 9111 §1.2.2: digits; what is above 2^31 counts as 2^31.
    private static func deltaSeconds(_ text: String) -> Int64? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        return min(Int64(text) ?? .max, 1 << 31)
    }
}
