internal import Encodings

extension Catalogue {
    /// Of auth0's `jsonwebtoken` 9, and `jwks-rsa` and `express-jwt`, which go with it.
    static let nodeJSONWebTokenMessages: [KnownMessage] = [
        KnownMessage(.jsonwebtoken, JWTCode.expired, "jwt expired", "TokenExpiredError: jwt expired"),
        KnownMessage(.jsonwebtoken, JWTCode.notYetValid, "jwt not active", "NotBeforeError: jwt not active"),
        KnownMessage(.jsonwebtoken, JWTCode.tooOld, "maxAge exceeded", "TokenExpiredError: maxAge exceeded"),
        KnownMessage(
            .jsonwebtoken, JWTCode.audience, "jwt audience invalid", "jwt audience invalid. expected: {}",
            example: "JsonWebTokenError: jwt audience invalid. expected: convex"),
        KnownMessage(
            .jsonwebtoken, JWTCode.issuer, "jwt issuer invalid",
            example: "JsonWebTokenError: jwt issuer invalid. expected: https://a"),
        KnownMessage(
            .jsonwebtoken, JWTCode.claimValue, "jwt subject invalid", "jwt jwtid invalid", "jwt id invalid",
            "jwt nonce invalid", example: "JsonWebTokenError: jwt subject invalid. expected: a"),
        KnownMessage(
            .jsonwebtoken, JOSECode.malformedToken, "jwt malformed", "JsonWebTokenError: invalid token",
            "JsonWebTokenError: jwt malformed", "jwt must be a string", "^invalid token$",
            "UnauthorizedError: jwt malformed"),
        KnownMessage(
            .jsonwebtoken, TokenTextCode.empty, "jwt must be provided", "No authorization token was found",
            "credentials_required"),
        KnownMessage(
            .jsonwebtoken, JOSECode.signature, "JsonWebTokenError: invalid signature", "^invalid signature$"),
        KnownMessage(.jsonwebtoken, TokenTextCode.unsecured, "jwt signature is required"),
        KnownMessage(
            .jsonwebtoken, JOSECode.algorithm, "JsonWebTokenError: invalid algorithm", "^invalid algorithm$",
            "\"algorithm\" must be a valid string enum value",
            "\"alg\" parameter for {} key type must be one of:", "\"alg\" parameter {} requires curve"),
        KnownMessage(
            .jsonwebtoken, JWTCode.claimType, "invalid <exp|nbf|iat> value",
            "\"<exp|iat|nbf>\" should be a number of seconds"),
        KnownMessage(.jsonwebtoken, JWTCode.missingClaim, "iat required when maxAge is specified"),
        KnownMessage(
            .jsonwebtoken, LibraryCode.noKey, "secret or public key must be provided",
            "secretOrPrivateKey must have a value"),
        KnownMessage(
            .jsonwebtoken, LibraryCode.keyKind, "secretOrPrivateKey must be an asymmetric key when using",
            "secretOrPublicKey must be an asymmetric key when using", "secretOrPrivateKey is not valid key material",
            "secretOrPublicKey is not valid key material", "Invalid {} \"key\" for allowed algorithms",
            "Unknown key type \"", example: "Error: secretOrPrivateKey must be an asymmetric key when using RS256"),
        KnownMessage(
            .jsonwebtoken, LibraryCode.symmetricKey, "secretOrPrivateKey must be a symmetric key when using",
            "secretOrPublicKey must be a symmetric key when using",
            example: "Error: secretOrPublicKey must be a symmetric key when using HS256"),
        KnownMessage(
            .jsonwebtoken, KeyCode.size, "secretOrPrivateKey has a minimum key size of 2048 bits",
            "secretOrPublicKey has a minimum key size of 2048 bits"),
        KnownMessage(
            .jsonwebtoken, LibraryCode.keyFunction, "error in secret or public key callback",
            example:
                "JsonWebTokenError: error in secret or public key callback: no key"
        ),
        KnownMessage(
            .jsonwebtoken, JOSECode.noMatchingKey, "SigningKeyNotFoundError",
            "No KID specified and JWKS endpoint returned more than 1 key",
            "Unable to find a signing key that matches '"),
        KnownMessage(
            .jsonwebtoken, JOSECode.malformedSet, "JwksError: The JWKS endpoint did not contain any keys",
            "The JWKS endpoint did not contain any keys"),
    ]
}
