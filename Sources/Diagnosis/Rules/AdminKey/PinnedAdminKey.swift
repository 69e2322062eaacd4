internal import Encodings

struct PinnedAdminKey: Rule {
    let code = ConvexCode.pinnedAdminKey.code
    let severity = Finding.Severity.warning
    let title = "CONVEX_ADMIN_KEY is read by nothing"
    let explanation = """
        No script of the self-hosted image reads `CONVEX_ADMIN_KEY`. An admin key is made of the instance's secret and \
        name: who wants to know it beforehand pins `INSTANCE_SECRET` and makes the key once. The CLI reads \
        `CONVEX_SELF_HOSTED_ADMIN_KEY`.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard let variable = evidence.variable(WatchedVariable.pinnedAdminKey), !variable.isEmpty else { return [] }
        return [
            finding(
                "\(variable.name) is set, and nothing of Convex reads it", evidence: [variable.place.description],
                reason: "The backend accepts the keys of its own secret, whatever stands there.",
                fix: .edit("pin INSTANCE_SECRET of the container; the CLI reads CONVEX_SELF_HOSTED_ADMIN_KEY"),
                place: variable.place.finding)
        ]
    }
}
