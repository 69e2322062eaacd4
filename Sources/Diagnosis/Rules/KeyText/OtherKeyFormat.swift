internal import Encodings
internal import KeyFormats

struct OtherKeyFormat: KeyTextRule {
    let code = KeyTextCode.otherFormat.code
    let title = "The key is in a format of other programs"
    let explanation = """
        PGP and others have formats of their own, which no JWT library reads. Keys of OpenSSH are told apart, as \
        `key.openssh` and `key.public-only`.
        """

    package func findings(in evidence: Evidence) -> [Finding] {
        switch evidence.privateKey?.text.content {
        case .openSSHPrivate, .openSSHPublic: []
        default: damage(in: evidence)
        }
    }
}
