internal import Consumers
internal import Encodings
internal import KeyFormats

struct PKCS1Key: PrivateKeyRule {
    let code = KeyCode.pkcs1.code
    let severity = Finding.Severity.error
    let title = "The private key is in PKCS#1, not PKCS#8"
    let explanation = """
        `openssl genrsa` writes PKCS#8 with OpenSSL 3 and PKCS#1 with OpenSSL 1.1 and LibreSSL: the first line tells, \
        `-----BEGIN PRIVATE KEY-----` or `-----BEGIN RSA PRIVATE KEY-----`. jose's `importPKCS8`, which Convex Auth uses, \
        reads the first alone. The key stays the same when it is converted, and so does its JWKS.
        """

    let isMendedByConversion = true

    func finding(_ key: PrivateKeyEvidence, for profile: Profile) -> Finding? {
        guard key.text.content == .pkcs1 else { return nil }
        return other(
            key, for: profile, "the private key is in PKCS#1, and \(profile.name) reads PKCS#8")
    }
}
