internal import Consumers
internal import Encodings
internal import HTTPExchange

struct NotADeployment: LiveRule {
    let code = ConvexCode.notADeployment.code
    let severity = Finding.Severity.error
    let title = "The API of a deployment does not answer at its address"
    let explanation = """
        `GET /version` of the API answers with a version and without a login. A page of HTML there is a login wall or \
        another application, `No matching routes found` is the site (port 3211 instead of 3210). 429 and 500 tell nothing \
        about what is there.
        """

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        guard let answer = live.answer(to: .version), let response = answer.response, !answer.isVersion,
            !LiveExchange.gatewayStatuses.contains(response.status)
        else { return [] }
        let isSite = answer.words.contains("No matching routes found") || answer.words.contains("HTTP actions enabled")
        let found =
            isSite
            ? "answers \(response.status): \(answer.words)"
            : response.isMarkup
                ? "answers \(response.status) with a page of HTML"
                : "answers \(response.status), and with no version"
        let fix =
            tellsNothing(response)
            ? response.status == 429 ? "look again later" : "read its log: docker compose logs --tail 50 backend"
            : isSite
                ? "name the API origin, port \(IssuerCheck.apiPort): CONVEX_SELF_HOSTED_URL"
                : response.isMarkup || (300..<400).contains(response.status)
                    ? "let the API through without a login: in Coder make its app public (share = \"public\")"
                    : "name the API origin, port \(IssuerCheck.apiPort), in CONVEX_SELF_HOSTED_URL"
        let verdict =
            tellsNothing(response)
            ? "'\(answer.url.origin)' does not answer as the API of a deployment does"
            : "'\(answer.url.origin)' is not the API of a Convex deployment"
        return [
            finding(
                verdict, evidence: ["\(answer.place) \(found)"],
                reason: "Neither npx convex nor a client reaches the deployment there; the admin key was not sent.",
                fix: .edit(fix))
        ]
    }

    private func tellsNothing(_ response: HTTPResponse) -> Bool { response.status == 429 || response.status >= 500 }
}
