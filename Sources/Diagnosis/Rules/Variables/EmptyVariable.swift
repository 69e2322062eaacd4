internal import Consumers
internal import Encodings

struct EmptyVariable: Rule {
    let code = EnvironmentCode.empty.code
    let severity = Finding.Severity.error
    let title = "A variable is set and empty"
    let explanation = """
        Convex Auth asks only whether a variable is set: an empty `JWT_PRIVATE_KEY` passes, and fails in jose as \
        `"pkcs8" must be PKCS#8 formatted string`; an empty `JWKS` is served as it is. A secret that a CI job may not \
        read arrives so, a misspelt name of a secret does too, and `npx convex env set NAME` without a terminal stores what \
        an empty standard input gives.
        """

    static let advice = "see where it is set: the name of the secret, the step that writes the file"

    func findings(in evidence: Evidence) -> [Finding] {
        let names = WatchedVariable.encodable + WatchedVariable.encodable.map { $0 + WatchedVariable.base64Suffix }
        // Of a name that is set more than once the last one counts.
        let empty = names.compactMap { evidence.variable($0) }.filter(\.isEmpty)
        guard let first = empty.first else { return [] }
        let isKey = empty.contains { variable in
            [WatchedVariable.privateKey, WatchedVariable.keySet].contains { variable.name.utf8.starts(with: $0.utf8) }
        }
        let isWithheld = !WithheldSecret().findings(in: evidence).isEmpty
        let isOverwritten = empty.contains { variable in
            evidence.variables.contains { !$0.isEmpty && $0.name.utf8.elementsEqual(variable.name.utf8) }
        }
        return [
            finding(
                empty.count == 1 ? "\(first.name) is set and empty" : "\(empty.count) variables are set and empty",
                severity: isKey ? .error : .warning, evidence: empty.map(\.place.description),
                reason: "\(evidence.profile.name) takes an empty value for one, and fails when it uses it.",
                fix: .edit(isOverwritten ? "remove the line with the empty value: the last one counts" : Self.advice),
                explainedBy: isWithheld
                    ? EnvironmentCode.withheld : isOverwritten ? EnvironmentCode.duplicateName : nil,
                place: first.place.finding)
        ]
    }
}
