internal import Encodings
internal import HTTPExchange

struct RedirectedIssuer: LiveDocumentRule {
    let code = LiveCode.redirect.code
    let severity = Finding.Severity.error
    let title = "The issuer sends whoever asks elsewhere"
    let explanation = """
        A redirect to another host is a login wall, most likely: a private Coder app, an access proxy. One to https or to \
        another path of the host means that `CONVEX_SITE_ORIGIN` is not the address that the site has. Redirects are not \
        followed here, so what is behind them was not judged.
        """
    let verdict = "is not there: whoever asks is sent elsewhere"
    let reason = "The keys of an issuer have to be where the issuer says, for everybody and without a login."

    func complaint(about document: LiveDocument, in exchange: LiveExchange) -> String? {
        guard case .redirect(let target) = document else { return nil }
        let status = exchange.response?.status ?? 0
        guard let target else { return "answers \(status) and leads to no URL that can be fetched" }
        return "answers \(status) and leads to "
            + (target.hasSameOrigin(as: exchange.url) ? "another path of the same host" : target.origin)
    }

    func fix(for document: LiveDocument, of exchange: LiveExchange, in live: LiveEvidence) -> Finding.Fix? {
        guard case .redirect(let target?) = document else { return .edit("serve the document at that URL itself") }
        let isSameHost = target.host.lowercased().utf8.elementsEqual(exchange.url.host.lowercased().utf8)
        guard isSameHost else {
            return .edit(
                "let /.well-known/ through without a login: in Coder make the app public (share = \"public\"), in a proxy "
                    + "except the path")
        }
        return target.hasSameOrigin(as: exchange.url)
            ? .edit("serve the document at that URL itself")
            : .edit("set CONVEX_SITE_ORIGIN of the backend's container to \(target.origin), and start it again")
    }
}
