internal import Encodings

extension Catalogue {
    private static let discover = "authkeys jwks list https://example.com/.well-known/jwks.json"

    /// What the Convex backend and its client say.
    static let backendTroubles: [Trouble] = [
        Trouble(
            BackendCode.claimNotVerified, .refusal,
            [
                .init(
                    "JWT_PRIVATE_KEY and JWKS are not one pair",
                    fix:
                        "a new pair: 'authkeys convex rotate --yes'; the one of a folder: 'authkeys convex push auth-keys --yes'"
                ),
                .init(
                    "JWKS holds two keys that could be meant, and the tokens of Convex Auth name none",
                    fix: "leave one key: 'authkeys jwks remove jwks.json OLD-KID'"),
                .init(
                    "the backend still has the JWKS from before a change, for 15 seconds, or for as long as it cannot fetch it",
                    fix: "wait and sign in again; if it does not pass, restart the backend"),
                .init("the token has expired: there is no leeway", fix: "sign in again; set the clocks by NTP"),
                .init(
                    "the token was signed by another algorithm than RS256, or for a second audience besides",
                    fix:
                        "sign what Convex Auth signs: 'authkeys jwt sign --key key.pem --profile convex-auth --issuer https://example.com --subject someone'"
                ),
            ],
            tell: [
                "authkeys doctor --live",
                "authkeys doctor --key jwt_private_key.pem --jwks jwks.json --token token.jwt",
                "authkeys jwt verify token.jwt --jwks jwks.json --profile convex-auth --issuer https://example.com",
            ], explains: [BackendCode.webSocket, SymptomCode.identityNull]),
        Trouble(
            BackendCode.notToken, .refusal,
            [
                .init(
                    "the client sent something else: a session id, 'undefined', a token in quotes",
                    fix: "hand setAuth a function that gives the token alone"),
                .init(
                    "the admin key was sent as a user's token, or the other way round",
                    fix: "an admin key goes behind 'Convex ', a token behind 'Bearer '"),
            ], tell: ["authkeys jwt inspect token.jwt"], explains: [BackendCode.webSocket]),
        Trouble(
            BackendCode.noAuthenticator, .refusal,
            [
                .init(
                    "auth.config.ts was not pushed, or to another deployment",
                    fix: "npx convex deploy; 'authkeys emit auth-config' writes the file"),
                .init(
                    "the token's iss and the provider's domain differ",
                    fix: "the domain is process.env.CONVEX_SITE_URL; 'authkeys jwt inspect token.jwt' shows iss"),
                .init(
                    "the applicationID is not 'convex', or the token's aud is another",
                    fix: "write applicationID: \"convex\""),
                .init(
                    "CONVEX_SITE_ORIGIN was changed after users signed in",
                    fix: "sign in again, so that tokens carry the new issuer"),
            ], tell: ["authkeys jwt inspect token.jwt", "authkeys doctor --live --token token.jwt"],
            explains: [BackendCode.webSocket, SymptomCode.identityNull]),
        Trouble(
            BackendCode.discoveryFailed, .refusal,
            [
                .init(
                    "nothing answers at the issuer from inside the container: a host port instead of 3211, or a name that the container does not resolve",
                    fix:
                        "set CONVEX_SITE_ORIGIN to an address that the container reaches; 'authkeys convex origins --issuer https://example.com' prints it"
                ),
                .init(
                    "the document names another issuer, by a slash or by http for https",
                    fix: "set CONVEX_SITE_ORIGIN to exactly the issuer of the tokens"),
                .init(
                    "what answers is no JSON: a login wall or a proxy",
                    fix: "let /.well-known through without signing in"),
                .init(
                    "the certificate is not accepted inside the container",
                    fix: "put the certificate authority into the container, or use http inside"),
                .init("JWKS is no JWK set", fix: "'authkeys jwks lint env:JWKS'"),
            ],
            tell: ["authkeys doctor --live", discover], explains: [BackendCode.closed, BackendCode.webSocket]),
        Trouble(
            BackendCode.functionFailed, .refusal,
            [
                .init(
                    "JWKS is not set on the deployment: the function that serves it fails",
                    fix: "'authkeys convex push auth-keys --yes'"),
                .init(
                    "the variable was set in the container, which never reaches a function",
                    fix: "'authkeys convex push auth-keys --yes' sets it on the deployment"),
                .init("another fault in convex/http.ts", fix: "npx convex logs shows it"),
            ], tell: ["authkeys doctor --live", discover], explains: [BackendCode.closed, BackendCode.webSocket]),
        Trouble(
            BackendCode.noRoutes, .cause,
            [
                .init(
                    "convex/http.ts is missing, or was not pushed",
                    fix: "export default an httpRouter with auth.addHttpRoutes(http), and npx convex deploy"),
                .init(
                    "the issuer points to another deployment",
                    fix: "'authkeys convex origins --issuer https://example.com'"),
            ], tell: [discover, "authkeys doctor --live"], explains: [BackendCode.discoveryFailed, BackendCode.closed]),
        Trouble(
            BackendCode.noRoute, .cause,
            [
                .init(
                    "auth.addHttpRoutes(http) is not called in convex/http.ts", fix: "call it, and npx convex deploy"),
                .init(
                    "CONVEX_SITE_ORIGIN ends in a slash, so that the path begins with two",
                    fix: "take the slash away: 'authkeys convex origins --issuer https://example.com'"),
                .init(
                    "CONVEX_SITE_ORIGIN is that of the API (3210) or a proxy has no route to 3211",
                    fix: "route the site's host to port 3211"),
            ], tell: [discover, "authkeys doctor --live"], explains: [BackendCode.discoveryFailed, BackendCode.closed]),
        Trouble(
            BackendCode.contentType, .cause,
            [
                .init(
                    "a login page or an error page of a proxy came instead of JSON",
                    fix: "let /.well-known through without signing in"),
                .init(
                    "the server of the JWKS names no Content-Type, or text/plain",
                    fix:
                        "'authkeys emit well-known --key key.pem --issuer https://example.com --out site' writes the files and the server's settings"
                ),
            ], tell: [discover], explains: [BackendCode.discoveryFailed, BackendCode.closed]),
        Trouble(
            BackendCode.notIDToken, .refusal,
            [
                .init(
                    "the token has no sub, iat or exp",
                    fix:
                        "'authkeys jwt sign --key key.pem --profile convex-auth --issuer https://example.com --subject someone' signs all of them"
                )
            ],
            tell: ["authkeys jwt inspect token.jwt"], explains: [BackendCode.webSocket]),
        Trouble(
            BackendCode.customKeyID, .refusal,
            [
                .init(
                    "no key of the JWKS has the token's kid",
                    fix: "publish the key under that kid: 'authkeys jwks derive key.pem --kid KID' prints the set"),
                .init(
                    "the kid is there, over another key",
                    fix: "a kid belongs to one key for ever: give the new key a new one"),
                .init(
                    "alg of the token, of the JWK and of auth.config.ts are not one", fix: "write RS256 in all three"),
            ],
            tell: [
                "authkeys jwks list jwks.json",
                "authkeys jwt verify token.jwt --jwks jwks.json --any-issuer --any-audience",
            ],
            explains: [BackendCode.webSocket]),
        Trouble(
            BackendCode.missingKeyID, .refusal,
            [
                .init(
                    "tokens of stock Convex Auth have no kid, and a customJwt provider needs one",
                    fix: "use the OIDC form: { domain, applicationID }; 'authkeys emit auth-config' writes it"),
                .init(
                    "another signer leaves it out",
                    fix: "'authkeys jwt sign --key key.pem --kid KID --issuer https://example.com' writes one"),
            ], tell: ["authkeys jwt inspect token.jwt"], explains: [BackendCode.webSocket]),
        Trouble(
            BackendCode.bodyRefused, .cause,
            [
                .init(
                    "one JWK that the backend does not know, such as one of EdDSA, refuses the whole set",
                    fix: "publish the RSA key alone"),
                .init("n is padded or in plain base64", fix: "'authkeys jwks derive key.pem --out jwks.json --force'"),
                .init("a page came instead of JSON", fix: "let the path through without signing in"),
            ], tell: ["authkeys jwks lint jwks.json"], explains: [BackendCode.webSocket]),
        Trouble(
            BackendCode.dataURL, .cause,
            [
                .init(
                    "the value is not data:application/json;base64,… of the set, or was wrapped at 76 columns",
                    fix: "base64 -w0 jwks.json")
            ],
            tell: ["authkeys jwks lint jwks.json"], explains: [BackendCode.webSocket]),
        Trouble(
            BackendCode.keysNotFetched, .cause,
            [
                .init(
                    "the address does not exist, or does not from inside the container",
                    fix: "docker compose exec backend curl -si the address"),
                .init("the server answers with an error", fix: "see its own log"),
            ], tell: [discover], explains: [BackendCode.webSocket]),
        Trouble(
            BackendCode.customClaims, .refusal,
            [.init("the token lacks sub or exp", fix: "sign both")], tell: ["authkeys jwt inspect token.jwt"],
            explains: [BackendCode.webSocket]),
        Trouble(
            BackendCode.siteProxy, .cause,
            [
                .init(
                    "CONVEX_SITE_ORIGIN names the port of the host, and inside the container only 3211 is there",
                    fix: "set it to an address that reaches the backend from inside too"),
                .init("the backend is not up yet", fix: "wait for its health check"),
            ], tell: ["authkeys doctor --live"], explains: [BackendCode.discoveryFailed, BackendCode.closed]),
        Trouble(
            BackendCode.authorization, .refusal,
            [
                .init(
                    "what was sent is no token, or lacks iss, sub, iat or exp",
                    fix: "see what the client sends; 'authkeys jwt inspect token.jwt' names what is missing"),
                .init(
                    "a customJwt provider refuses it: no kid, a kid that its JWKS does not have, a JWKS that it cannot read",
                    fix: "explain the message beside the code: paste the whole line"),
            ], tell: ["authkeys jwt inspect token.jwt", "authkeys doctor --live --token token.jwt"],
            explains: [BackendCode.webSocket]),
        Trouble(
            BackendCode.internalError, .refusal,
            [
                .init(
                    "something of its own failed: its log has the error",
                    fix: "docker compose logs backend | authkeys explain -"),
                .init(
                    "the issuer of the token has no scheme, as example.com for https://example.com",
                    fix:
                        "set CONVEX_SITE_ORIGIN with it: 'authkeys convex origins --issuer https://example.com' prints it"
                ),
                .init(
                    "it was starting, stopping or overloaded, and no key is involved",
                    fix: "wait; the client connects again by itself"),
            ], tell: ["authkeys doctor --live"], explains: [BackendCode.webSocket]),
        Trouble(
            BackendCode.identityExpired, .consequence,
            [
                .init(
                    "the client could not fetch a new token in time: the tab slept, or the network was away",
                    fix: "nothing: it reconnects; sign in again if it does not"),
                .init("fresh tokens are refused", fix: "look for the refusal further up"),
            ], tell: ["authkeys doctor --live"]),
        Trouble(
            BackendCode.webSocket, .consequence,
            [
                .init(
                    "the backend refused a fresh token twice; its message stands in the same line",
                    fix: "explain that message: paste the whole line")
            ],
            tell: ["authkeys doctor --live"]),
        Trouble(
            BackendCode.closed, .consequence,
            [
                .init(
                    "the keys of the issuer could not be fetched; the log of the backend says why",
                    fix: "docker compose logs backend | authkeys explain -")
            ],
            tell: ["authkeys doctor --live"]),
        Trouble(
            ConvexCode.adminKeyForm, .cause,
            [
                .init("the header is neither 'Convex KEY' nor 'Bearer TOKEN'", fix: "write Authorization: Convex KEY"),
                .init(
                    "the key has a carriage return or 'Admin key:' in it, from docker compose exec without -T",
                    fix: "docker compose exec -T backend ./generate_admin_key.sh | tail -n1"),
            ], tell: ["authkeys doctor --live"]),
        Trouble(
            ConvexCode.adminKeyRefused, .cause,
            [
                .init(
                    "the key is of another instance: INSTANCE_SECRET or INSTANCE_NAME changed, or the volume is new",
                    fix: "docker compose exec -T backend ./generate_admin_key.sh | tail -n1"),
                .init(
                    "CONVEX_ADMIN_KEY_FILE or INSTANCE_SECRET_FILE was set, which the image does not read",
                    fix: "set INSTANCE_SECRET itself"),
                .init("the key was cut at its '|' by a shell", fix: "quote it: CONVEX_SELF_HOSTED_ADMIN_KEY='…'"),
            ], tell: ["authkeys doctor --live"]),
    ]
}
