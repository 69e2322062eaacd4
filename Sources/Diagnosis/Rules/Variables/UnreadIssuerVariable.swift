internal import Consumers
internal import Encodings

struct UnreadIssuerVariable: Rule {
    let code = EnvironmentCode.issuerUnread.code
    let severity = Finding.Severity.warning
    let title = "JWT_ISSUER is set, and nothing reads it"
    let explanation = """
        Neither Convex Auth nor the backend reads `JWT_ISSUER`. The issuer of its tokens is `CONVEX_SITE_URL`, which the \
        deployment sets itself: on a self-hosted one it is `CONVEX_SITE_ORIGIN` of the container.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard evidence.profile.isOnConvex else { return [] }
        let names = [WatchedVariable.issuer, WatchedVariable.issuer + WatchedVariable.base64Suffix]
        guard let variable = names.compactMap({ evidence.variable($0) }).first(where: { !$0.isEmpty }) else {
            return []
        }
        return [
            finding(
                "\(variable.name) is set, and nothing of \(evidence.profile.name) reads it",
                evidence: [variable.place.description],
                reason: "The issuer of the tokens is CONVEX_SITE_URL; what is set here changes nothing.",
                fix: .edit("remove it; on a self-hosted deployment set CONVEX_SITE_ORIGIN of the container"),
                place: variable.place.finding)
        ]
    }
}
