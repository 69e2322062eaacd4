internal import Consumers
internal import Encodings

struct UnusableKeySetURL: LiveRule {
    let code = DiscoveryCode.keySetURL.code
    let severity = Finding.Severity.error
    let title = "The jwks_uri is not a URL that is fetched"
    let explanation = """
        The `jwks_uri` is a whole URL, with scheme and host, and without a user or a password in it.
        """

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        guard let error = live.discoveryError, error.code == code else { return [] }
        return [
            finding(
                error.message, evidence: live.answer(to: .document).map { ["it came from \($0.place)"] } ?? [],
                reason: "The backend cannot fetch the keys from there either.",
                fix: error.hint.map { .edit($0) })
        ]
    }
}
