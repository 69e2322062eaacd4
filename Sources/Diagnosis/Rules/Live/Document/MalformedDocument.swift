internal import Encodings

struct MalformedDocument: LiveDocumentRule {
    let code = DiscoveryCode.malformed.code
    let severity = Finding.Severity.error
    let title = "The issuer's document is not one"
    let explanation = """
        The document of an issuer is a JSON object whose members are unique (OpenID Connect Discovery 1.0 §3). What came \
        is no such object: cut off, or written by hand.
        """
    let verdict = "is not one"
    let reason = "The backend cannot read it: `Auth provider discovery of … failed`, without a reason."

    func complaint(about document: LiveDocument, in exchange: LiveExchange) -> String? {
        guard !exchange.question.isKeySet, case .malformed(let error) = document else { return nil }
        return "cannot be read: \(error)"
    }

    func fix(for document: LiveDocument, of exchange: LiveExchange, in live: LiveEvidence) -> Finding.Fix? {
        .edit(
            "authkeys emit well-known writes a document that is right; Convex Auth serves its own from auth.addHttpRoutes"
        )
    }
}
