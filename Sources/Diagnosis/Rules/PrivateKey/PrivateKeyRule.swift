internal import Consumers
internal import Encodings
internal import KeyFormats

/// A rule about what the text of the private key turned out to hold.
protocol PrivateKeyRule: Rule {
    func finding(_ key: PrivateKeyEvidence, for profile: Profile) -> Finding?
    /// Whether the same key in PKCS#8 is what mends it.
    var isMendedByConversion: Bool { get }
}

extension PrivateKeyRule {
    var isMendedByConversion: Bool { false }

    package func findings(in evidence: Evidence) -> [Finding] {
        guard let key = evidence.privateKey, let found = finding(key, for: evidence.profile) else { return [] }
        return [(isMendedByConversion ? found.mended(by: evidence.conversion) : found).at(key.place.finding)]
    }

    /// Of a text that is something else than a private key in PKCS#8, where the consumer wants that.
    func other(_ key: PrivateKeyEvidence, for profile: Profile, _ verdict: String, fix: Finding.Fix? = nil) -> Finding?
    {
        guard let refusal = key.refusal else { return nil }
        return finding(
            verdict, evidence: ["\(key.place.description) is \(key.text.content)", profile.words(of: refusal)],
            reason: "\(profile.name) signs no token with it, and nobody can sign in.", fix: fix)
    }
}

extension RuleRegistry {
    package static let privateKeyRules: [any Rule] = [
        PKCS1Key(), EncryptedKey(), PublicKeyForPrivate(), CertificateForKey(), JWKForKey(), SSHKey(),
        KeyOfAnotherKind(),
        PSSKey(), DisagreeingKey(), PrivateKeySize(), WeakPrivateKey(),
    ]
}
