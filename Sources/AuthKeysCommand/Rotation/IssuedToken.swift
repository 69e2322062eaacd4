internal import AuthKeysJOSE
internal import CryptoOpenSSL
internal import Encodings
internal import KeyRotation

/// A token that the live system has just issued: which key it signed with.
struct IssuedToken: Sendable {
    let keyID: KeyID
    /// From iat to exp; `nil` without an exp.
    let lifetime: Duration?

    /// How old it may be, besides what the clocks differ by.
    static let longestAge = Duration.seconds(600)

    /// - Throws: `rotation.unknown-key` for a token without a kid or of another key; what verifying its signature throws;
    ///   `rotation.clock` for one that was not issued just now.
    init(_ text: SecretBytes, of keyring: Keyring, at now: NumericDate) throws(AuthKeysError) {
        let token = text.withBytes { bytes in
            String(copyingASCII: bytes.extracting(TokenText.trimmed(bytes, 0..<bytes.count)))
        }
        let header = try CompactJWS(token).header
        guard let keyID = header.keyID else {
            throw AuthKeysError(
                RotationCode.unknownKey, "the token has no kid, so that nobody can tell which key signed it",
                hint: "let the signer put the kid of its key into the header")
        }
        guard let key = keyring.publicKey(keyID), keyring.schedule[keyID]?.state.isPublished ?? false else {
            throw AuthKeysError(
                RotationCode.unknownKey, "the token names the key \(keyID.quoted), which this keyring does not publish",
                hint: "nothing was changed; find out which key the system signs with: authkeys jwt inspect TOKEN-FILE")
        }
        let payload = try JWSVerifier(
            keys: JWKSet([JWK(key, keyID: keyID, algorithm: nil)]), algorithms: JWSAlgorithm.all
        )
        .verify(token)
        let claims = try JSON.parse(payload.span, limits: .token)
        guard let issuedAt = claims["iat"]?.number.map({ NumericDate($0) }) else {
            throw AuthKeysError(
                RotationCode.clock, "the token has no iat, so that nobody can tell when it was issued",
                hint: "give a token with an iat that was issued just now")
        }
        let skew = keyring.schedule.policy.clockError * 2
        guard issuedAt >= now - Self.longestAge - skew, issuedAt <= now + skew else {
            throw AuthKeysError(
                RotationCode.clock, "the token was issued at \(issuedAt), and it is \(now): that is not just now",
                hint: "nothing was changed; let the system issue a new token, and compare the clocks")
        }
        self.keyID = keyID
        lifetime = claims["exp"]?.number.map { NumericDate($0) - issuedAt }
    }
}
