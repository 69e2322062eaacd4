internal import AuthKeysJOSE
internal import Encodings

/// Convex's verifier for a provider of `{ domain, applicationID }`: `validate_id_token` of
/// `crates/authentication/src/lib.rs` in convex-backend 94a42c3, with openidconnect-rs 15a9c55.
enum ConvexOIDCVerifier {
    /// What hides every cause: the wrong key, no key, two keys, the time, the algorithm.
    private static let refused =
        "Could not verify OIDC token claim. Check that the token signature is valid and the token hasn't expired."
    private static let notAnIDToken =
        "Could not parse as OIDC ID token. Token might not be an OIDC-compliant JWT."
    static let discoveryFailed = "Auth provider discovery of {issuer} failed"

    /// Every failed request, and a response of another media type; the body stands behind the status.
    private static let discoveryAnswered = discoveryFailed + ": {status} {phrase} {body}"

    static let keySetAnswer = CheckedKeySetAnswer(
        otherStatus: discoveryAnswered,
        mediaType: AllowedMediaType(
            names: ["application/json", "application/jwk-set+json"], passesWithout: true, charset: nil),
        otherMediaType: discoveryAnswered, notJSON: discoveryFailed, notASet: discoveryFailed)

    static let discoveryAnswer = DiscoveryAnswer(
        otherResponse: discoveryAnswered,
        mediaType: AllowedMediaType(names: ["application/json"], passesWithout: true, charset: nil),
        otherDocument: discoveryFailed)

    /// What openidconnect-rs can read as an `alg`; it takes no token whose `alg` is another.
    private static let knownAlgorithms = [
        "none", "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384",
        "PS512", "EdDSA", "A128CBC-HS256", "A192CBC-HS384", "A256CBC-HS512", "A128GCM", "A192GCM", "A256GCM",
    ]

    static let selection = SingleEligibleKey(looksAtOperations: false, countsKeysWithoutNumbers: true)

    static let checks: [any TokenCheck] =
        ConvexProviderChoice.checks(provider: "OIDC(domain={issuer}, app_id={audience})") + [
            IssuerScheme(message: "InternalServerError"),
            Issuer(comparison: .discovered, message: "Auth provider discovery of {iss} failed"),
            ReadHeader(reading: .rust, message: notAnIDToken),
            AllowedAlgorithm(names: knownAlgorithms, message: notAnIDToken),
            TextHeader(names: ["kid", "typ"], message: notAnIDToken),
            RequiredClaims(texts: ["sub"], dates: ["exp", "iat"], message: notAnIDToken),
            Audience(allowsOthers: false, message: refused),
            ForbiddenHeader(names: ["crit", "cty"], message: refused),
            HeaderType(allowed: ["application/jwt", "application/jose"], message: refused),
            AllowedAlgorithm(names: ["RS256", "EdDSA"], message: refused),
            SelectKey(message: refused),
            KeyLength(bits: 2048...8192, message: refused),
            ReadSignature(reading: .rust, message: refused),
            Signature(message: refused),
            NotExpired(message: refused),
        ]

    /// The set of Convex Auth is fresh for 15 s (`max-age=15`); a set that cannot be had again is replaced by the last.
    static let model = VerifierModel(
        keySelection: .singleEligibleKey, cacheAge: .seconds(15), staleIfError: nil, refetchesUnknownKeyID: false,
        leeway: .zero)
}
