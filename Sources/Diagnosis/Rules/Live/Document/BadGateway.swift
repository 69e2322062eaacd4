internal import Consumers
internal import Encodings
internal import HTTPExchange

struct BadGateway: LiveDocumentRule {
    let code = LiveCode.badGateway.code
    let severity = Finding.Severity.error
    let title = "A proxy has nobody behind it"
    let explanation = """
        Status 502, 503 or 504 comes from a proxy: the backend does not run, or the proxy looks for it at another host or \
        port than the one it listens on (3211 for the site, 3210 for the API).
        """
    let verdict = "cannot be had: a proxy reaches nothing behind it"
    let reason = "The backend looks its keys up at the same address, unless its container resolves it otherwise."

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        findingsOfAPI(live) + findingsOfDocuments(in: live, for: profile)
    }

    /// Without the API nothing but the site is looked at.
    private func findingsOfAPI(_ live: LiveEvidence) -> [Finding] {
        guard let answer = live.answer(to: .version), let status = answer.response?.status,
            LiveExchange.gatewayStatuses.contains(status)
        else { return [] }
        return [
            finding(
                "the API cannot be reached: a proxy reaches nothing behind it",
                evidence: ["\(answer.place) answers \(status), which is the answer of a proxy"],
                reason: "Neither npx convex nor a client reaches the deployment there; the admin key was not sent.",
                fix: .edit(
                    "see that the backend runs (docker compose ps), and have the proxy lead to its port \(IssuerCheck.apiPort)"
                ))
        ]
    }

    func complaint(about document: LiveDocument, in exchange: LiveExchange) -> String? {
        if case .gateway(let status) = document { "answers \(status), which is the answer of a proxy" } else { nil }
    }

    func fix(for document: LiveDocument, of exchange: LiveExchange, in live: LiveEvidence) -> Finding.Fix? {
        .edit(
            "have the proxy lead the site origin to port 3211 of the backend, and see that it runs: docker compose ps")
    }
}
