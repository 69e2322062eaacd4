internal import Encodings

extension Catalogue {
    /// Of `crates/authentication` and `crates/common` of the backend, and what it forwards from an issuer.
    static let convexBackendMessages: [KnownMessage] = [
        KnownMessage(
            .convexBackend, BackendCode.claimNotVerified, "Could not verify OIDC token claim",
            "^Unauthenticated$", "401 Unauthenticated$",
            example:
                "Could not verify OIDC token claim. Check that the token signature is valid and the token hasn't expired."
        ),
        KnownMessage(
            .convexBackend, BackendCode.notToken, "Could not parse JWT payload",
            example:
                "Could not parse JWT payload. Check that the token is a valid JWT format with three base64-encoded parts "
                + "separated by dots."),
        KnownMessage(
            .convexBackend, JWTCode.missingClaim, "Missing issuer claim ('iss') in JWT payload",
            "Missing audience claim ('aud') in JWT payload",
            example:
                "Missing issuer claim ('iss') in JWT payload. The JWT must include an 'iss' claim that matches one of "
                + "your configured auth providers."),
        KnownMessage(
            .convexBackend, BackendCode.noAuthenticator, "No auth provider found matching the given token",
            "No auth provider found matching the given token (no providers configured)", "NoAuthProvider",
            "NoAuthProvider{}No auth provider found matching the given token",
            example:
                "No auth provider found matching the given token. Check that your JWT's issuer and audience match one "
                + "of your configured providers: [OIDC(domain=https://a, app_id=convex)]"),
        KnownMessage(
            .convexBackend, BackendCode.discoveryFailed, "Auth provider discovery of {} failed",
            "Auth provider discovery failed", "Error discovering auth provider", "AuthProviderDiscoveryFailed",
            "AuthProviderDiscoveryFailed{}Auth provider discovery of {} failed",
            example: "Auth provider discovery of https://a.example.com failed"),
        KnownMessage(
            .convexBackend, BackendCode.functionFailed, "Auth provider discovery of {} failed: 500",
            "Auth provider discovery failed: 500",
            "AuthProviderDiscoveryFailed{}Auth provider discovery of {} failed: 500",
            example: "Auth provider discovery of https://a.example.com failed: 500 Internal Server Error"),
        KnownMessage(
            .convexBackend, BackendCode.noRoutes, "This Convex deployment does not have HTTP actions enabled",
            "Auth provider discovery of {} failed: 404{}This Convex deployment does not have HTTP actions enabled",
            "Auth provider discovery failed: 404{}This Convex deployment does not have HTTP actions enabled",
            "AuthProviderDiscoveryFailed{}Auth provider discovery of {} failed: 404{}This Convex deployment does not have HTTP actions enabled",
            example:
                "Auth provider discovery of https://a failed: 404 Not Found This Convex deployment does not have HTTP "
                + "actions enabled."),
        KnownMessage(
            .convexBackend, BackendCode.noRoute, "No matching routes found",
            "Auth provider discovery of {} failed: 404{}No matching routes found",
            "Auth provider discovery failed: 404{}No matching routes found",
            "AuthProviderDiscoveryFailed{}Auth provider discovery of {} failed: 404{}No matching routes found",
            example: "Auth provider discovery of https://a failed: 404 Not Found No matching routes found"),
        KnownMessage(
            .convexBackend, NetworkCode.status,
            "Auth provider discovery of {} failed: <400|401|403|404|429|502|503|504>",
            "Auth provider discovery failed: <400|401|403|404|429|502|503|504>",
            "AuthProviderDiscoveryFailed{}Auth provider discovery of {} failed: <400|401|403|404|429|502|503|504>",
            example: "Auth provider discovery of https://a failed: 404 Not Found 404 page not found"),
        KnownMessage(
            .convexBackend, BackendCode.contentType, "Auth provider discovery of {} failed: 200 OK",
            "AuthProviderDiscoveryFailed{}Auth provider discovery of {} failed: 200 OK",
            example: "Auth provider discovery of https://a failed: 200 OK"),
        KnownMessage(
            .convexBackend, BackendCode.contentType, "Invalid Content-Type {} when fetching JWKS from",
            example:
                "Invalid Content-Type 'text/html' when fetching JWKS from 'https://a/jwks'. Expected 'application/json' "
                + "or 'application/jwk-set+json'."),
        KnownMessage(
            .convexBackend, BackendCode.notIDToken, "Could not parse as OIDC ID token",
            example: "Could not parse as OIDC ID token. Token might not be an OIDC-compliant JWT."),
        KnownMessage(
            .convexBackend, BackendCode.customKeyID, "Could not decode token. The JWT's 'kid' (key ID) header is",
            "Could not decode token. The JWT's 'kid' (key ID) header doesn't match any key",
            "header is {}, does this key match any key",
            example:
                "Could not decode token. The JWT's 'kid' (key ID) header is 'a', does this key match any key in the "
                + "provider's JWKS?"),
        KnownMessage(
            .convexBackend, BackendCode.missingKeyID,
            "Could not decode token. JWT may be missing a 'kid' (key ID) header",
            "JWT may be missing a 'kid'", "KidMissing"),
        KnownMessage(
            .convexBackend, BackendCode.bodyRefused, "Invalid JWKS response body from",
            example:
                "Invalid JWKS response body from 'https://a/jwks'. The response is not valid JSON or doesn't match the "
                + "expected JWKS format."),
        KnownMessage(
            .convexBackend, BackendCode.dataURL, "Invalid JWKS data URL",
            example:
                "Invalid JWKS data URL. Check that the data URL is properly formatted and contains valid base64-encoded "
                + "JSON."),
        KnownMessage(
            .convexBackend, BackendCode.keysNotFetched, "Could not fetch JWKS from URL",
            example:
                "Could not fetch JWKS from URL 'https://a/jwks': HTTP 404 Not Found. Check that the URL is correct and "
                + "accessible."),
        KnownMessage(
            .convexBackend, JWTCode.issuer, "Invalid issuer: {} !=", example: "Invalid issuer: https://a != https://b"),
        KnownMessage(
            .convexBackend, JWTCode.audience, "Invalid audience: {} not in [",
            example: "Invalid audience: convex not in [a]"),
        KnownMessage(
            .convexBackend, JWTCode.expired, "Could not validate token: Token expired",
            "Token expired {} seconds ago", example: "Could not validate token: Token expired 12 seconds ago"),
        KnownMessage(
            .convexBackend, JWTCode.notYetValid, "Could not validate token: Token will be valid in",
            "Token will be valid in {} seconds", example: "Could not validate token: Token will be valid in 12 seconds"),
        KnownMessage(
            .convexBackend, BackendCode.customClaims, "Could not verify token claim",
            example:
                "Could not verify token claim. Check that the JWT contains valid claims and matches your auth provider "
                + "configuration."),
        KnownMessage(
            .convexBackend, BackendCode.identityExpired, "Convex token identity expired", "^TokenExpired$",
            "401 TokenExpired$", "TokenExpired{}Convex token identity expired"),
        KnownMessage(
            .convexBackend, JOSECode.ambiguousKey, "AmbiguousKeyId",
            "JWK set must only contain one eligible public key",
            "AmbiguousKeyId{}JWK set must only contain one eligible public key",
            example:
                "AmbiguousKeyId(\"JWK set must only contain one eligible public key, but found 2 eligible keys: …\")"),
        KnownMessage(.convexBackend, JOSECode.noMatchingKey, "NoMatchingKey"),
        KnownMessage(.convexBackend, JOSECode.unknownKeyID, "KeyNotFound$", #""message":"KeyNotFound""#),
        KnownMessage(
            .convexBackend, BackendCode.authorization, "^InvalidAuthHeader$", "401 InvalidAuthHeader$",
            "Error: InvalidAuthHeader$"),
        KnownMessage(
            .convexBackend, BackendCode.internalError, "^Your request couldn't be completed",
            "Your request couldn't be completed. Try again later", "^InternalServerError$",
            "InternalServerError{}Your request couldn't be completed",
            "Auth provider discovery of {} failed: 500{}Your request couldn't be completed",
            "AuthProviderDiscoveryFailed{}Auth provider discovery of {} failed: 500{}Your request couldn't be completed",
            "WebSocket closed with code <1011|1013>: InternalServerError", "WebSocket closed with code <1011|1013>$",
            example:
                #"{"code":"InternalServerError","message":"Your request couldn't be completed. Try again later."}"#),
        KnownMessage(
            .convexBackend, ConvexCode.adminKeyForm, "InvalidAdminKey", "^Invalid admin key$",
            "InvalidAdminKey{}Invalid admin key",
            "Error: Invalid admin key",
            example: #"{"code":"InvalidAdminKey","message":"Invalid admin key"}"#),
        KnownMessage(
            .convexBackend, ConvexCode.adminKeyRefused, "BadAdminKey",
            "The provided admin key was invalid for this instance",
            "BadAdminKey{}The provided admin key was invalid for this instance"),
        KnownMessage(
            .convexBackend, BackendCode.siteProxy,
            "error sending request for url {}.well-known/openid-configuration",
            "tcp connect error{}.well-known/openid-configuration",
            example: "error sending request for url (http://127.0.0.1:3211/.well-known/openid-configuration)"),
    ]
}
