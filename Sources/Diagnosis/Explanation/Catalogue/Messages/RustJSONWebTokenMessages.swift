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
        KnownMessage(.jsonwebtokenRust, JWTCode.claims, "InvalidSubject$", "Error(InvalidSubject)"),
        KnownMessage(
            .jsonwebtokenRust, JWTCode.missingClaim, "Missing required claim:", "MissingRequiredClaim(",
            example: "Missing required claim: exp"),
        KnownMessage(.jsonwebtokenRust, JOSECode.signature, "InvalidSignature$", "Error(InvalidSignature)"),
        KnownMessage(.jsonwebtokenRust, JOSECode.malformedToken, "InvalidToken$", "Error(InvalidToken)"),
        KnownMessage(
            .jsonwebtokenRust, JOSECode.algorithm, "InvalidAlgorithm$", "Error(InvalidAlgorithm)",
            "InvalidAlgorithmName",
            "MissingAlgorithm"),
        KnownMessage(.jsonwebtokenRust, KeyCode.unrecognised, "InvalidKeyFormat"),
        KnownMessage(
            .jsonwebtokenRust, KeyCode.malformed, "RSA key invalid:", "InvalidRsaKey", "RsaFailedSigning",
            example: "RSA key invalid: InvalidEncoding"),
    ]
}
