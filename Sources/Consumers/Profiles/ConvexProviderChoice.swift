internal import AuthKeysJOSE

/// How a Convex deployment reads a token before it knows which provider of `auth.config.ts` it is for: the first whose
/// issuer and application fit, and only that one.
enum ConvexProviderChoice {
    private static let notAToken =
        "Could not parse JWT payload. Check that the token is a valid JWT format with three base64-encoded parts "
        + "separated by dots."
    private static let noIssuer =
        "Missing issuer claim ('iss') in JWT payload. The JWT must include an 'iss' claim that matches one of your "
        + "configured auth providers."

    /// - Parameter provider: how the message lists it.
    static func checks(provider: String) -> [any TokenCheck] {
        let noProvider =
            "No auth provider found matching the given token. Check that your JWT's issuer and audience match one of "
            + "your configured providers: [\(provider)]"
        return [
            ThreeParts(message: notAToken),
            ReadClaims(reading: .rust, message: notAToken),
            RequiredClaims(texts: ["iss"], message: noIssuer),
            Audience(message: noProvider),
            Issuer(comparison: .withoutSchemeAndSlash, message: noProvider),
        ]
    }
}
