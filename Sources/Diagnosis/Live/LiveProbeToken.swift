package import AuthKeysJOSE
package import Consumers
package import Encodings

/// A token for the backend to judge: 30 seconds of life, and a subject that there is not.
package struct LiveProbeToken: Sendable {
    /// Never printed.
    let text: String
    /// What the consumer would say; `nil` where the published keys are not known.
    let expected: Profile.Verdict?

    /// In seconds.
    static let lifetime: Int64 = 30
    /// What Convex Auth signs for.
    static let audience = "convex"

    /// - Parameters:
    ///   - key: the stored private key.
    ///   - time: now, by the clock of the server: the keys are on trial, and not the clocks.
    /// - Throws: `key.size`, `crypto.failed`.
    package init(
        signing key: RSAPrivateKey, for profile: Profile, issuer: String, at time: NumericDate, live: LiveEvidence
    ) throws(AuthKeysError) {
        let published = live.published
        let keyID = published?.keys.first { $0.rsaKey == key.publicKey }?.keyID
        let claims = JSONValue.object([
            "sub": .string("authkeys-probe|nobody"), "iat": .integer(time.secondsSince1970), "iss": .string(issuer),
            "aud": .string(Self.audience),
            "exp": (NumericDate(secondsSince1970: time.secondsSince1970) + .seconds(Self.lifetime)).json,
        ])
        let token = try profile.signer(key: key, keyID: keyID).sign(claims)
        text = token
        let settings = VerifierSettings(issuer: issuer, audience: Self.audience)
        expected = published.map { profile.verifies(token, with: $0.document, settings: settings, at: time) }
    }
}
