internal import Consumers
internal import Encodings
internal import KeyFormats

struct PublicKeyForPrivate: PrivateKeyRule {
    let code = KeyCode.publicOnly.code
    let severity = Finding.Severity.error
    let title = "A public key stands where the private one belongs"
    let explanation = """
        `JWT_PRIVATE_KEY` signs, and a public key cannot. The two files of a pair are easily taken for each other: the \
        private one begins with `-----BEGIN PRIVATE KEY-----`, a line that begins with `ssh-rsa` is public.
        """

    func finding(_ key: PrivateKeyEvidence, for profile: Profile) -> Finding? {
        switch key.text.content {
        case .spki, .otherSPKI, .pkcs1Public, .openSSHPublic, .jwk(isPrivate: false), .jwks(isPrivate: false): break
        default: return nil
        }
        return other(
            key, for: profile, "a public key stands where the private one belongs",
            fix: .edit("store the private key; where it is lost, make a new pair: authkeys generate"))
    }
}
