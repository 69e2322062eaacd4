import Diagnosis
import Encodings
import Testing

/// What Convex, its parts and the recipes around it really print, word for word.
struct ConvexTextTests {
    static let texts: [(text: String, code: String)] = [
        ("Missing environment variable `JWT_PRIVATE_KEY`", "convex-auth.key-unset"),
        ("Missing environment variable `JWKS`", "convex-auth.jwks-unset"),
        ("Missing environment variable `SITE_URL`", "convex-auth.site-url-unset"),
        ("Missing environment variable `AUTH_GITHUB_ID`", "convex-auth.variable-unset"),
        ("Reserved claim \"exp\" in custom claims", "convex-auth.reserved-claim"),
        ("Invalid `redirectTo` https://x for configured SITE_URL: https://y", "convex-auth.redirect-to"),
        ("TypeError: \"pkcs8\" must be PKCS#8 formatted string", "consumer.key-text-refused"),
        ("InvalidCharacterError: Failed to execute 'atob': Invalid byte 92, offset 0.", "keytext.escaped-newlines"),
        ("InvalidCharacterError: Failed to execute 'atob': Invalid byte 34, offset 1624.", "keytext.quoted"),
        ("DataError: invalid RSA PrivateKeyInfo", "keytext.lost-characters"),
        ("DataError: invalid RSA PrivateKey", "key.malformed"),
        ("PrivateKeyInfo algorithm is not rsaEncryption", "key.not-rsa"),
        ("RS256 requires key modulusLength to be 2048 bits or larger", "key.size"),
        ("CryptoKey is not extractable", "convex-auth.not-extractable"),
        (
            "Could not parse JWT payload. Check that the token is a valid JWT format with three base64-encoded parts "
                + "separated by dots.", "backend.not-a-token"
        ),
        (
            "Missing issuer claim ('iss') in JWT payload. The JWT must include an 'iss' claim that matches one of your "
                + "configured auth providers.", "jwt.missing-claim"
        ),
        (
            "No auth provider found matching the given token (no providers configured). Check convex/auth.config.ts.",
            "backend.no-provider"
        ),
        (
            "No auth provider found matching the given token. Check that your JWT's issuer and audience match one of your "
                + "configured providers: [CustomJWT(issuer=https://a, app_id=none)]", "backend.no-provider"
        ),
        ("No auth provider found matching the given token", "backend.no-provider"),
        ("Auth provider discovery of https://a.example.com failed", "backend.discovery"),
        ("Error discovering auth provider: Request failed", "backend.discovery"),
        (
            "Auth provider discovery of http://127.0.0.1:3211 failed: 500 Internal Server Error Server Error",
            "backend.discovery-500"
        ),
        ("Auth provider discovery failed: 500 Internal Server Error", "backend.discovery-500"),
        ("Auth provider discovery of https://a failed: 503 Service Unavailable no available server", "network.status"),
        ("Auth provider discovery of https://a failed: 502 Bad Gateway <html>", "network.status"),
        ("Auth provider discovery of https://a failed: 404 Not Found 404 page not found", "network.status"),
        ("Auth provider discovery failed: 404 Not Found", "network.status"),
        (
            #"{"code":"AuthProviderDiscoveryFailed","message":"Auth provider discovery of https://a failed: 500 Internal "#
                + #"Server Error {\"code\":\"InternalServerError\",\"message\":\"Your request couldn't be completed. Try "#
                + #"again later.\"}"}"#, "backend.internal-error"
        ),
        (
            #"{"code":"AuthProviderDiscoveryFailed","message":"Auth provider discovery of https://a failed"}"#,
            "backend.discovery"
        ),
        ("Your request couldn't be completed", "backend.internal-error"),
        ("InternalServerError", "backend.internal-error"),
        ("WebSocket closed with code 1011: InternalServerError", "backend.internal-error"),
        ("WebSocket closed with code 1013: InternalServerError", "backend.internal-error"),
        ("WebSocket closed with code 1013", "backend.internal-error"), ("NoAuthProvider", "backend.no-provider"),
        (
            #"{"code":"NoAuthProvider","message":"No auth provider found matching the given token"}"#,
            "backend.no-provider"
        ),
        ("Unauthenticated", "backend.oidc-claim"), ("InvalidAuthHeader", "backend.auth-header"),
        ("TokenExpired", "backend.identity-expired"), ("must use HTTPS", "backend.provider-domain"),
        ("Invalid provider domain URL \"http://a\": must use HTTPS", "backend.provider-domain"),
        ("request timed out", "network.timeout"), ("decryption operation failed", "token.encrypted"),
        ("ERR_JWE_DECRYPTION_FAILED", "token.encrypted"),
        ("Invalid or unsupported JWK \"kty\" (Key Type) Parameter value", "jwk.member"),
        ("unexpected \"nonce\" claim value", "jwt.claim-value"),
        ("JsonWebTokenError: jwt subject invalid. expected: a", "jwt.claim-value"),
        (
            "\"alg\" parameter for \"rsa\" key type must be one of: RS256, PS256, RS384, PS384, RS512, PS512.",
            "jose.algorithm"
        ),
        ("Base64 error: Invalid symbol 46, offset 3.", "jws.malformed"),
        ("JSON error: missing field `exp` at line 1 column 13", "jwt.missing-claim"),
        ("JSON error: invalid type: string \"soon\", expected u64 at line 1 column 13", "jwt.claim-type"),
        ("UTF-8 error: invalid utf-8 sequence of 1 bytes from index 1", "jws.malformed"),
        ("InvalidEcdsaKey", "library.key-kind"),
        ("x509: failed to parse private key (use ParsePKCS1PrivateKey instead for this key format)", "key.pkcs1"),
        (
            "asn1: structure error: tags don't match (2 vs {class:0 tag:16 length:13 isCompound:true})",
            "keytext.wrong-label"
        ),
        ("./push.sh: line 4: JWT_PRIVATE_KEY: unbound variable", "library.no-key"),
        (".env: line 3: 0153c2a1f0: command not found", "pipeline.no-admin-key"),
        ("zsh: command not found: 0153c2a1f0", "pipeline.no-admin-key"),
        ("could not parse JWKS: Unexpected end of JSON input", "env.empty"),
        (
            "fetching https://a/.well-known/jwks.json: Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON",
            "discovery.web-page"
        ),
        (
            "Auth provider discovery of https://a failed: 404 Not Found This Convex deployment does not have HTTP actions "
                + "enabled.", "backend.no-http-actions"
        ),
        ("This Convex deployment does not have HTTP actions enabled.", "backend.no-http-actions"),
        ("Auth provider discovery of https://a failed: 404 Not Found No matching routes found", "backend.no-route"),
        ("No matching routes found", "backend.no-route"),
        ("Auth provider discovery of https://a failed: 401 Unauthorized", "network.status"),
        ("Auth provider discovery of https://a failed: 429 Too Many", "network.status"),
        ("Auth provider discovery of https://a failed: 200 OK", "backend.content-type"),
        ("Could not parse as OIDC ID token. Token might not be an OIDC-compliant JWT.", "backend.not-id-token"),
        (
            "Could not verify OIDC token claim. Check that the token signature is valid and the token hasn't expired.",
            "backend.oidc-claim"
        ),
        (
            "Could not decode token. The JWT's 'kid' (key ID) header is 'k1', does this key match any key in the provider's "
                + "JWKS?", "backend.custom-kid"
        ),
        (
            "Could not decode token. The JWT's 'kid' (key ID) header doesn't match any key in the provider's JWKS, or the JWT "
                + "signature is invalid.", "backend.custom-kid"
        ),
        ("Could not decode token. JWT may be missing a 'kid' (key ID) header.", "backend.missing-kid"),
        (
            "Invalid JWKS response body from 'https://a/jwks'. The response is not valid JSON or doesn't match the expected "
                + "JWKS format.", "backend.jwks-refused"
        ),
        (
            "Invalid JWKS data URL. Check that the data URL is properly formatted and contains valid base64-encoded JSON.",
            "backend.data-url"
        ),
        (
            "Could not fetch JWKS from URL 'https://a/jwks': operation failed. Check that the URL is correct and accessible.",
            "backend.jwks-fetch"
        ),
        (
            "Could not fetch JWKS from URL 'https://a/jwks': HTTP 404 Not Found. Check that the URL is correct and "
                + "accessible.", "backend.jwks-fetch"
        ),
        (
            "Invalid Content-Type 'text/html' when fetching JWKS from 'https://a/jwks'. Expected 'application/json' or "
                + "'application/jwk-set+json'.", "backend.content-type"
        ),
        ("Invalid issuer: https://a != https://b", "jwt.issuer"),
        (
            "Missing audience claim ('aud') in JWT payload. The JWT must include an 'aud' claim that matches your configured "
                + "application ID.", "jwt.missing-claim"
        ),
        ("Invalid audience: convex not in [\"a\"]", "jwt.audience"),
        ("Could not validate token: Token expired 3 seconds ago", "jwt.expired"),
        ("Could not validate token: Token will be valid in 3 seconds", "jwt.not-yet-valid"),
        (
            "Could not verify token claim. Check that the JWT contains valid claims and matches your auth provider "
                + "configuration.", "backend.custom-claims"
        ),
        ("Convex token identity expired", "backend.identity-expired"),
        ("Invalid admin key", "convex.admin-key-form"),
        ("The provided admin key was invalid for this instance", "convex.admin-key-refused"),
        (
            "AmbiguousKeyId(\"JWK set must only contain one eligible public key, but found 2 eligible keys: …\")",
            "jwks.ambiguous-key"
        ),
        ("NoMatchingKey", "jwks.no-matching-key"), ("KidMissing", "backend.missing-kid"),
        ("KeyNotFound", "jwks.unknown-kid"),
        ("WebSocket closed with code 1013: AuthProviderDiscoveryFailed", "backend.closed"),
        (
            "Environment variable CONVEX_SITE_URL is used in auth config file but its value was not set",
            "backend.auth-config-variable"
        ),
        (
            "This change would make the auth config invalid: Invalid provider domain URL \"\\\"x\": starts with a double quote "
                + "(\")", "backend.provider-domain"
        ),
        (
            "The pushed auth config is invalid: Invalid provider domain URL \"x\": scheme should be http or https",
            "backend.provider-domain"
        ),
        (
            "The pushed auth config is invalid: auth config file must include a list of provider credentials: …",
            "convex.auth-config"
        ),
        (
            "The environment variable value is 9000 bytes, which is too large. (max size: 8192 bytes)",
            "consumer.value-too-large"
        ),
        ("EnvironmentVariableValueTooLarge", "consumer.value-too-large"),
        ("EnvVarLimitMet", "convex.too-many-variables"),
        ("EnvVarTotalSizeLimitMet", "convex.total-size"),
        (
            "Environment variable with name \"CONVEX_SITE_URL\" is built-in and cannot be overridden",
            "convex.built-in-name"
        ),
        ("error: unknown option '-----BEGIN PRIVATE KEY-----", "pipeline.key-as-option"),
        (
            "Could not find public function for 'a:b'. Did you forget to run `npx convex dev`?",
            "unrelated.missing-function"
        ),
        ("cluster url already contains db name: /convex_self_hosted", "unrelated.database-url"),
        ("signed out after an hour", "symptom.hourly"), ("Signed out after a deploy", "symptom.after-deploy"),
        ("users get logged out every hour", "symptom.hourly"), ("works locally, not in CI", "symptom.not-in-ci"),
        ("it works locally but does not work in CI", "symptom.not-in-ci"),
        // jose, as CONVEX.md lists it.
        ("\"spki\" must be SPKI formatted string", "keytext.wrong-label"),
        ("\"exp\" claim timestamp check failed", "jwt.expired"), ("unexpected \"iss\" claim value", "jwt.issuer"),
        ("unexpected \"aud\" claim value", "jwt.audience"), ("unexpected \"sub\" claim value", "jwt.claim-value"),
        ("missing required \"iat\" claim", "jwt.missing-claim"),
        ("\"nbf\" claim timestamp check failed", "jwt.not-yet-valid"),
        ("\"exp\" claim must be a number", "jwt.claim-type"),
        ("unexpected \"typ\" JWT header value", "jwt.type"), ("signature verification failed", "jws.signature"),
        ("Invalid Compact JWS", "jws.malformed"), ("JWS Protected Header is invalid", "jws.malformed"),
        ("JWT Claims Set must be a top-level JSON object", "jwt.claims"),
        ("no applicable key found in the JSON Web Key Set", "jwks.no-matching-key"),
        ("multiple matching keys found in the JSON Web Key Set", "jwks.ambiguous-key"),
        ("JSON Web Key Set malformed", "jwks.malformed"), ("JWKSTimeout: request timed out", "library.remote-keys"),
        ("The JWKS endpoint did not contain any signing keys", "jwk.missing-kid"),
        ("Unsupported \"alg\" value for a JSON Web Key Set", "jose.algorithm"),
        ("\"alg\" (Algorithm) Header Parameter value not allowed", "jose.algorithm"),
        ("Expected 200 OK from the JSON Web Key Set HTTP response", "library.remote-keys"),
        ("Failed to parse the JSON Web Key Set HTTP response as JSON", "library.remote-keys"),
    ]

