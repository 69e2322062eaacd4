internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct UnpublishedKey: PairRule {
    let code = PairCode.mismatch.code
    let severity = Finding.Severity.error
    let title = "The private key and the key set do not belong together"
    let explanation = """
        A token is verified with a key of the set, and no key of this set has the modulus of the private key. It happens \
        when only one of the two values was replaced, or when they come from two runs of a generator. Both are set \
        together: `authkeys jwks derive` makes the set of a private key, `authkeys convex push` sets both in one request.
        """

    func finding(_ pair: Pair, for profile: Profile) -> Finding? {
        guard pair.set.keys.contains(where: { $0.rsaKey != nil }), pair.published.isEmpty else { return nil }
        let listed = pair.set.keys.map { key in
            key.label + (key.thumbprint.map { " has the thumbprint \($0)" } ?? " is no RSA key that can be read")
        }
        let own = "the private key has the thumbprint \(pair.key.thumbprint?.description ?? "(none)")"
        return finding(
            "the key set does not publish the private key", evidence: [own] + listed.shortened(),
            reason:
                "\(profile.name) finds no key that verifies what this private key signs, so every token is refused.",
            fix: pair.fixes.publish())
    }
}
