internal import Encodings

extension Catalogue {
    private static let set = "'authkeys convex push auth-keys --yes'"

    /// What people see.
    static let symptomTroubles: [Trouble] = [
        Trouble(
            SymptomCode.hourly, .symptom,
            [
                .init(
                    "the token of an hour is not renewed: the refresh fails, and its error stands in the console at that minute",
                    fix: "explain that error; fetchAccessToken must give a fresh one when asked to"),
                .init(
                    "the fresh token is refused, because the key was changed since: the old connection lived on its old token",
                    fix: "see that JWT_PRIVATE_KEY and JWKS are one pair, then sign in again"),
                .init(
                    "refresh tokens are used twice: two tabs, or a server and a browser, share one",
                    fix: "let one of them refresh"),
                .init("AUTH_SESSION_INACTIVE_DURATION_MS or AUTH_SESSION_TOTAL_DURATION_MS is short", fix: "raise it"),
            ], tell: ["authkeys doctor --live", "authkeys jwt inspect token.jwt"]),
        Trouble(
            SymptomCode.afterDeploy, .symptom,
            [
                .init(
                    "the deployment makes or sets a new key each time: an entrypoint that pushes, a step that generates",
                    fix:
                        "set the key once; the script of 'authkeys emit docker-entrypoint' sets it only when it is unset"
                ),
                .init("the pipeline sets one of the two values and not the other", fix: set),
                .init(
                    "the site's address changed with the deployment, and with it the issuer",
                    fix: "keep CONVEX_SITE_ORIGIN"),
                .init("the volume is not kept, so that sessions are gone", fix: "keep /convex/data"),
            ], tell: ["authkeys doctor --live", "authkeys jwks list https://example.com/.well-known/jwks.json"]),
        Trouble(
            SymptomCode.afterRestart, .symptom,
            [
                .init("a stale JWKS was served from memory until then: the stored one is missing or broken", fix: set),
                .init(
                    "the entrypoint put an older key back",
                    fix: "seed instead of push: 'authkeys emit docker-entrypoint'"),
                .init("the volume is not kept", fix: "keep /convex/data"),
            ], tell: ["authkeys doctor --live"]),
        Trouble(
            SymptomCode.afterRotation, .symptom,
            [
                .init(
                    "the new private key was in use before the backend had the new JWKS (15 seconds)",
                    fix:
                        "sign in again; 'authkeys convex rotate --yes' sets JWKS first, and the key when the backend accepts it"
                ),
                .init(
                    "the old key was removed while its tokens were in use",
                    fix:
                        "with kids, publish both until the last token has expired, as authkeys rotation does; stock Convex Auth cannot overlap"
                ),
                .init(
                    "both keys were published for tokens without a kid",
                    fix: "leave one: 'authkeys jwks remove jwks.json OLD-KID'"),
            ], tell: ["authkeys jwks lint jwks.json", "authkeys doctor --live"]),
        Trouble(
            SymptomCode.inPipeline, .symptom,
            [
                .init(
                    "the secret is empty there: a fork, another environment, another name",
                    fix: "print its length, never its value"),
                .init(
                    "the value was changed on its way: quotes, \\n for line ends, the first line only",
                    fix: "'authkeys pem wrap key.pem --style spaces --out value.txt', and store that"),
                .init("the pipeline talks to another deployment", fix: "see CONVEX_SELF_HOSTED_URL"),
                .init(
                    "OpenSSL 1.1 or LibreSSL made PKCS#1 there",
                    fix: "'authkeys key convert key.pem --to pkcs8 --out pkcs8.pem'"),
            ], tell: ["authkeys doctor --key env:JWT_PRIVATE_KEY --jwks env:JWKS", "authkeys doctor --env-file .env"]),
        Trouble(
            SymptomCode.inContainer, .symptom,
            [
                .init("a variable of the container never reaches a Convex function", fix: set),
                .init(
                    "localhost is the container itself", fix: "'authkeys convex origins --issuer https://example.com'"),
                .init(
                    "an env file gave the first line of the key, or its quotes",
                    fix: "'authkeys emit docker-env --key key.pem --out keys.env'"),
            ], tell: ["authkeys doctor --env-file .env", "authkeys doctor --live"]),
        Trouble(
            SymptomCode.loop, .symptom,
            [
                .init("the fresh token is refused: the key and JWKS are not one pair", fix: set),
                .init("auth.config.ts has no provider for the issuer", fix: "'authkeys emit auth-config'"),
                .init("the backend cannot fetch the keys of the issuer", fix: "'authkeys doctor --live'"),
                .init("the clock of the backend is ahead by more than the life of a token", fix: "set it by NTP"),
            ], tell: ["authkeys doctor --live"]),
        Trouble(
            SymptomCode.reconnecting, .symptom,
            [
                .init(
                    "the keys of the issuer answer 404, which closes the connection without an error: no addHttpRoutes, or no "
                        + "route to port 3211",
                    fix: "call auth.addHttpRoutes(http) in convex/http.ts; route the site's host to port 3211"),
                .init(
                    "they answer 429 or 5xx: JWKS is not set, or a proxy has no backend behind it",
                    fix: "docker compose logs backend | authkeys explain -"),
                .init(
                    "no token is involved: a proxy does not pass WebSockets on, or the backend restarts",
                    fix: "pass Upgrade and Connection on; docker compose ps"),
            ], tell: ["authkeys doctor --live", "authkeys jwks list https://example.com/.well-known/jwks.json"]),
        Trouble(
            SymptomCode.keyExposed, .symptom,
            [
                .init(
                    "whoever has read it can sign tokens for any user, until it is replaced: a new commit without it, or a rewritten "
                        + "history, changes nothing",
                    fix:
                        "replace the key first: 'authkeys convex rotate --yes'; then restart the backend, and only then clean up"
                ),
                .init(
                    "it would happen again", fix: "keep *.pem and .env.local in .gitignore; print no variables in a job"
                ),
            ], tell: ["authkeys doctor --live"]),
        Trouble(
            SymptomCode.everybody, .symptom,
            [
                .init("JWT_PRIVATE_KEY or JWKS is not set on the deployment, or not readable", fix: set),
                .init("the key and JWKS are not one pair", fix: set),
                .init(
                    "CONVEX_SITE_ORIGIN is wrong, so that the keys cannot be fetched",
                    fix: "'authkeys convex origins --issuer https://example.com'"),
            ], tell: ["authkeys doctor --live"]),
        Trouble(
            SymptomCode.serverSide, .symptom,
            [
                .init(
                    "the page was rendered with a token from before the key was changed; middleware renews it only near its end",
                    fix: "sign in again, or wait until it expires"),
                .init(
                    "the server is not given the token",
                    fix: "convexAuthNextjsMiddleware, and convexAuthNextjsToken() in each request"),
                .init("the server talks to another deployment than the browser", fix: "compare NEXT_PUBLIC_CONVEX_URL"),
            ], tell: ["authkeys jwt inspect token.jwt", "authkeys doctor --live"]),
        Trouble(
            SymptomCode.sometimes, .symptom,
            [
                .init(
                    "several instances verify with different sets, or sign with different keys",
                    fix: "give all of them one pair"),
                .init("two keys share one kid", fix: "'authkeys jwks lint jwks.json'"),
                .init("a cache still has the old set", fix: "wait for its max-age"),
                .init("clocks differ by seconds", fix: "set them by NTP"),
            ], tell: ["authkeys jwks lint jwks.json", "authkeys doctor --live"]),
        Trouble(
            SymptomCode.identityNull, .consequence,
            [
                .init(
                    "the call was made before the client had handed over its token",
                    fix: "wait for isAuthenticated, or skip the query until then"),
                .init(
                    "the token was refused; the client logged why",
                    fix: "look for 'Failed to authenticate' in the console of the browser"),
                .init("nobody is signed in", fix: "no key is involved"),
            ], tell: ["authkeys doctor --live"]),
    ]
}
