internal import Consumers
internal import Encodings
internal import HTTPExchange

struct ServerClock: LiveRule {
    let code = LiveCode.clock.code
    let severity = Finding.Severity.warning
    let title = "The clock of a server differs from that of this machine"
    let explanation = """
        Compared is the `Date` of its answers, and more than 5 seconds count: what Convex's `customJwt` verifier forgives, \
        while its OIDC verifier forgives nothing. Tokens that one machine signs and the other verifies are expired or not \
        yet valid then. A proxy may write the `Date`: whose clock is wrong has to be looked at.
        """

    /// In seconds; a date has no fraction, and an answer takes its time.
    static let threshold: Duration = .seconds(5)

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        var seen: Set<String> = []
        let different = live.exchanges.compactMap { exchange -> String? in
            guard let difference = exchange.clockDifference,
                difference > Self.threshold || difference < .zero - Self.threshold,
                seen.insert(exchange.url.origin).inserted
            else { return nil }
            return
                "\(exchange.url.origin) is \(difference.phrase) \(difference > .zero ? "ahead of" : "behind") this machine"
        }
        guard !different.isEmpty else { return [] }
        return [
            finding(
                "the clock of a server differs from that of this machine", evidence: different,
                reason: "A token that one of them signs may be expired for the other, or not valid yet.",
                fix: .edit("set both clocks by NTP: timedatectl status, on either machine"))
        ]
    }
}
