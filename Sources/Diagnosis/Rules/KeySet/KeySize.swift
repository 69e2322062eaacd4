internal import AuthKeysJOSE
internal import Consumers
internal import Encodings

struct KeySize: KeySetRule {
    let code = ConsumerCode.keySize.code
    let severity = Finding.Severity.error
    let title = "A key is shorter or longer than this consumer verifies with"
    let explanation = """
        RFC 7518 §3.3 wants 2048 bits or more for RS256, and verifiers refuse less. Convex's OIDC verifier takes 2048 to \
        8192 bits.
        """

    func finding(in set: KeySetContents, _ fixes: KeySetFixes, for profile: Profile) -> Finding? {
        let range = profile.minimumKeySizeInBits...(profile.maximumKeySizeInBits ?? Int.max)
        let places = set.keys.compactMap { key in
            guard let bits = key.rsaKey?.keySizeInBits, !range.contains(bits) else { return nil as String? }
            return "\(key.label) has \(bits) bits"
        }
        guard !places.isEmpty else { return nil }
        let accepted =
            profile.maximumKeySizeInBits.map { "\(range.lowerBound) to \($0)" } ?? "\(range.lowerBound) or more"
        return finding(
            "a key of the set has a size that \(profile.name) does not take", evidence: places.shortened(),
            reason: "\(profile.name) verifies with keys of \(accepted) bits, and refuses what another key signs.",
            fix: .command("authkeys generate"))
    }
}
