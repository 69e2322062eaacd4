internal import Consumers
internal import Encodings
internal import KeyFormats

struct CertificateForKey: PrivateKeyRule {
    let code = KeyCode.certificate.code
    let severity = Finding.Severity.error
    let title = "A certificate stands where the private key belongs"
    let explanation = """
        A certificate holds a public key and says whose it is. The key that signs tokens has none and needs none.
        """

    func finding(_ key: PrivateKeyEvidence, for profile: Profile) -> Finding? {
        guard key.text.content == .certificate else { return nil }
        return other(
            key, for: profile, "a certificate stands where the private key belongs",
            fix: .edit("store the private key; where it is lost, make a new pair: authkeys generate"))
    }
}
