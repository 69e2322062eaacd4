internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct StalePublishedKeys: LiveRule {
    let code = LiveCode.staleKeys.code
    let severity = Finding.Severity.error
    let title = "The published keys are not the stored ones"
    let explanation = """
        Convex Auth publishes the value of `JWKS` as it is. When the issuer shows other keys than the deployment stores, \
        something between keeps an old copy (a cache, a CDN, a static file that was written once), or the issuer is \
        another deployment.
        """

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        guard let published = live.keySet(.keySet), let stored = live.stored?.keySet,
            !published.holdsSameKeys(as: stored), let answer = live.answer(to: .keySet)
        else { return [] }
        var evidence = ["published at \(answer.place): \(published.listing)", "stored: \(stored.listing)"]
        if let past = live.keySet(.keySetThroughAPI) {
            evidence.append(
                past.holdsSameKeys(as: stored)
                    ? "through the API the stored keys come: something before the site origin keeps an old copy"
                    : "through the API the same old keys come: the deployed convex/http.ts has keys of its own")
        }
        if let age = answer.response?.header("Age") {
            evidence.append("the answer is \(Escaper.json(age, shownLength: 16)) s old (Age)")
        }
        return [
            finding(
                "the issuer publishes other keys than the deployment stores", evidence: evidence,
                reason:
                    "Tokens are signed with the stored key and verified with the published ones: every new token is refused.",
                fix: .edit(
                    "take the cache before the site origin away, or have it keep to Cache-Control; then look again"))
        ]
    }
}
