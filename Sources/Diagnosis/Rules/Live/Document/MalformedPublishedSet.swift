internal import Encodings

struct MalformedPublishedSet: LiveDocumentRule {
    let code = LiveCode.malformedKeySet.code
    let severity = Finding.Severity.error
    let title = "What the issuer publishes as its keys is no JWK set"
    let explanation = """
        Convex Auth serves the value of `JWKS` as it is, unjudged. A value with quotes around it, cut off, or with a PEM \
        in it is published like any other, and every token is refused.
        """
    let verdict = "is no JWK set"
    let reason = "The backend reads no key out of it, and refuses every token."

    func complaint(about document: LiveDocument, in exchange: LiveExchange) -> String? {
        guard exchange.question.isKeySet, case .malformed(let error) = document else { return nil }
        return "cannot be read: \(error.code.rawValue)\(error.location.map { " at \($0)" } ?? "")"
    }

    func fix(for document: LiveDocument, of exchange: LiveExchange, in live: LiveEvidence) -> Finding.Fix? {
        cause(of: document, in: live) == nil
            ? .edit("authkeys jwks derive KEY writes the value of JWKS; authkeys convex push sets it with the key")
            : nil
    }

    func cause(of document: LiveDocument, in live: LiveEvidence) -> (any CodeFamily)? {
        guard let stored = live.stored, stored.has(WatchedVariable.keySet), stored.keySet == nil else {
            return live.faultOfTheWay
        }
        return stored.isEmpty(WatchedVariable.keySet) ? EnvironmentCode.empty : JOSECode.malformedSet
    }
}
