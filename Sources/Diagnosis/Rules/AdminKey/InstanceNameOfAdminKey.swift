internal import Encodings

struct InstanceNameOfAdminKey: Rule {
    let code = ConvexCode.instanceName.code
    let severity = Finding.Severity.error
    let title = "The admin key is for an instance of another name"
    let explanation = """
        What stands before the `|` of an admin key is the name of the instance that it was made for. The backend decrypts \
        the key with its own secret and compares the names: another one gives `BadAdminKey`. `INSTANCE_NAME` of the \
        container sets it; without one it is `convex-self-hosted`.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard let key = evidence.variable(WatchedVariable.adminKey),
            let name = evidence.variable(WatchedVariable.instanceName), !name.isEmpty
        else { return [] }
        let text = key.text.utf8
        guard let bar = text.firstIndex(of: UInt8(ascii: "|")), !text[..<bar].elementsEqual(name.text.utf8) else {
            return []
        }
        return [
            finding(
                "the admin key is for an instance of another name than \(name.name)",
                evidence: [key.place.description, name.place.description],
                reason: "The deployment answers BadAdminKey.",
                fix: .command("docker compose exec -T backend ./generate_admin_key.sh | tail -n1"),
                place: key.place.finding)
        ]
    }
}
