internal import Consumers
internal import Encodings
internal import KeyStrength

struct WeakPrivateKey: PrivateKeyRule {
    let code = KeyCode.weak.code
    let severity = Finding.Severity.error
    let title = "The private key is weak or published"
    let explanation = """
        Whoever can compute the key from its public half, or find it in a book, an RFC or a repository, signs tokens as \
        anybody. `authkeys key check` says more. A key of an example is not for use.
        """

    func finding(_ key: PrivateKeyEvidence, for profile: Profile) -> Finding? {
        guard let publicKey = key.publicKey, let all = try? RSAKeyStrength.weaknesses(of: publicKey) else { return nil }
        // The size has a rule of its own, by what the consumer takes.
        let found = all.filter { $0.severity > .note && $0.code != WeaknessCode.size.code }
        guard let worst = found.map(\.severity).max() else { return nil }
        return finding(
            "the private key is weak", severity: worst == .error ? .error : .warning,
            evidence: found.map { "\($0.message) [\($0.code.rawValue)]" }.shortened(),
            reason: "Who has the key signs tokens that \(profile.name) accepts.", fix: .command("authkeys generate"))
    }
}
