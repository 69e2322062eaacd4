internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct KeyNotPublished: LiveRule {
    let code = LiveCode.unpublishedKey.code
    let severity = Finding.Severity.error
    let title = "The key that signs is not published"
    let explanation = """
        The public half of the stored `JWT_PRIVATE_KEY` is not among the keys at the issuer, so no token that the \
        deployment signs can be verified.
        """

    func findings(in live: LiveEvidence, for profile: Profile) -> [Finding] {
        guard let published = live.published, let pair = live.stored ?? live.given, let key = pair.signingKey,
            let thumbprint = try? key.thumbprint(), !published.keys.contains(where: { $0.rsaKey == key })
        else { return [] }
        let isStale = live.stored?.keySet.map { !published.holdsSameKeys(as: $0) } ?? false
        let isMismatch = live.stored?.keySet.map { set in !set.keys.contains { $0.rsaKey == key } } ?? false
        // Of a set without a key that can be read it is said that no token has a key in it.
        let hasKeys = live.stored?.keySet.map { set in set.keys.contains { $0.rsaKey != nil } } ?? false
        let mismatch: any CodeFamily = hasKeys ? PairCode.mismatch : JOSECode.noMatchingKey
        let cause: (any CodeFamily)? = isStale ? LiveCode.staleKeys : isMismatch ? mismatch : nil
        return [
            finding(
                "the key that signs is not among the keys that the issuer publishes",
                evidence: [
                    "the private key of \(pair.place) has the thumbprint \(thumbprint)",
                    "published: \(published.listing)",
                ],
                reason: "Every token is refused: `Could not verify OIDC token claim`.",
                fix: cause == nil ? LiveFixes.pair(in: live) : nil, explainedBy: cause)
        ]
    }
}
