internal import Encodings

extension Catalogue {
    /// Of golang-jwt, in the words of versions 3 and 4 and in those of version 5, which names the kind first.
    static let golangJWTMessages: [KnownMessage] = [
        KnownMessage(
            .golangJWT, JWTCode.expired, "token is expired", "token has invalid claims: token is expired",
            "token is expired by", example: "Token is expired"),
        KnownMessage(
            .golangJWT, JWTCode.notYetValid, "token is not valid yet",
            "token has invalid claims: token is not valid yet"),
        KnownMessage(
            .golangJWT, JWTCode.issuedInFuture, "token used before issued",
            "token has invalid claims: token used before issued"),
        KnownMessage(
            .golangJWT, JWTCode.issuer, "token has invalid issuer", "token has invalid claims: token has invalid issuer"
        ),
        KnownMessage(
            .golangJWT, JWTCode.audience, "token has invalid audience",
            "token has invalid claims: token has invalid audience"),
        KnownMessage(
            .golangJWT, JWTCode.claimValue, "token has invalid claims", "token has invalid subject",
            "token has invalid id",
            "token has invalid claims: token has invalid subject"),
        KnownMessage(
            .golangJWT, JWTCode.missingClaim, "token is missing required claim", "a required claim is missing",
            "token has invalid claims: token is missing required claim"),
        KnownMessage(
            .golangJWT, JOSECode.signature, "token signature is invalid", "crypto/rsa: verification error",
            "token signature is invalid: crypto/rsa: verification error",
            "token signature is invalid: signature is invalid",
            "^signature is invalid$"),
        KnownMessage(
            .golangJWT, JOSECode.malformedToken, "token is malformed", "token contains an invalid number of segments",
            "token is malformed: token contains an invalid number of segments",
            "token is malformed: could not base64 decode", "token is malformed: could not JSON decode"),
        KnownMessage(
            .golangJWT, TokenTextCode.bearerPrefix, "tokenstring should not contain 'bearer '",
            "token is malformed: tokenstring should not contain 'bearer '"),
        KnownMessage(
            .golangJWT, JOSECode.algorithm, "signing method {} is invalid",
            "token signature is invalid: signing method {} is invalid",
            "signing method (alg) is un<available|specified>",
            "token is unverifiable: signing method (alg) is un<available|specified>",
            "unexpected signing method",
            "token is unverifiable: error while executing keyfunc: unexpected signing method",
            example: "signing method HS256 is invalid"),
        KnownMessage(
            .golangJWT, LibraryCode.keyFunction, "token is unverifiable",
            "token is unverifiable: error while executing keyfunc",
            "no Keyfunc was provided", "token is unverifiable: no keyfunc was provided"),
        KnownMessage(
            .golangJWT, LibraryCode.keyKind, "key is of invalid type", "^key is invalid$",
            "token signature is invalid: key is of invalid type",
            "token signature is invalid: key is invalid", "token is unverifiable: key is of invalid type"),
        KnownMessage(
            .golangJWT, KeyCode.unrecognised, "invalid key: Key must be a PEM encoded PKCS1 or PKCS8 key",
            "Key must be PEM encoded PKCS1 or PKCS8 private key", "Key must be a PEM encoded PKCS1 or PKCS8 key"),
        KnownMessage(
            .golangJWT, KeyCode.notRSA, "key is not a valid RSA <private|public> key",
            "failed to parse private key (use ParseECPrivateKey instead"),
        KnownMessage(
            .golangJWT, KeyCode.pkcs1, "failed to parse private key (use ParsePKCS1PrivateKey instead",
            example: "x509: failed to parse private key (use ParsePKCS1PrivateKey instead for this key format)"),
        KnownMessage(
            .golangJWT, KeyTextCode.wrongLabel, "failed to parse private key (use ParsePKCS8PrivateKey instead",
            "failed to parse public key (use <ParsePKCS1PublicKey|ParsePKIXPublicKey> instead",
            "asn1: structure error", "x509: malformed <certificate|tbs certificate>",
            "x509: malformed {}public key",
            example: "asn1: structure error: tags don't match"),
        KnownMessage(
            .golangJWT, KeyTextCode.lostCharacters, "asn1: syntax error: <data|sequence> truncated",
            "asn1: syntax error: trailing data"),
    ]
}
