internal import Encodings

struct ContainerOnlyVariable: Rule {
    let code = EnvironmentCode.containerOnly.code
    let severity = Finding.Severity.warning
    let title = "A variable of the container does not reach the deployment"
    let explanation = """
        The process environment of the backend never reaches a function of Convex: `process.env` there holds the \
        deployment's variables, which the API, the CLI and the dashboard set, and nothing else. A key in the container's \
        environment, decoded in its entrypoint or not, leaves ``Missing environment variable `JWT_PRIVATE_KEY` ``. The \
        entrypoint that `authkeys emit docker-entrypoint` writes sets the deployment's variables from the container's.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard evidence.profile.isOnConvex else { return [] }
        let names = [WatchedVariable.privateKey, WatchedVariable.keySet, WatchedVariable.issuer]
        let isContainer = WatchedVariable.ofContainer.contains { evidence.variable($0) != nil }
        guard isContainer else { return [] }
        let found = names.compactMap { evidence.variable($0) }.filter { variable in
            !variable.isEmpty && Self.isOfContainer(variable, evidence)
        }
        guard let first = found.first, first.name != WatchedVariable.issuer else { return [] }
        return [
            finding(
                "\(first.name) stands in the container's environment, which no function sees",
                evidence: found.map(\.place.description),
                reason: "Functions read the deployment's variables; without them: Missing environment variable "
                    + "`\(first.name)`.",
                fix: .command("authkeys emit docker-entrypoint"), place: first.place.finding)
        ]
    }

    /// In the same place as what the container reads.
    private static func isOfContainer(_ variable: VariableEvidence, _ evidence: Evidence) -> Bool {
        WatchedVariable.ofContainer.contains { evidence.variable($0)?.place.path == variable.place.path }
    }
}
