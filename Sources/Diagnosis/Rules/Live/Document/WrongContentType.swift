internal import Encodings

struct WrongContentType: LiveDocumentRule {
    let code = NetworkCode.contentType.code
    let severity = Finding.Severity.error
    let title = "The issuer's documents have the wrong content type"
    let explanation = """
        Convex's backend takes the document as `application/json` and answers `Auth provider discovery of … failed: 200 \
        OK` for anything else. Static servers give a file without an extension, such as `openid-configuration`, \
        `application/octet-stream` or `text/plain`.
        """
    let verdict = "has a content type that the backend refuses"
    let reason = "The content does not matter then: the backend answers `Auth provider discovery of … failed: 200 OK`."

    func complaint(about document: LiveDocument, in exchange: LiveExchange) -> String? {
        guard case .contentType(let type) = document else { return nil }
        return "has the content type \(Escaper.json(type, shownLength: 80))"
    }

    func fix(for document: LiveDocument, of exchange: LiveExchange, in live: LiveEvidence) -> Finding.Fix? {
        .edit("serve it as application/json; authkeys emit well-known writes a server's configuration that does")
    }
}
