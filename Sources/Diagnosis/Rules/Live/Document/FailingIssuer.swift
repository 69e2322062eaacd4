internal import Encodings

struct FailingIssuer: LiveDocumentRule {
    let code = LiveCode.serverError.code
    let severity = Finding.Severity.error
    let title = "The issuer answers that it failed"
    let explanation = """
        Status 500 without a reason: with `REDACT_LOGS_TO_CLIENT` the backend says `Server Error` alone, and what failed \
        stands in its log. A missing deployment variable is the most common cause.
        """
    let verdict = "cannot be had: the server failed"
    let reason = "The backend gets the same answer as this machine, and refuses every token."

    func complaint(about document: LiveDocument, in exchange: LiveExchange) -> String? {
        if case .serverError = document { "answers 500: \(exchange.words)" } else { nil }
    }

    func fix(for document: LiveDocument, of exchange: LiveExchange, in live: LiveEvidence) -> Finding.Fix? {
        .command("docker compose logs --tail 50 backend")
    }

    func cause(of document: LiveDocument, in live: LiveEvidence) -> (any CodeFamily)? {
        guard let stored = live.stored, VariableNotStored.names.contains(where: { !stored.has($0) }) else { return nil }
        return ConvexCode.notSet
    }
}
