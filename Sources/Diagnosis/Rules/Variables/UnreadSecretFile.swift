internal import Encodings

struct UnreadSecretFile: Rule {
    let code = EnvironmentCode.secretFileUnread.code
    let severity = Finding.Severity.error
    let title = "Convex's image reads no such file of a secret"
    let explanation = """
        `INSTANCE_SECRET_FILE` and `CONVEX_ADMIN_KEY_FILE` are read by nothing in the self-hosted image. With a docker \
        secret under that name the backend makes a random instance secret of its own, and an admin key that was made \
        for another gives `BadAdminKey`.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        let found = [WatchedVariable.instanceSecretFile, WatchedVariable.adminKeyFile].compactMap {
            evidence.variable($0)
        }.filter { !$0.isEmpty }
        guard let first = found.first else { return [] }
        let hasSecret = evidence.variable(WatchedVariable.instanceSecret).map { !$0.isEmpty } ?? false
        return [
            finding(
                "\(first.name) is set, and Convex's image reads no such variable",
                severity: hasSecret || first.name == WatchedVariable.adminKeyFile ? .warning : .error,
                evidence: found.map(\.place.description),
                reason: "The backend makes a secret of its own; a pinned admin key then gives BadAdminKey.",
                fix: .edit(
                    "give the container INSTANCE_SECRET itself, and take the admin key from "
                        + "./generate_admin_key.sh inside it"), place: first.place.finding)
        ]
    }
}
