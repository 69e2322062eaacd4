internal import Consumers
internal import Encodings
internal import HTTPExchange

struct StoredValuesUnjudged: LiveRule {
    let code = LiveCode.unjudged.code
    let severity = Finding.Severity.warning
    let title = "What the deployment stores could not be judged"
    let explanation = """
        The API answers, and neither takes the admin key nor refuses it, or takes it and gives no list of its variables: \
        the backend failed, a limit was reached, or a proxy lets `/version` through and wants a login for the rest. So the \
        stored key and set, where most faults are, were not looked at.
        """

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        guard live.stored == nil, let answer = live.answer(to: .adminKey), let response = answer.response,
            !AdminKeyRefused.judges(response)
        else { return [] }
        let found =
            live.listingError?.description
            ?? "\(answer.place) answers \(response.status)" + (response.isMarkup ? " with a page of HTML" : "")
        return [
            finding(
                "what the deployment stores could not be judged", evidence: [found],
                reason: "Nothing is known of the stored key and its set, which may be what is wrong.",
                fix: fix(response, live))
        ]
    }

    private func fix(_ response: HTTPResponse, _ live: LiveEvidence) -> Finding.Fix {
        if let error = live.listingError { return .edit(error.hint ?? "look again") }
        if response.isMarkup || (300..<400).contains(response.status) {
            return .edit(
                "let /api/ through without a login: in Coder make the app of the API public (share = \"public\")")
        }
        switch response.status {
        case 429: return .edit("look again later")
        case LiveExchange.gatewayStatuses: return .command("docker compose ps")
        case 500...: return .command("docker compose logs --tail 50 backend")
        default: return .edit("lead /api/ to port \(IssuerCheck.apiPort) of the backend, in the proxy before it")
        }
    }
}
