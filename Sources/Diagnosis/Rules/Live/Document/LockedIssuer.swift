internal import Encodings

struct LockedIssuer: LiveDocumentRule {
    let code = LiveCode.locked.code
    let severity = Finding.Severity.error
    let title = "The issuer's documents want a login"
    let explanation = """
        Status 401 or 403: something before the deployment wants a credential. Whoever verifies tokens has none: the \
        documents of an issuer are public.
        """
    let verdict = "is not for everybody"
    let reason = "The backend asks without a credential, and gets the same refusal."

    func complaint(about document: LiveDocument, in exchange: LiveExchange) -> String? {
        if case .locked(let status) = document { "answers \(status)" } else { nil }
    }

    func fix(for document: LiveDocument, of exchange: LiveExchange, in live: LiveEvidence) -> Finding.Fix? {
        .edit("let /.well-known/ through without a login, in the proxy that stands before the site origin")
    }
}
