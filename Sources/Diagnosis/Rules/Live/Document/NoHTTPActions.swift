internal import Encodings

struct NoHTTPActions: LiveDocumentRule {
    let code = LiveCode.noHTTPActions.code
    let severity = Finding.Severity.error
    let title = "The deployment has no HTTP actions"
    let explanation = """
        `This Convex deployment does not have HTTP actions enabled.`: no `convex/http.ts` was deployed, so nothing serves \
        the issuer's document or its keys. It is no fault of a key: every token is refused with `Auth provider discovery \
        of … failed: 404`.
        """
    let verdict = "cannot be there: the deployment has no HTTP actions"
    let reason = "Convex Auth serves both from convex/http.ts, and without them the backend can verify no token."

    func complaint(about document: LiveDocument, in exchange: LiveExchange) -> String? {
        if case .noHTTPActions = document {
            "answers 404: This Convex deployment does not have HTTP actions enabled."
        } else {
            nil
        }
    }

    func fix(for document: LiveDocument, of exchange: LiveExchange, in live: LiveEvidence) -> Finding.Fix? {
        .edit("write convex/http.ts, call auth.addHttpRoutes(http) in it, export http as the default, and deploy")
    }
}
