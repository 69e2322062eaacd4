internal import Consumers
internal import Encodings
internal import KeyStrength

struct WeakPrivateKey: PrivateKeyRule {
    let code = KeyCode.weak.code
    let severity = Finding.Severity.error
    let title = "The private key is weak or published"
    let explanation = """
        Whoever can compute the key from its public half, or find it in a book, an RFC or a repository, signs tokens as \
        anybody. `authkeys key check` says more. A key of an example is not for use. That a key is only unusual, as one \
        with the exponent 3 is, is a note.
        """

    func finding(_ key: PrivateKeyEvidence, for profile: Profile) -> Finding? {
        guard let publicKey = key.publicKey, let all = try? RSAKeyStrength.weaknesses(of: publicKey) else { return nil }
        let found = all.filter { !$0.isOfSize }
        guard let worst = found.first else { return nil }
        let evidence = found.map { "\($0.message) [\($0.code.rawValue)]" }.shortened()
        guard worst.severity > .note else {
            return finding(
                "the private key is unusual", severity: .note, evidence: evidence, reason: worst.sentence,
                fix: .edit(worst.remedy))
        }
        return finding(
            "the private key is weak", severity: worst.severity == .error ? .error : .warning, evidence: evidence,
            reason: "Who has the key signs tokens that \(profile.name) accepts.", fix: .command("authkeys generate"))
    }
}

extension KeyWeakness {
    /// The size has a rule of its own, by what the consumer takes.
    var isOfSize: Bool { [WeaknessCode.size.code, WeaknessCode.unusualSize.code].contains(code) }

    /// Why it matters, as a sentence.
    var sentence: String { why.prefix(1).uppercased() + why.dropFirst() + "." }
}
