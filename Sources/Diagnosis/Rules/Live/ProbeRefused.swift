internal import Consumers
internal import Encodings

struct ProbeRefused: LiveRule {
    let code = LiveCode.probeRefused.code
    let severity = Finding.Severity.error
    let title = "The backend refuses a token of the stored key"
    let explanation = """
        With `--probe` a token of 30 seconds, for nobody and a function that there is not, is signed with the stored key \
        and shown to the backend, which authenticates before it looks for the function. Its answer is the last word: what \
        looks right from outside and is refused there has its cause in the container, in `auth.config`, or in a copy of \
        the keys that the backend keeps.
        """

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        guard let probe = live.probe, case .refused(let code, let message) = probe.verdict else { return [] }
        var evidence = ["the backend says \(code): \(message)"]
        let refusal = probe.expected?.refusal
        switch probe.expected {
        case let verdict? where verdict.accepted:
            evidence.append(
                "with the published keys \(profile.name) would accept it, by what can be seen from this machine")
        case _?: evidence.append("with the published keys \(profile.name) answers: \(refusal?.message ?? "")")
        case nil: break
        }
        let explanation = Explanation(
            code: code, message: message, isAcceptable: probe.expected?.accepted ?? false, refusal: refusal, live: live)
        return [
            finding(
                "the backend refuses a token that the deployment's own key signs", evidence: evidence,
                reason: explanation.reason, fix: explanation.fix, explainedBy: explanation.cause)
        ]
    }

    /// The backend's words, with what else was seen.
    private struct Explanation {
        let reason: String
        let fix: Finding.Fix?
        let cause: (any CodeFamily)?

        init(code: String, message: String, isAcceptable: Bool, refusal: Refusal?, live: LiveEvidence) {
            let inside = live.issuer.flatMap { LiveEvidence.fromInside($0.text + "/.well-known/openid-configuration") }
            if code == "NoAuthProvider" || message.contains("No auth provider found") {
                reason = "No provider of auth.config has this issuer and this audience, or the config was not deployed."
                fix = .edit(
                    "have convex/auth.config.ts list { domain: process.env.CONVEX_SITE_URL, applicationID: \"convex\" } (authkeys emit "
                        + "auth-config), and deploy")
                cause = nil
            } else if message.contains("Auth provider discovery") {
                reason =
                    "The backend does not get the issuer's document, which it asks for from inside its container: names, ports and "
                    + "certificates can differ there."
                fix =
                    inside.map { .command($0) }
                    ?? .edit("authkeys doctor --live --issuer URL, with the CONVEX_SITE_ORIGIN of the container")
                cause = Self.causeOfDiscovery(live)
            } else {
                cause = Self.causeOfKeys(live) ?? refusal.flatMap { JOSECode(rawValue: $0.code.rawValue) }
                reason =
                    isAcceptable && cause == nil
                    ? "The backend has other keys than the issuer publishes now: it keeps a copy for as long as it cannot fetch a newer "
                        + "one, and for 15 seconds in any case."
                    : "The published keys do not verify what the stored key signs."
                fix =
                    isAcceptable && cause == nil
                    ? .command("docker compose restart backend") : LiveFixes.pair(in: live)
            }
        }

        private static func causeOfDiscovery(_ live: LiveEvidence) -> (any CodeFamily)? {
            if let fault = live.faultOfTheWay { return fault }
            let rules: [any LiveDocumentRule] = RuleRegistry.liveRules.compactMap { $0 as? any LiveDocumentRule }
            for (exchange, document) in live.documents {
                guard let rule = rules.first(where: { $0.complaint(about: document, in: exchange) != nil }) else {
                    continue
                }
                return LiveEvidence.family(of: rule.code)
            }
            return live.discoveryError.flatMap { LiveEvidence.family(of: $0.code) }
        }

        private static func causeOfKeys(_ live: LiveEvidence) -> (any CodeFamily)? {
            guard let published = live.published else { return nil }
            if let stored = live.stored?.keySet, !published.holdsSameKeys(as: stored) { return LiveCode.staleKeys }
            guard let key = live.stored?.signingKey else { return nil }
            return published.keys.contains { $0.rsaKey == key } ? nil : LiveCode.unpublishedKey
        }
    }
}
