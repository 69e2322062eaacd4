internal import Consumers
internal import Encodings
internal import KeyFormats

struct JWKForKey: PrivateKeyRule {
    let code = KeyCode.jwk.code
    let severity = Finding.Severity.error
    let title = "The private key is a JWK, and PEM is read"
    let explanation = """
        jose's `importPKCS8` reads PEM alone, though the same library writes keys as JWK. A set in the place of the key \
        is a slip: `JWKS` and `JWT_PRIVATE_KEY` were exchanged.
        """

    let isMendedByConversion = true

    func finding(_ key: PrivateKeyEvidence, for profile: Profile) -> Finding? {
        switch key.text.content {
        case .jwk(isPrivate: true), .jwks(isPrivate: true): break
        default: return nil
        }
        return other(
            key, for: profile, "the private key is a JWK, and \(profile.name) reads PEM")
    }
}
