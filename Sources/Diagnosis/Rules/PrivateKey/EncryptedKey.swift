internal import Consumers
internal import Encodings
internal import KeyFormats

struct EncryptedKey: PrivateKeyRule {
    let code = EncryptedKeyCode.passphraseNeeded.code
    let severity = Finding.Severity.error
    let title = "The private key is encrypted"
    let explanation = """
        Nothing that reads `JWT_PRIVATE_KEY` asks for a passphrase. Store the key without one; what keeps it is the place \
        that it is stored in.
        """

    let isMendedByConversion = true

    func finding(_ key: PrivateKeyEvidence, for profile: Profile) -> Finding? {
        guard key.text.content.isEncrypted else { return nil }
        return other(
            key, for: profile, "the private key is encrypted, and \(profile.name) has no passphrase")
    }
}
