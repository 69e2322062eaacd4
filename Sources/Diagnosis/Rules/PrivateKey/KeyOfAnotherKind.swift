internal import Consumers
internal import Encodings
internal import KeyFormats

struct KeyOfAnotherKind: PrivateKeyRule {
    let code = KeyCode.notRSA.code
    let severity = Finding.Severity.error
    let title = "The private key is of another kind than RSA"
    let explanation = """
        RS256 is RSA. Convex Auth signs nothing else, and Convex's runtime says `PrivateKeyInfo algorithm is not \
        rsaEncryption` of an EC or Ed25519 key.
        """

    func finding(_ key: PrivateKeyEvidence, for profile: Profile) -> Finding? {
        switch key.text.content {
        case .otherPKCS8(let algorithm) where algorithm != "RSASSA-PSS": break
        case .ecPrivate: break
        default: return nil
        }
        return other(
            key, for: profile, "the private key is of another kind than RSA", fix: .command("authkeys generate"))
    }
}
