internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct AmbiguousKeys: KeySetRule {
    let code = JOSECode.ambiguousKey.code
    let severity = Finding.Severity.error
    let title = "More than one key could have signed a token without a kid"
    let explanation = """
        Stock Convex Auth signs tokens whose header is `{"alg":"RS256"}`, without a kid. Convex's OIDC verifier then wants \
        exactly one eligible key in the set, and refuses every token when there are two, whether or not one of them \
        verifies: `JWK set must only contain one eligible public key`. An RSA key whose numbers cannot be read counts too. Old and new key cannot overlap there; rotate by \
        replacing both values at once.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        guard !profile.tokensCarryKeyID else { return nil }
        let eligible = profile.placesOfEligibleKeys(in: set.document).map { set.keys[$0] }
        guard eligible.count > 1, let refusal = profile.refusalOfTokenWithoutKeyID(by: set.document) else { return nil }
        let isOneKey = Set(eligible.map(\.rsaKey)).count == 1 && eligible[0].rsaKey != nil
        let cause: JOSECode = Set(eligible.map(\.keyID)).count > 1 ? .duplicateKey : .duplicateKeyID
        let hasCause = isOneKey && (cause == .duplicateKey || eligible[0].keyID != nil)
        return finding(
            "\(profile.name) refuses every token: \(refusal.message)",
            evidence: eligible.map { "\($0.label) is eligible" }.shortened(),
            reason: "Its tokens carry no kid, so each eligible key could be meant, and it does not try them.",
            fix: fix(set, eligible, fixes), explainedBy: hasCause ? cause : nil)
    }

    /// Which key signs is known by the private key alone: without it nothing is said to be the one that goes.
    private func fix(_ set: KeySetContents, _ eligible: [KeySetContents.Key], _ fixes: KeySetFixes) -> Finding.Fix {
        guard let signer = fixes.signer else {
            return .edit("remove the one that does not sign: authkeys jwks remove FILE KID")
        }
        let others = eligible.filter { $0.rsaKey != signer }
        if eligible.count == 2, others.count == 1, let keyID = others[0].keyID,
            set.keys.count(where: { $0.keyID == keyID }) == 1
        {
            return fixes.remove(keyID)
        }
        guard case .edit = fixes.derive() else { return fixes.derive() }
        return .edit(
            "leave in the set only the key that signs; \(fixes.deriving) writes it from the private key")
    }
}
