internal import Encodings
internal import HTTPExchange

struct UnexpectedStatus: LiveDocumentRule {
    let code = DiscoveryCode.status.code
    let severity = Finding.Severity.error
    let title = "The issuer answers with another status than 200"
    let explanation = """
        404 without the words of a Convex deployment comes from something else: a proxy without a route to port 3211, or \
        another server. Convex's words for its own 404 are `This Convex deployment does not have HTTP actions enabled.` \
        and `No matching routes found`. 429 is a limit on how often somebody asks, of a proxy or of the backend.
        """
    let verdict = "is not there"
    let reason = "The backend passes the status on: `Auth provider discovery of … failed`, for every token."

    func complaint(about document: LiveDocument, in exchange: LiveExchange) -> String? {
        if case .status(let status) = document { "answers \(status)" } else { nil }
    }

    func fix(for document: LiveDocument, of exchange: LiveExchange, in live: LiveEvidence) -> Finding.Fix? {
        if case .status(429) = document {
            return .edit("look again later; if it stays so, have the proxy before the site origin let the backend ask")
        }
        return .edit(
            "lead the site origin to port 3211 of the backend; see who answers: curl -si \(exchange.url.origin)/")
    }
}
