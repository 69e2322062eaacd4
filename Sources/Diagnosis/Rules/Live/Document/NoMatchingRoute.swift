internal import Encodings
internal import HTTPExchange

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
        cause(of: document, in: live) == nil
            ? .edit("call auth.addHttpRoutes(http) in convex/http.ts, and deploy") : nil
    }

    /// `//.well-known/…` is what becomes of an issuer with a slash at its end.
    func cause(of document: LiveDocument, in live: LiveEvidence) -> (any CodeFamily)? {
        if let fault = live.faultOfTheWay { return fault }
        let isOfSlash = live.documents.allSatisfy { exchange, document in
            complaint(about: document, in: exchange) == nil || exchange.url.target.utf8.starts(with: "//".utf8)
        }
        return isOfSlash && live.issuer?.text.utf8.last == UInt8(ascii: "/") ? IssuerCode.trailingSlash : nil
    }
}
