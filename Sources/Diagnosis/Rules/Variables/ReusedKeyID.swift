internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct ReusedKeyID: Rule {
    let code = JOSECode.reusedKeyID.code
    let severity = Finding.Severity.error
    let title = "One kid names different keys in two environments"
    let explanation = """
        A kid belongs to one key for ever. A cache or a verifier that has seen one of the two takes the other for the same \
        key, and refuses what it signed. For stock Convex Auth, whose tokens carry no kid, this is a warning.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard let file = evidence.environmentFile, let own = Neighbour(evidence)?.keys else { return [] }
        for neighbour in evidence.neighbours {
            for key in own {
                guard let keyID = key.keyID, let number = key.rsaKey,
                    neighbour.keys.contains(where: { $0.keyID == keyID && $0.rsaKey != nil && $0.rsaKey != number })
                else { continue }
                return [
                    finding(
                        "the kid \(keyID.quoted) names different keys in '\(neighbour.path)' and '\(file.path)'",
                        severity: evidence.profile.tokensCarryKeyID ? .error : .warning,
                        evidence: ["\(key.label) of '\(file.path)' has another modulus"],
                        reason: "Caches and verifiers that find keys by their kid confuse the two.",
                        fix: .edit(
                            "give each key its thumbprint as kid: "
                                + KeySetFixes(evidence).deriving),
                        place: evidence.keySet?.place?.finding)
                ]
            }
        }
        return []
    }
}
