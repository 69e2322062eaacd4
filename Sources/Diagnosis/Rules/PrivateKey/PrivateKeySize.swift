internal import Consumers
internal import Encodings
internal import KeyFormats

struct PrivateKeySize: PrivateKeyRule {
    let code = KeyCode.size.code
    let severity = Finding.Severity.error
    let title = "The private key is shorter or longer than is taken"
    let explanation = """
        RFC 7518 §3.3 wants 2048 bits or more, and jose refuses less when it signs: `RS256 requires key modulusLength to \
        be 2048 bits or larger`. Convex verifies with at most 8192.
        """

    func finding(_ key: PrivateKeyEvidence, for profile: Profile) -> Finding? {
        guard let bits = (try? key.key.get())?.keySizeInBits else { return nil }
        let range = profile.minimumKeySizeInBits...(profile.maximumKeySizeInBits ?? Int.max)
        guard !range.contains(bits) else { return nil }
        return finding(
            "the private key has \(bits) bits, which \(profile.name) does not take",
            evidence: [key.place.description] + [key.refusal.map(profile.words)].compactMap { $0 },
            reason: "\(profile.name) refuses it, and what it signs.", fix: .command("authkeys generate"))
    }
}
