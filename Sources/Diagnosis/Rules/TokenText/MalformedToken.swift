internal import AuthKeysJOSE
internal import Encodings

struct MalformedToken: Rule {
    let code = JOSECode.malformedToken.code
    let severity = Finding.Severity.error
    let title = "The text is no token, or a damaged one"
    let explanation = """
        A token is three base64url parts joined by dots. A session cookie, an opaque access token or a refresh token is \
        something else; a part that is no base64url or no JSON was cut or changed.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard let token = evidence.token else { return [] }
        let named = Set((RuleRegistry.tokenTextRules + RuleRegistry.tokenRules).map(\.code)).subtracting([code])
        let found = token.reading.anomalies.filter { $0.severity == .malformed && !named.contains($0.code) }
        guard let first = found.first else { return [] }
        return [
            finding(
                "the text is no token, or a damaged one",
                evidence: [token.place.description] + found.map(\.error.description),
                reason: "No verifier takes it.", fix: .edit(first.error.hint ?? "copy the token again, to its end"),
                place: token.place.finding)
        ]
    }
}
