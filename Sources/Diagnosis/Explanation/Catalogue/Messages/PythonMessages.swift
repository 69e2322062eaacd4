internal import Encodings

extension Catalogue {
    /// Of PyJWT 2 and joserfc.
    static let pythonMessages: [KnownMessage] = [
        KnownMessage(.pyJWT, JWTCode.expired, "Signature has expired", "ExpiredSignatureError: Signature has expired"),
        KnownMessage(.joserfc, JWTCode.expired, "expired_token:", "expired_token: The token is expired"),
        KnownMessage(
            .pyJWT, JWTCode.notYetValid, "The token is not yet valid (nbf)"),
        KnownMessage(.joserfc, JWTCode.notYetValid, "invalid_claim: The token is not yet valid"),
        KnownMessage(
            .pyJWT, JWTCode.issuedInFuture, "The token is not yet valid (iat)"),
        KnownMessage(.joserfc, JWTCode.issuedInFuture, "The token was issued in the future"),
        KnownMessage(
            .pyJWT, JWTCode.issuer, "InvalidIssuerError", "InvalidIssuerError: Invalid issuer", "^Invalid issuer$"),
        KnownMessage(.joserfc, JWTCode.issuer, "invalid_claim: Invalid claim: 'iss'"),
        KnownMessage(
            .pyJWT, JWTCode.audience, "Audience doesn't match", "Invalid claim format in token", "InvalidAudienceError",
            "InvalidAudienceError: Audience doesn't match", "^Invalid audience$",
            "InvalidAudienceError: Invalid audience"),
        KnownMessage(.joserfc, JWTCode.audience, "invalid_claim: Invalid claim: 'aud'"),
        KnownMessage(
            .pyJWT, JWTCode.claimValue, "InvalidSubjectError: Invalid subject", "InvalidJTIError: Invalid JWT ID",
            "^Invalid subject$"),
        KnownMessage(
            .joserfc, JWTCode.claimValue, "invalid_claim: Invalid claim: '",
            example: "invalid_claim: Invalid claim: 'sub'"),
        KnownMessage(
            .pyJWT, JWTCode.missingClaim, "Token is missing the \"{}\" claim",
            example: "jwt.exceptions.MissingRequiredClaimError: Token is missing the \"exp\" claim"),
        KnownMessage(
            .joserfc, JWTCode.missingClaim, "missing_claim:", "missing_claim: Missing claim: '{}'",
            example: "missing_claim: Missing claim: 'exp'"),
        KnownMessage(
            .pyJWT, JWTCode.claimType, "Expiration Time claim (exp) must be an integer",
            "Not Before claim (nbf) must be an integer",
            "Issued At claim (iat) must be an integer", "Subject must be a string", "JWT ID must be a string",
            "Issuer (iss) must be a string"),
        KnownMessage(
            .joserfc, JWTCode.claimType, "invalid_claim: Claim '{}' must be",
            example: "invalid_claim: Claim 'exp' must be a NumericDate value"),
        KnownMessage(
            .pyJWT, JOSECode.malformedToken, "Not enough segments", "Invalid header string",
            "Invalid header string: Expecting value: line 1 column 1 (char 0)",
            "Invalid payload string: Expecting value: line 1 column 1 (char 0)", "Invalid payload string",
            "Invalid header padding", "Invalid payload padding", "Invalid crypto padding",
            "Invalid token type. Token must be a",
            "DecodeError: Not enough segments"),
        KnownMessage(
            .joserfc, JOSECode.malformedToken, "^decode_error:", "DecodeError: decode_error:",
            "^invalid_payload:", "PayloadError: invalid_payload:",
            example: "decode_error: Invalid JSON Web Signature"),
        KnownMessage(
            .pyJWT, JOSECode.algorithm, "The specified alg value is not allowed", "^Algorithm not supported$",
            "Error: Algorithm not supported",
            "InvalidAlgorithmError: The specified alg value is not allowed", "Unable to find an algorithm for key",
            "It is required that you pass in a value for the \"algorithms\" argument",
            "Algorithm '{}' could not be found",
            "Algorithm {} not found"),
        KnownMessage(
            .joserfc, JOSECode.algorithm, "unsupported_algorithm:", "unsupported_key_alg:",
            example: "unsupported_algorithm: Algorithm of 'none' is not allowed"),
        KnownMessage(.joserfc, JOSECode.signature, "bad_signature:", example: "bad_signature: "),
        KnownMessage(
            .pyJWT, JOSECode.noMatchingKey, "Unable to find a signing key that matches", "Unable to find a signing key",
            example: "Unable to find a signing key that matches: \"k1\""),
        KnownMessage(
            .joserfc, JOSECode.noMatchingKey, "invalid_key_id:", example: "invalid_key_id: No key for kid: 'k1'"),
        KnownMessage(
            .pyJWT, JOSECode.malformedSet, "The JWK Set did not contain any", "Invalid JWK Set value",
            "The JWKS endpoint did not return a JSON object",
            "keys object is not a list",
            example: "The JWK Set did not contain any usable keys"),
        KnownMessage(
            [.pyJWT, .jsonwebtoken], JOSECode.missingKeyID, ["The JWKS endpoint did not contain any signing keys"]),
        KnownMessage(
            .pyJWT, LibraryCode.remoteKeys, "Fail to fetch data from the url",
            "PyJWKClientConnectionError: Fail to fetch data from the url",
            example: "Fail to fetch data from the url, err: \"HTTP Error 404: Not Found\""),
        KnownMessage(
            .pyJWT, KeyCode.unrecognised, "Could not parse the provided public key", "Unable to load PEM file",
            "Could not deserialize key data", "InvalidKeyError: Invalid key",
            example: "jwt.exceptions.InvalidKeyError: Could not parse the provided public key."),
        KnownMessage(
            .pyJWT, LibraryCode.symmetricKey,
            "The specified key is an asymmetric key or x509 certificate and should not be used as an HMAC secret"),
        KnownMessage(
            .pyJWT, LibraryCode.keyKind, "Expecting a PEM-formatted key", "Key is not a valid RSA", "Not an RSA key",
            "Expecting a string- or bytes-formatted key"),
        KnownMessage(
            .joserfc, LibraryCode.keyKind, "invalid_key_type:", "unsupported_key_use:", "unsupported_key_operation:",
            "^missing_key:", "MissingKeyError: missing_key:",
            example: "invalid_key_type: Algorithm 'RS256' requires 'RSA' key"),
        KnownMessage(
            .pyJWT, LibraryCode.missingDependency, "Do you have cryptography installed",
            "Algorithm 'RS256' could not be found. Do you have cryptography installed",
            "algorithm requires 'cryptography' to be installed"),
        KnownMessage(
            .pyJWT, JOSECode.headerMember, "Unsupported critical extension", "Key ID header parameter must be a string",
            "Invalid 'crit' header", example: "Unsupported critical extension: foo"),
    ]
}
