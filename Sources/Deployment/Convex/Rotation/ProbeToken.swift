package import AuthKeysJOSE
internal import Consumers
package import Encodings

/// A token that only asks whether the backend accepts the key that signed it: 30 seconds of life, and a subject that is
/// nobody.
package enum ProbeToken {
    static let lifetimeInSeconds: Int64 = 30
    private static let subject = "authkeys-probe|nobody"

    /// - Parameters:
    ///   - keyID: for the header; `nil` for none, as Convex Auth has none.
    ///   - issuer: the deployment's `CONVEX_SITE_URL`, byte for byte.
    /// - Throws: `key.size`.
    package static func sign(
        with key: RSAPrivateKey, keyID: KeyID?, issuer: String, at time: NumericDate
    ) throws(AuthKeysError) -> String {
        let issuedAt = NumericDate(secondsSince1970: time.secondsSince1970)
        let expiry = issuedAt + .seconds(lifetimeInSeconds)
        return try JWSSigner(key: key, keyID: keyID, type: nil).sign(
            .object([
                "sub": .string(subject), "iat": issuedAt.json, "iss": .string(issuer), "aud": .string("convex"),
                "exp": expiry.json,
            ]))
    }
}
