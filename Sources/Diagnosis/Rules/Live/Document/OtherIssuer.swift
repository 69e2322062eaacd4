internal import Consumers
internal import Encodings

struct OtherIssuer: LiveRule {
    let code = DiscoveryCode.issuerMismatch.code
    let severity = Finding.Severity.error
    let title = "The document names another issuer"
    let explanation = """
        The `issuer` of the document must be the `iss` of the tokens, byte for byte: a slash, the scheme, the port and upper case count. Convex Auth writes `CONVEX_SITE_URL` into both, which is `CONVEX_SITE_ORIGIN` of the container.
        """

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        if let error = live.discoveryError, error.code == code {
            return [
                finding(
                    error.message, evidence: live.answer(to: .document).map { ["it came from \($0.place)"] } ?? [],
                    reason: reason, fix: error.hint.map { .edit($0) }, explainedBy: cause(in: live))
            ]
        }
        guard !live.issuerIsAPI, let named = live.namedIssuer, let issuer = live.issuer,
            let answer = live.answer(to: .documentThroughAPI)
        else { return [] }
        let shown = Escaper.json(named, shownLength: 256)
        return [
            finding(
                "the deployment says that its issuer is \(shown), and not \(Escaper.json(issuer.text, shownLength: 256))",
                evidence: ["\(answer.place) says so"], reason: reason,
                fix: .edit(
                    "ask for the issuer that the deployment has, or set CONVEX_SITE_ORIGIN of its container to the one that is "
                        + "meant and start it again"),
                explainedBy: cause(in: live))
        ]
    }

    /// The issuer that was asked for is judged by itself: a slash at its end is found there.
    private func cause(in live: LiveEvidence) -> (any CodeFamily)? {
        guard let issuer = live.issuer?.text, issuer.utf8.last == UInt8(ascii: "/") else { return nil }
        let isSlash = [LiveQuestion.document, .documentThroughAPI].contains { question in
            guard case .object(let json)? = live.document(question), let named = json["issuer"]?.string else {
                return false
            }
            return IssuerCheck.isSameButForSlash(named, issuer)
        }
        return isSlash ? IssuerCode.trailingSlash : nil
    }

    private var reason: String { "The backend compares the two byte for byte, and refuses every token." }
}
