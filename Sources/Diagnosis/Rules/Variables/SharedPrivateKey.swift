internal import AuthKeysJOSE
internal import Encodings

struct SharedPrivateKey: Rule {
    let code = KeyCode.shared.code
    let severity = Finding.Severity.warning
    let title = "Two environments have the same private key"
    let explanation = """
        What is signed in one of them verifies in the other wherever issuers are not compared, and whoever has the key of \
        the less guarded one has that of both. Each deployment has a pair of its own.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard let file = evidence.environmentFile, let own = Neighbour(evidence)?.publicKey,
            let other = evidence.neighbours.first(where: { $0.publicKey == own })
        else { return [] }
        return [
            finding(
                "'\(other.path)' and '\(file.path)' hold the same private key",
                evidence: ["its thumbprint is \(evidence.privateKey?.thumbprint?.description ?? "unknown")"],
                reason: "Who has the key of one environment signs for the other.",
                fix: .command("authkeys generate --out auth-keys-2"), place: evidence.privateKey?.place.finding)
        ]
    }
}
