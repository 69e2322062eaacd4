internal import Consumers
internal import Encodings

struct UnreadForm: Rule {
    let code = EnvironmentCode.formUnread.code
    let severity = Finding.Severity.error
    let title = "Nothing of Convex reads this form of a variable"
    let explanation = """
        Stock Convex Auth reads `JWT_PRIVATE_KEY` and `JWKS` and decodes nothing: with `JWT_PRIVATE_KEY_BASE64` alone it says \
        ``Missing environment variable `JWT_PRIVATE_KEY` ``. The entrypoint that `authkeys emit docker-entrypoint` writes \
        decodes the forms, and so may a step of a pipeline; a deployment variable of that name is read by nobody. Base64 \
        is not needed: the one-line form with spaces, which Convex Auth makes itself, has no line ends to lose.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard evidence.profile.isOnConvex else { return [] }
        let values = [WatchedVariable.privateKey, WatchedVariable.keySet]
        let forms = values.flatMap { name in
            [WatchedVariable.base64Suffix, WatchedVariable.fileSuffix].compactMap { suffix in
                evidence.variable(name + suffix).map { (plain: name, form: $0) }
            }
        }.filter { !$0.form.isEmpty }
        guard let first = forms.first else { return [] }
        let isAlone = forms.contains { evidence.variable($0.plain)?.isEmpty ?? true }
        // In a container or a pipeline somebody may decode it; on a deployment, or in a file that is handed to one, nobody
        // will.
        let isStored = if case .deployment = first.form.place.holder { true } else { false }
        let isForDeployment = evidence.environmentFile.map { !$0.isForContainer } ?? isStored
        return [
            finding(
                "\(evidence.profile.name) does not read \(first.form.name)",
                severity: isAlone ? (isForDeployment ? .error : .warning) : .note,
                evidence: forms.map(\.form.place.description)
                    + (isAlone ? ["\(evidence.profile.name) says: Missing environment variable `\(first.plain)`"] : []),
                reason: "A deployment decodes nothing: only the variable of the plain name is read.",
                fix: isStored && !isAlone
                    ? .command("npx convex env remove \(first.form.name)")
                    : (isAlone ? evidence.correction : nil)
                        ?? .edit(
                            "set \(first.plain) itself, on one line with spaces: authkeys pem wrap KEY --style spaces --out FILE"
                        ),
                place: first.form.place.finding)
        ]
    }
}
