internal import Encodings
internal import HTTPExchange

struct LoginWall: LiveDocumentRule {
    let code = DiscoveryCode.webPage.code
    let severity = Finding.Severity.error
    let title = "A web page stands where the issuer's documents should"
    let explanation = """
        A page of HTML where JSON is expected is a login wall (a private Coder app, an access proxy) or the application \
        itself, which answers every path with its first page. The backend reads it as a document and fails.
        """
    let verdict = "is a web page, as of a login or of an application"
    let reason = "The backend logs in nowhere: it gets the page too, and refuses every token."

    func complaint(about document: LiveDocument, in exchange: LiveExchange) -> String? {
        if case .page = document { "answers \(exchange.response?.status ?? 0) with a page of HTML" } else { nil }
    }

    func fix(for document: LiveDocument, of exchange: LiveExchange, in live: LiveEvidence) -> Finding.Fix? {
        .edit(
            "let /.well-known/ through without a login: in Coder make the app public (share = \"public\"), in a proxy lead "
                + "the site origin to port 3211 of the backend")
    }
}
