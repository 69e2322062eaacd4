internal import Encodings

extension Catalogue {
    /// Of the `jsonwebtoken` crate, whose errors print as the names of their kinds.
    static let rustJSONWebTokenMessages: [KnownMessage] = [
        KnownMessage(
            .jsonwebtokenRust, JWTCode.expired, "ExpiredSignature$", "Error(ExpiredSignature)", "kind: ExpiredSignature"
        ),
        KnownMessage(.jsonwebtokenRust, JWTCode.notYetValid, "ImmatureSignature$", "Error(ImmatureSignature)"),
        KnownMessage(.jsonwebtokenRust, JWTCode.issuer, "InvalidIssuer$", "Error(InvalidIssuer)"),
        KnownMessage(.jsonwebtokenRust, JWTCode.audience, "InvalidAudience$", "Error(InvalidAudience)"),
        KnownMessage(.jsonwebtokenRust, JWTCode.claimValue, "InvalidSubject$", "Error(InvalidSubject)"),
        KnownMessage(
            .jsonwebtokenRust, JWTCode.missingClaim, "Missing required claim:", "MissingRequiredClaim(",
            "JSON error: missing field `<exp|sub|aud|iss|iat|nbf|jti>`",
            "Error(Json(Error(\"missing field `<exp|sub|aud|iss|iat|nbf|jti>`",
            example: "Missing required claim: exp"),
        KnownMessage(.jsonwebtokenRust, JOSECode.signature, "InvalidSignature$", "Error(InvalidSignature)"),
        KnownMessage(
            .jsonwebtokenRust, JWTCode.claimType, "JSON error: invalid type: {} at line 1 column",
            "Error(Json(Error(\"invalid type",
            example: "JSON error: invalid type: string \"soon\", expected u64 at line 1 column 13"),
        KnownMessage(
            .jsonwebtokenRust, JOSECode.malformedToken, "InvalidToken$", "Error(InvalidToken)",
            "Base64 error: <Invalid|Encoded text cannot have>", "Error(<Base64|Utf8>(",
            "^UTF-8 error: invalid utf-8 sequence"),
        KnownMessage(
            .jsonwebtokenRust, JOSECode.algorithm, "InvalidAlgorithm$", "Error(InvalidAlgorithm)",
            "InvalidAlgorithmName",
            "MissingAlgorithm"),
        KnownMessage(.jsonwebtokenRust, KeyCode.unrecognised, "InvalidKeyFormat"),
        KnownMessage(.jsonwebtokenRust, LibraryCode.keyKind, "InvalidEcdsaKey"),
        KnownMessage(
            .jsonwebtokenRust, KeyCode.malformed, "RSA key invalid:", "InvalidRsaKey", "RsaFailedSigning",
            example: "RSA key invalid: InvalidEncoding"),
    ]
}
