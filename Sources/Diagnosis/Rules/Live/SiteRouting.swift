internal import Consumers
internal import Encodings
internal import HTTPExchange

struct SiteRouting: LiveRule {
    let code = LiveCode.siteRouting.code
    let severity = Finding.Severity.error
    let title = "The site origin does not lead to the deployment"
    let explanation = """
        Port 3211 is a proxy to `/http/…` on port 3210, so `API/http/.well-known/openid-configuration` gives the document \
        past the site origin. When it is there and not at the issuer, the values are right and the way is wrong: a proxy \
        without a route to port 3211, a port that is not mapped, another server at that name.
        """

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        guard live.isRoutedWrongly, let past = live.answer(to: .documentThroughAPI),
            let there = live.answer(to: .document)
        else { return [] }
        return [
            finding(
                "the deployment serves the issuer's document, and the site origin does not lead there",
                evidence: [
                    "\(past.place) gives the document",
                    there.response.map { "\(there.place) answers \($0.status)" } ?? "\(there.place) does not answer",
                ],
                reason:
                    "The values are not at fault: the backend, which asks at the site origin, does not get to them.",
                fix: .edit(
                    "lead \(there.url.origin) to port \(IssuerCheck.sitePort) of the backend: in the proxy before it, or with "
                        + "ports: [\"\(IssuerCheck.sitePort):\(IssuerCheck.sitePort)\"] in compose"))
        ]
    }
}
