internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct DeployedKeyIDReused: LiveRule {
    let code = LiveCode.reusedKeyID.code
    let severity = Finding.Severity.error
    let title = "One kid names two keys, one here and one on the deployment"
    let explanation = """
        A kid belongs to one key for ever. When the given set has another `n` under a kid that the deployment has, caches \
        and verifiers that go by kids confuse the two: the recipe with the constant kid `convex-auth-key` does that at \
        each rotation.
        """

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        guard let given = live.given, let own = given.keySet, let deployed = live.stored?.keySet ?? live.published
        else { return [] }
        let reused = own.keys.filter { key in
            guard let keyID = key.keyID, let rsaKey = key.rsaKey else { return false }
            return deployed.keys.contains { $0.keyID == keyID && $0.rsaKey != nil && $0.rsaKey != rsaKey }
        }
        guard let first = reused.first, let keyID = first.keyID else { return [] }
        return [
            finding(
                "the kid \(keyID.quoted) is that of one key here and of another on the deployment",
                evidence: reused.map {
                    "\(given.place): \($0.label), thumbprint \($0.thumbprint?.description ?? "unknown")"
                }.shortened(),
                reason:
                    "Whoever keeps keys by their kid takes the old one for the new: tokens are refused until every cache has forgotten it.",
                fix: .edit("give the new key a kid of its own, such as its thumbprint: authkeys generate does"))
        ]
    }
}
