internal import Encodings

extension Catalogue {
    /// Of Vapor's jwt-kit, in the words of version 4 and in those of version 5.
    static let jwtKitMessages: [KnownMessage] = [
        KnownMessage(
            .jwtKit, JWTCode.expired, "exp claim verification failed", "errorType: claimVerificationFailure{}expired",
            "Claim verification failed for exp", "ExpirationClaim{}expired",
            example: "JWTKit error: exp claim verification failed: expired"),
        KnownMessage(
            .jwtKit, JWTCode.notYetValid, "nbf claim verification failed", "Claim verification failed for nbf",
            "errorType: claimVerificationFailure{}too soon",
            example: "JWTKit error: nbf claim verification failed: too soon"),
        KnownMessage(
            .jwtKit, JWTCode.audience, "aud claim verification failed", "Claim verification failed for aud",
            "errorType: claimVerificationFailure{}not intended for",
            example: "JWTKit error: aud claim verification failed: not intended for a"),
        KnownMessage(
            .jwtKit, JWTCode.issuer, "iss claim verification failed", "Claim verification failed for iss"),
        KnownMessage(
            .jwtKit, JWTCode.claimValue, "errorType: claimVerificationFailure", "claim verification failed:",
            "Claim verification failed for", example: "JWTKit error: Claim verification failed for sub: is empty"),
        KnownMessage(
            .jwtKit, JOSECode.signature, "errorType: signatureVerificationFailed",
            "JWTKit error: signature verification failed",
            example: "JWTError(errorType: signatureVerificationFailed)"),
        KnownMessage(
            .jwtKit, JOSECode.malformedToken, "malformed JWT", "errorType: malformedToken",
            "JWTKit error: Malformed token",
            example: "JWTError(errorType: malformedToken, reason: \"Token is not split in 3 parts\")"),
        KnownMessage(
            .jwtKit, JOSECode.unknownKeyID, "errorType: unknownKID", "JWTKit error: unknown KID", "unknown kid:",
            example: "JWTError(errorType: unknownKID, kid: a)"),
        KnownMessage(
            .jwtKit, JOSECode.headerMember, "missing KID header", "errorType: missingKIDHeader",
            "JWTKit error: missing KID header",
            "missing kid field in header"),
        KnownMessage(
            .jwtKit, JOSECode.unreadable, "errorType: invalidJWK", "JWTKit error: invalid JWK",
            example: "JWTError(errorType: invalidJWK)"),
        KnownMessage(
            .jwtKit, JOSECode.algorithm, "errorType: signingAlgorithmFailure", "signing algorithm error:",
            "JWTKit error: Signing algorithm failure", "errorType: noKeyProvided",
            example: "JWTKit error: signing algorithm error: signingFailure"),
    ]
}
