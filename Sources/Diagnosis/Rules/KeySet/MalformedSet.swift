internal import AuthKeysJOSE
internal import Consumers
internal import Encodings
internal import KeyFormats

struct MalformedSet: Rule {
    let code = JOSECode.malformedSet.code
    let severity = Finding.Severity.error
    let title = "The text is no JWK set"
    let explanation = """
        A set is a JSON object with an array named `keys` (RFC 7517 §5). JSON is read as RFC 8259 has it: UTF-8, no byte \
        order mark, no comments, nothing after the last brace, at most 256 KiB and 16 levels. Where a consumer asks for \
        the set it gets this text, and refuses every token. A JWK on its own has to stand in a set; PEM has to be \
        converted (`authkeys jwks derive`).
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard let keySet = evidence.keySet, case .failure(let error) = keySet.contents else { return [] }
        let reason = "\(evidence.profile.name) cannot read any key from it, so every token is refused."
        let fixes = KeySetFixes(evidence)
        let place = [keySet.place?.description].compactMap { $0 }
        guard let pem = keySet.pem else {
            let hint = keySet.substitute?.hint ?? error.hint
            return [
                finding(
                    keySet.substitute?.verdict ?? "the text is no JWK set", evidence: place + [error.description],
                    reason: reason, fix: .edit(hint ?? "write the set anew from its keys: \(fixes.deriving)"),
                    place: keySet.place?.finding)
            ]
        }
        return [
            finding(
                "the text is PEM and not a JWK set",
                evidence: place + ["it is \(pem), where a JSON object is expected"],
                reason: pem.isPrivate
                    ? "\(reason) Where it was served as a JWK set, everybody has the private key: replace it." : reason,
                fix: fixes.deriveFromText(), place: keySet.place?.finding)
        ]
    }
}
