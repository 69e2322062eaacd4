internal import Encodings

struct NoMatchingRoute: LiveDocumentRule {
    let code = LiveCode.noRoute.code
    let severity = Finding.Severity.error
    let title = "The HTTP actions do not serve the path"
    let explanation = """
        `No matching routes found`: there is a `convex/http.ts`, and it does not call `auth.addHttpRoutes(http)`; or the \
        path is another one than it looks, as for an issuer that ends in `/`, whose documents are looked for at \
        `//.well-known/…`.
        """
    let verdict = "is not served: no route of convex/http.ts matches"
    let reason = "The backend finds no keys where the issuer should have them, and refuses every token."

    func complaint(about document: LiveDocument, in exchange: LiveExchange) -> String? {
        if case .noRoute = document { "answers 404: No matching routes found" } else { nil }
    }

    func fix(for document: LiveDocument, of exchange: LiveExchange, in live: LiveEvidence) -> Finding.Fix? {
        .edit("call auth.addHttpRoutes(http) in convex/http.ts, and deploy")
    }
}
