internal import Consumers
internal import Encodings
internal import HTTPExchange

struct AdminKeyRefused: LiveRule {
    let code = ConvexCode.adminKeyRefused.code
    let severity = Finding.Severity.error
    let title = "The deployment does not accept the admin key"
    let explanation = """
        `BadAdminKey`: an admin key is valid for one `INSTANCE_NAME` and one `INSTANCE_SECRET`. It stops being valid when \
        the volume is made anew, when another secret is set, or when the secret was given under a name that the image does \
        not read (`INSTANCE_SECRET_FILE`). `InvalidAdminKey` means that the header did not arrive as it was sent. A key \
        never expires, and making another one does not revoke it.
        """

    /// Whether it is the answer of somebody who has looked at the key.
    static func judges(_ response: HTTPResponse) -> Bool {
        [400, 401, 403].contains(response.status) && !response.isMarkup
    }

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        guard let answer = live.answer(to: .adminKey), let response = answer.response, Self.judges(response)
        else { return [] }
        var evidence = ["\(answer.place) answers \(response.status)\(answer.errorCode.map { ": \($0)" } ?? "")"]
        var verdict = "the deployment does not accept the admin key"
        var cause = "The key was made with another INSTANCE_SECRET: the volume is a new one, or the secret was changed."
        if let name = live.answer(to: .instanceName), name.response?.status == 200, let own = live.instanceOfAdminKey {
            let deployed = name.words
            evidence.append(
                "the key is for the instance \(Escaper.json(own, shownLength: 64)), the deployment is \(Escaper.json(deployed, shownLength: 64))"
            )
            if !own.utf8.elementsEqual(deployed.utf8) {
                verdict = "the admin key is for another deployment"
                cause = "The key is of another instance, whose name stands before its '|'."
            }
        }
        return [
            finding(
                verdict, evidence: evidence,
                reason: "\(cause) Nothing can be read or set with it, so the stored values were not judged.",
                fix: .command("docker compose exec -T backend ./generate_admin_key.sh | tail -n1"))
        ]
    }
}
