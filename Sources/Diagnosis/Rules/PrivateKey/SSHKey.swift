internal import Consumers
internal import Encodings
internal import KeyFormats

struct SSHKey: PrivateKeyRule {
    let code = KeyCode.openSSH.code
    let severity = Finding.Severity.error
    let title = "The private key is in OpenSSH's own format"
    let explanation = """
        `ssh-keygen` writes `-----BEGIN OPENSSH PRIVATE KEY-----`, which no JWT library reads. `ssh-keygen -p -m PKCS8` \
        converts it; a key of its own for tokens is better than one that also opens machines.
        """

    func finding(_ key: PrivateKeyEvidence, for profile: Profile) -> Finding? {
        guard key.text.content == .openSSHPrivate else { return nil }
        return other(
            key, for: profile, "the private key is in OpenSSH's own format",
            fix: .edit(
                "make a key of its own for tokens: authkeys generate; to use this one, on a copy of its file: "
                    + "ssh-keygen -p -m PKCS8 -f COPY"))
    }
}
