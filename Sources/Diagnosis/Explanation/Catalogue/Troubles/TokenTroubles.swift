internal import Encodings

extension Catalogue {
    /// A token that a verifier refused, and said why.
    static let tokenTroubles: [Trouble] = [
        Trouble(
            JWTCode.expired, .refusal,
            [
                .init(
                    "it is old: the client kept it and did not fetch a new one",
                    fix: "sign in again; see that the client refreshes before exp"),
                .init("the clock of the verifier, or of the signer, is wrong", fix: "set it by NTP; 'date -u' on both"),
                .init("the signer wrote milliseconds, or a life of seconds", fix: "exp is in seconds since 1970"),
            ], tell: ["authkeys jwt inspect token.jwt"], explains: [BackendCode.webSocket]),
        Trouble(
            JWTCode.notYetValid, .refusal,
            [
                .init(
                    "the clock of the verifier is behind that of the signer",
                    fix: "set both by NTP, or allow a leeway of a few seconds"),
                .init("nbf was set to a later time on purpose", fix: "wait, or sign without nbf"),
            ], tell: ["authkeys jwt inspect token.jwt"]),
        Trouble(
            JWTCode.issuedInFuture, .refusal,
            [
                .init(
                    "the clock of the signer is ahead of that of the verifier",
                    fix: "set both by NTP, or allow a leeway of a few seconds")
            ],
            tell: ["authkeys jwt inspect token.jwt"]),
        Trouble(
            JWTCode.tooOld, .refusal,
            [
                .init(
                    "the token was issued longer ago than the verifier's greatest age",
                    fix: "sign in again, or raise the greatest age")
            ],
            tell: ["authkeys jwt inspect token.jwt"]),
        Trouble(
            JWTCode.issuer, .refusal,
            [
                .init(
                    "the two differ by a slash at the end, http for https, a port or the case of a letter",
                    fix: "issuers are compared byte for byte: write both alike"),
                .init("the token is of another environment", fix: "sign in where the token is used"),
                .init(
                    "JWT_ISSUER was set, which Convex does not read: the issuer is CONVEX_SITE_URL",
                    fix: "'authkeys convex origins --issuer https://example.com' prints the variables that count"),
            ],
            tell: ["authkeys jwt inspect token.jwt", "authkeys doctor --token token.jwt --issuer https://example.com"]),
        Trouble(
            JWTCode.audience, .refusal,
            [
                .init(
                    "the verifier expects the name of another service",
                    fix: "for Convex Auth it is 'convex', the applicationID of auth.config.ts"),
                .init(
                    "the token has no aud, or a list that the verifier does not take", fix: "sign with the one audience"
                ),
            ], tell: ["authkeys jwt inspect token.jwt"]),
        Trouble(
            JWTCode.missingClaim, .refusal,
            [
                .init(
                    "the signer does not set it",
                    fix:
                        "sign iss, sub, aud, iat and exp, as 'authkeys jwt sign --key key.pem --profile convex-auth --issuer https://example.com --subject someone' does"
                ),
                .init("it is a token of another kind, such as an opaque access token", fix: "send the ID token"),
            ], tell: ["authkeys jwt inspect token.jwt"]),
        Trouble(
            JWTCode.claimType, .refusal,
            [
                .init(
                    "a time is a string, or in milliseconds; a name is a number",
                    fix: "exp, nbf and iat are numbers of seconds; iss and sub are strings")
            ],
            tell: ["authkeys jwt inspect token.jwt"]),
        Trouble(
            JWTCode.claims, .refusal,
            [.init("the payload is no JSON object", fix: "sign an object of claims")],
            tell: ["authkeys jwt inspect token.jwt"]),
        Trouble(
            JWTCode.claimValue, .refusal,
            [
                .init(
                    "the verifier expects one sub, jti, nonce or azp, and the token is for another",
                    fix: "compare the claims with what the verifier was told to expect"),
                .init(
                    "the sign-in began in another tab or window, so that its nonce is no longer the one that is kept",
                    fix: "begin it anew, in one tab; see that the cookie with the nonce comes back"),
                .init(
                    "a check of your own refused the claim: the text behind the name of the claim says why",
                    fix: "sign the value that it asks for"),
            ], tell: ["authkeys jwt inspect token.jwt"]),
        Trouble(
            JWTCode.type, .refusal,
            [
                .init(
                    "typ names another kind of token, such as at+jwt for an access token",
                    fix: "send the ID token, or have the verifier expect that typ")
            ],
            tell: ["authkeys jwt inspect token.jwt"]),
        Trouble(
            JOSECode.signature, .refusal,
            [
                .init(
                    "the key that verifies is not the pair of the one that signs",
                    fix: "set both from one pair: 'authkeys generate', then 'authkeys convex push auth-keys --yes'"),
                .init(
                    "the verifier still has the JWKS from before a rotation",
                    fix: "wait for its cache (Convex: 15 seconds, or a restart if it cannot fetch), and sign in again"),
                .init(
                    "the token is of another environment, or was changed or cut on its way",
                    fix: "take the token where it is refused, and verify that one"),
            ],
            tell: [
                "authkeys doctor --key jwt_private_key.pem --jwks jwks.json --token token.jwt",
                "authkeys jwt verify token.jwt --jwks jwks.json --any-issuer --any-audience",
            ], explains: [BackendCode.claimNotVerified, BackendCode.customKeyID]),
        Trouble(
            JOSECode.malformedToken, .refusal,
            [
                .init("'Bearer ', quotes or a line end stand around the token", fix: "hand on the three parts alone"),
                .init(
                    "it is something else: a session id, an opaque token, the text 'null' or 'undefined'",
                    fix: "see what the client sends"),
                .init("the token was cut", fix: "look at limits of headers and cookies (4 KB)"),
            ], tell: ["authkeys jwt inspect token.jwt"]),
        Trouble(
            JOSECode.headerMember, .refusal,
            [
                .init(
                    "the header has a member that the verifier does not know, or lacks alg",
                    fix: "sign with alg, kid and typ alone"),
                .init(
                    "it has no kid, by which this verifier finds the key",
                    fix: "'authkeys jwt sign --key key.pem --kid KID --issuer https://example.com' writes one"),
            ],
            tell: ["authkeys jwt inspect token.jwt"]),
        Trouble(
            JOSECode.algorithm, .refusal,
            [
                .init(
                    "the token was signed by another algorithm than the one that is allowed: HS256, ES256, none",
                    fix: "sign RS256, or name the algorithm to the verifier"),
                .init(
                    "the alg of the JWK differs from that of the token",
                    fix: "'authkeys jwks lint jwks.json' names the key"),
            ], tell: ["authkeys jwt inspect token.jwt", "authkeys jwks lint jwks.json"]),
        Trouble(
            TokenTextCode.empty, .refusal,
            [
                .init(
                    "the request carries no Authorization header: nobody is signed in, or a proxy removed it",
                    fix: "see what the client sends"),
                .init("the variable that should hold the token is unset", fix: "print its length, never its value"),
            ], tell: ["authkeys jwt inspect env:TOKEN"]),
        Trouble(
            TokenTextCode.bearerPrefix, .refusal,
            [.init("the whole Authorization header was handed to the verifier", fix: "take the part behind 'Bearer '")],
            tell: ["authkeys jwt inspect token.jwt"]),
        Trouble(
            TokenTextCode.encrypted, .refusal,
            [
                .init(
                    "the secret that encrypts sessions changed, as AUTH_SECRET or NEXTAUTH_SECRET of Auth.js: "
                        + "what it made before cannot be decrypted",
                    fix: "give all instances one secret, and sign in again; no key of Convex is involved"),
                .init(
                    "an encrypted token (five parts) was handed to something else than who it is for",
                    fix: "send the signed one, of three parts"),
            ],
            tell: ["authkeys jwt inspect token.jwt"]),
        Trouble(
            TokenTextCode.unsecured, .refusal,
            [
                .init(
                    "the token has no signature: it was cut at the last dot, or made with alg none",
                    fix: "take the whole token; refuse unsigned ones")
            ],
            tell: ["authkeys jwt inspect token.jwt"]),
    ]
}
