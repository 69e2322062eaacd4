internal import Consumers
internal import Encodings

struct ForeignKeySet: LiveRule {
    let code = DiscoveryCode.foreignKeys.code
    let severity = Finding.Severity.warning
    let title = "The keys are at another origin than the issuer"
    let explanation = """
        The backend fetches the `jwks_uri` wherever it is. Here it is followed on the origin of the issuer only, because a document that somebody else controls would otherwise choose what this machine connects to. Convex Auth has its keys at its own origin: another one means that the deployment takes itself for another address.
        """

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        guard let error = live.discoveryError, error.code == code else { return [] }
        return [
            finding(
                error.message, evidence: live.answer(to: .document).map { ["it came from \($0.place)"] } ?? [],
                reason:
                    "It was not fetched: a document decides nothing about where this machine connects to. So the keys were not judged.",
                fix: error.hint.map { .edit($0) })
        ]
    }
}
