internal import Consumers
internal import Encodings
internal import HTTPExchange

struct ReadOnlyAdminKey: LiveRule {
    let code = LiveCode.adminKeyReadOnly.code
    let severity = Finding.Severity.note
    let title = "The admin key may only read"
    let explanation = """
        `check_admin_key` says `isReadOnly`: with this key values are read and none is set, so `convex push` and `convex \
        rotate` are refused.
        """

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        guard let answer = live.answer(to: .adminKey), let response = answer.response, response.status == 200,
            let json = try? JSON.parse(response.body.span, limits: JSONLimits(bytes: 65_536, depth: 8)),
            json["isReadOnly"]?.boolean == true
        else { return [] }
        return [
            finding(
                "the admin key may read and set nothing", evidence: ["\(answer.place) says isReadOnly"],
                reason: "authkeys convex push and rotate need one that may write.",
                fix: .command("docker compose exec -T backend ./generate_admin_key.sh | tail -n1"))
        ]
    }
}
