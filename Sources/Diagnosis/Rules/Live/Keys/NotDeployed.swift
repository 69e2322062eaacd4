internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct NotDeployed: LiveRule {
    let code = LiveCode.notDeployed.code
    let severity = Finding.Severity.warning
    let title = "The given values are not those of the deployment"
    let explanation = """
        The key or the set that was given here is another one than the deployment stores: it was not pushed, or somebody \
        else has replaced it since.
        """

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        guard let given = live.given, let stored = live.stored else { return [] }
        var evidence: [String] = []
        if let own = given.signingKey, let deployed = stored.signingKey, own != deployed,
            let (left, right) = try? (own.thumbprint(), deployed.thumbprint())
        {
            evidence.append("the private key of \(given.place) has the thumbprint \(left), the deployment's \(right)")
        }
        if let own = given.keySet, let deployed = stored.keySet, !own.holdsSameKeys(as: deployed) {
            evidence.append("the set of \(given.place): \(own.listing); the deployment's: \(deployed.listing)")
        }
        guard !evidence.isEmpty else { return [] }
        return [
            finding(
                "the deployment stores another key than the one that was given", evidence: evidence,
                reason: "What was judged here is not what signs and verifies there.",
                fix: fix(given))
        ]
    }

    private func fix(_ given: LiveKeyPair) -> Finding.Fix {
        let push = given.environmentFile.flatMap { try? Escaper.shellWord($0) }.map { file in
            "authkeys convex push --env-file \(file) --yes sets the given pair"
        }
        return .edit(
            (push ?? "authkeys convex push sets the given pair, from its folder or file")
                + "; authkeys convex pull fetches the stored one")
    }
}
