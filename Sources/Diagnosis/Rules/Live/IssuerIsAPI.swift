internal import Consumers
internal import Encodings

struct IssuerIsAPI: LiveRule {
    let code = LiveCode.issuerIsAPI.code
    let severity = Finding.Severity.error
    let title = "The API answers at the issuer"
    let explanation = """
        `ISSUER/version` answers, which only the API of a deployment does (port 3210). The issuer's documents are served \
        at the site origin (port 3211): `CONVEX_SITE_ORIGIN` is the same as `CONVEX_CLOUD_ORIGIN`, or a proxy leads both \
        names to one port.
        """

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        guard live.issuerIsAPI, let issuer = live.issuer, let answer = live.answer(to: .issuerVersion) else {
            return []
        }
        var evidence = ["\(answer.place) answers 200, as only the API does"]
        if let good = live.answer(to: .documentThroughAPI), live.document(.documentThroughAPI)?.isGood ?? false {
            evidence.append("the document is at \(good.place)")
        }
        return [
            finding(
                "the issuer points at the API of the deployment, where no HTTP action answers", evidence: evidence,
                reason: "The backend looks for the document below the issuer, and the API has none there.",
                fix: .edit(
                    "set CONVEX_SITE_ORIGIN of the backend's container to "
                        + "\(issuer.siteByPort ?? "the address that leads to port \(IssuerCheck.sitePort)"), and start it again"
                ))
        ]
    }
}
