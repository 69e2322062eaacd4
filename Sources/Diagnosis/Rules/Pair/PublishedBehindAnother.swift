internal import Consumers
internal import Encodings

struct PublishedBehindAnother: PairRule {
    let code = PairCode.notFirst.code
    let severity = Finding.Severity.warning
    let title = "The key that signs is not the first of the set"
    let explanation = """
        Two proposed changes to Convex Auth (pull requests 221 and 279) take the kid of the first key of `JWKS` for the \
        header of the tokens, and other signers do the same. Then the key that signs has to stand first.
        """

    func finding(_ pair: Pair, for profile: Profile) -> Finding? {
        guard let published = pair.published.first, published.index > 0 else { return nil }
        return finding(
            "the key that signs is not the first of the set",
            evidence: ["\(published.label) is the private key's public half"],
            reason: "A signer that takes the kid of the first key names a key that did not sign.",
            fix: .edit("put \(published.label) first"))
    }
}
