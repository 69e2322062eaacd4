public import Encodings

/// What to do about a secret that stands where others read it.
public struct LeakAdvice: Sendable {
    let code: LeakCode
    /// In the order in which they are done.
    public let steps: [String]

    public var secretCode: AuthKeysError.Code { code.code }
    public var meaning: String { code.meaning }

    /// Whether somebody who reads it can do something with it.
    public var isLive: Bool { code != .expiredToken }

    private static let newPair =
        "replace the key: 'authkeys convex rotate --yes'; a service of your own is given the pair of "
        + "'authkeys generate --out new-keys'"
    private static let cleanUp =
        "delete the log (and its copies: artifacts, mails, chats); mask the secret in the job that printed it"

    /// The worst first.
    package static let all: [Self] = [
        Self(
            code: .instanceSecret,
            steps: [
                "stop the backend, set a new INSTANCE_SECRET (openssl rand -hex 32), start it: all admin keys become invalid",
                "make a new admin key: docker compose exec -T backend ./generate_admin_key.sh | tail -n1", newPair,
                cleanUp,
            ]),
        Self(
            code: .adminKey,
            steps: [
                "set a new INSTANCE_SECRET and restart the backend: an admin key never expires, and to generate another "
                    + "revokes nothing",
                "make a new admin key: docker compose exec -T backend ./generate_admin_key.sh | tail -n1",
                "who has the admin key can read every variable, so " + newPair, cleanUp,
            ]),
        Self(
            code: .deployKey,
            steps: [
                "revoke the deploy key in the dashboard, and make another",
                "who has the deploy key can read every variable, so " + newPair, cleanUp,
            ]),
        Self(
            code: .privateKey,
            steps: [newPair, "restart the backend: open connections are not verified again", cleanUp]),
        Self(
            code: .privateJWK,
            steps: [
                newPair,
                "publish public members only: 'authkeys jwks derive key.pem --out jwks.json' never writes a private one",
                "restart the backend: open connections are not verified again", cleanUp,
            ]),
        Self(
            code: .encryptedKey,
            steps: [
                "if the passphrase is short, or stands in the same place, take the key for stolen: " + newPair, cleanUp,
            ]),
        Self(
            code: .token,
            steps: [
                "see whose it is and until when: 'authkeys jwt inspect' reads it from standard input",
                "sign that user out, so that its session gives no new token; the token itself lasts until its exp",
                cleanUp,
            ]),
        Self(code: .expiredToken, steps: ["nothing to revoke; keep tokens out of logs, the next one may be good"]),
    ]
}
