internal import Encodings

extension Catalogue {
    /// Of panva's `jose`, versions 4 to 6; what others say in the same words stands here too.
    static let joseMessages: [KnownMessage] = [
        KnownMessage(
            .jose, JWTCode.expired, "\"exp\" claim timestamp check failed", "ERR_JWT_EXPIRED",
            "\"exp\" claim timestamp check failed{}ERR_JWT_EXPIRED", "JWTExpired: \"exp\" claim timestamp check failed",
            example: "JWTExpired: \"exp\" claim timestamp check failed"),
        KnownMessage(.jose, JWTCode.issuer, "unexpected \"iss\" claim value"),
        KnownMessage(.jose, JWTCode.audience, "unexpected \"aud\" claim value"),
        KnownMessage(.jose, JWTCode.claims, "JWT Claims Set must be a top-level JSON object"),
        KnownMessage(.jose, JWTCode.claimValue, "unexpected \"<sub|jti|nonce|azp>\" claim value"),
        KnownMessage(
            .others, JWTCode.claimValue, "unexpected ID Token \"nonce\" claim value", "nonce mismatch, expected",
            "id_token nonce mismatch", example: "nonce mismatch, expected NONCE, got: OTHER"),
        KnownMessage(
            .jose, TokenTextCode.encrypted, "ERR_JWE_DECRYPTION_FAILED", "decryption operation failed",
            "JWEDecryptionFailed", "JWEDecryptionFailed: decryption operation failed",
            "ERR_JWE_DECRYPTION_FAILED{}decryption operation failed",
            example: "JWEDecryptionFailed: decryption operation failed"),
        KnownMessage(
            .jose, JWTCode.missingClaim, "missing required \"{}\" claim", example: "missing required \"exp\" claim"),
        KnownMessage(
            .jose, JWTCode.notYetValid, "\"nbf\" claim timestamp check failed"),
        KnownMessage(
            .jose, JWTCode.issuedInFuture, "\"iat\" claim timestamp check failed (it should be in the past)"),
        KnownMessage(
            .jose, JWTCode.tooOld, "\"iat\" claim timestamp check failed (too far in the past)"),
        KnownMessage(
            .jose, JWTCode.claimType, "\"<exp|nbf|iat>\" claim must be a number",
            example: "\"exp\" claim must be a number"),
        KnownMessage(.jose, JWTCode.type, "unexpected \"typ\" JWT header value"),
        KnownMessage(
            [.jose, .pyJWT, .jwtKit], JOSECode.signature,
            [
                "signature verification failed", "ERR_JWS_SIGNATURE_VERIFICATION_FAILED",
                "JWSSignatureVerificationFailed",
            ]),
        KnownMessage(
            .jose, JOSECode.malformedToken, "Invalid Compact JWS", "JWS Protected Header is invalid", "Invalid JWT",
            "The payload is not a valid base64url string",
            "Failed to base64url decode the <payload|signature>", "Payload is not a string {} JWT",
            "Compact JWS must be a string or Uint8Array",
            "Invalid Token or Protected Header formatting"),
        KnownMessage(
            .jose, JOSECode.headerMember, "JWS \"alg\" (Algorithm) Header Parameter missing or invalid",
            "Extension Header Parameter {} is not recognized", "\"crit\" (Critical) Header Parameter MUST be",
            "The \"b64\" {} Header Parameter must be"),
        KnownMessage(
            .jose, JOSECode.noMatchingKey, "no applicable key found in the JSON Web Key Set", "ERR_JWKS_NO_MATCHING_KEY"
        ),
        KnownMessage(
            .jose, JOSECode.ambiguousKey, "multiple matching keys found in the JSON Web Key Set",
            "ERR_JWKS_MULTIPLE_MATCHING_KEYS"),
        KnownMessage(
            .jose, JOSECode.malformedSet, "JSON Web Key Set malformed", "ERR_JWKS_INVALID: JSON Web Key Set malformed",
            "JSON Web Key Set members must be public keys", "JSON Web Key Set members must be objects"),
        KnownMessage(
            .jose, LibraryCode.remoteKeys, "Expected 200 OK from the JSON Web Key Set HTTP response",
            "Failed to parse the JSON Web Key Set HTTP response as JSON", "ERR_JWKS_TIMEOUT",
            "JWKSTimeout: request timed out"),
        KnownMessage(
            .jose, JOSECode.algorithm, "Unsupported \"alg\" value for a JSON Web Key Set",
            "\"alg\" (Algorithm) Header Parameter value not allowed",
            "\"alg\" (Algorithm) Header Parameter not allowed", "ERR_JOSE_ALG_NOT_ALLOWED",
            "Invalid or unsupported JWK \"alg\" (Algorithm) Parameter value", "alg {} is not supported either by JOSE",
            "unsupported \"alg\" value for"),
        KnownMessage(
            .jose, KeyTextCode.wrongLabel, "\"spki\" must be SPKI formatted string",
            example: "TypeError: \"spki\" must be SPKI formatted string"),
        KnownMessage(
            .jose, KeyCode.certificate, "\"x509\" must be X.509 formatted string",
            "Failed to parse the X.509 certificate"),
        KnownMessage(
            .jose, LibraryCode.keyKind, "Key for the {} algorithm must be <one |>of type",
            "Key must be one of type KeyObject",
            "Key for the {} algorithm must be one of type CryptoKey",
            "keys are required for {} asymmetric", "must be of type \"public\"", "must be of type \"private\"",
            "CryptoKey does not support this operation", "Invalid key for this operation, its \"type\" must be",
            "Key for the {} algorithm must be type KeyObject",
            example:
                "Key for the RS256 algorithm must be one of type CryptoKey, KeyObject, JSON Web Key, or Uint8Array. Received "
                + "type string"),
        KnownMessage(
            .jose, JOSECode.jwkMember, "missing \"<n|e|kty>\" JWK",
            "\"alg\" argument is required when \"jwk.alg\" is not present",
            "JWK must be an object", "Unsupported key type in JWK", "Invalid or unsupported JWK \"kty\"",
            "Unsupported \"kty\" (Key Type) Parameter value"),
    ]
}