    /// Too short to be known but as a whole line, or at its end.
    static let wholeLines: Set = [
        "Invalid admin key", "DataError: invalid RSA PrivateKey", "Your request couldn't be completed",
        "InternalServerError", "WebSocket closed with code 1013", "Unauthenticated", "InvalidAuthHeader",
        "TokenExpired", "must use HTTPS", "request timed out",
        "UTF-8 error: invalid utf-8 sequence of 1 bytes from index 1",
    ]

    @Test(arguments: texts.indices)
    func isRecognised(index: Int) {
        let (text, code) = Self.texts[index]
        #expect(CatalogueTests.codes(in: text) == [code])
    }

    /// As a log has it: behind a time, in colours, in JSON, in other quotes and in other letters.
    @Test(arguments: texts.indices)
    func isRecognisedInALog(index: Int) {
        let (text, code) = Self.texts[index]
        let json = text.replacingOccurrences("\\", with: "\\\\").replacingOccurrences("\"", with: "\\\"")
        for line in [
            "2026-11-29T10:00:00.000Z \u{1B}[31mERROR\u{1B}[0m \(text)",
            "{\"level\":\"error\",\"message\":\"\(json)\"}",
            text.replacingOccurrences("'", with: "\u{2019}"), "\t  " + text.replacingOccurrences(" ", with: " \t "),
            text.uppercased(), text + "\r",
        ] {
            let codes = CatalogueTests.codes(in: line)
            #expect(codes == [code] || (Self.wholeLines.contains(text) && codes.isEmpty), "\(line)")
        }
    }

    /// A whole log: what brought it about comes first, and what follows from it says so.
    @Test func aCauseComesBeforeItsConsequences() {
        let log = """
            WebSocket closed with code 1013: AuthProviderDiscoveryFailed
            Uncaught Error: Not authenticated
            Access to fetch has been blocked by CORS policy
            Auth provider discovery of https://a failed: 500 Internal Server Error {"code":"[Request ID: 1] Server Error: \
            Uncaught Error: Missing environment variable `JWKS`"}
            WebSocket closed with code 1013: AuthProviderDiscoveryFailed
            """
        let found = LogExamination.explanation(of: log, now: CatalogueTests.now).diagnoses
        #expect(
            found.map(\.trouble.code.rawValue) == [
                "convex-auth.jwks-unset", "backend.discovery-500", "backend.closed", "symptom.no-identity",
                "unrelated.cors",
            ])
        #expect(
            found.map { $0.explainedBy?.rawValue } == [
                nil, "convex-auth.jwks-unset", "convex-auth.jwks-unset", nil, nil,
            ])
        #expect(found.map { $0.sightings.flatMap(\.lines) } == [[4], [4], [1, 5], [2], [3]])
    }
}

extension String {
    fileprivate func replacingOccurrences(_ part: String, with other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
