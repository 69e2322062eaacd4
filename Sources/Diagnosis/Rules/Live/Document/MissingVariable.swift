internal import Encodings

struct MissingVariable: LiveDocumentRule {
    let code = LiveCode.missingVariable.code
    let severity = Finding.Severity.error
    let title = "The issuer fails for want of a variable"
    let explanation = """
        Status 500 and ``Missing environment variable `JWKS` ``: the function that answers reads a deployment variable \
        that is not set. A variable of the container, of compose or of `.env` never reaches a function; only deployment \
        variables do.
        """
    let verdict = "cannot be made: a deployment variable is missing"
    let reason =
        "Functions see deployment variables only: one that is set in the container or in a file of it is not set for them."

    func complaint(about document: LiveDocument, in exchange: LiveExchange) -> String? {
        if case .missingVariable(let name) = document {
            "answers 500: Missing environment variable `\(name)`"
        } else {
            nil
        }
    }

    func fix(for document: LiveDocument, of exchange: LiveExchange, in live: LiveEvidence) -> Finding.Fix? {
        guard case .missingVariable(let name) = document, cause(of: document, in: live) == nil else { return nil }
        return LiveFixes.set(name, in: live)
    }

    func cause(of document: LiveDocument, in live: LiveEvidence) -> (any CodeFamily)? {
        guard case .missingVariable(let name) = document, let stored = live.stored, !stored.has(name) else {
            return nil
        }
        return VariableNotStored.names.contains(name) ? ConvexCode.notSet : nil
    }
}
