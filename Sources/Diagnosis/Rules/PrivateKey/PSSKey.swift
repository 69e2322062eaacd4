internal import Consumers
internal import Encodings
internal import KeyFormats

struct PSSKey: PrivateKeyRule {
    let code = KeyCode.rsaPSS.code
    let severity = Finding.Severity.error
    let title = "The private key is bound to RSASSA-PSS"
    let explanation = """
        `openssl genpkey -algorithm RSA-PSS` makes keys that sign PS256 and not RS256, though their numbers are those of \
        any RSA key.
        """

    func finding(_ key: PrivateKeyEvidence, for profile: Profile) -> Finding? {
        guard key.text.content == .otherPKCS8(algorithm: "RSASSA-PSS") else { return nil }
        return other(key, for: profile, "the private key is bound to RSASSA-PSS", fix: .command("authkeys generate"))
    }
}
