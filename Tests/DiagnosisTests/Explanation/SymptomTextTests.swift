import Diagnosis
import Encodings
import Testing

/// What people see, in the words of many people.
struct SymptomTextTests {
    static let texts: [(code: String, texts: [String])] = [
        (
            "symptom.hourly",
            [
                "signed out after an hour", "users are logged out every 60 minutes", "I get signed out every hour",
                "users have to log in again every 60 minutes", "after one hour I need to sign in again",
                "my session dies after exactly an hour", "auth stops working after about an hour",
                "token refresh fails after 1 hour", "people get logged out hourly", "session expires after an hour",
                "kicked back to the login page every hour", "convex auth logs me out after 1h",
                "the session only lasts an hour", "after an hour everybody is signed out",
                "users need to sign in every hour",
            ]
        ),
        (
            "symptom.after-deploy",
            [
                "signed out after a deploy", "users have to sign in again after every deployment",
                "every deployment logs everybody out", "all sessions are invalid after redeploying",
                "each release kicks users out", "after I deployed everyone was logged out",
                "deploying signs everyone out", "users are logged out after every push to main",
                "when we deploy, all users get logged out", "everyone was logged out after I deployed",
            ]
        ),
        (
            "symptom.not-in-ci",
            [
                "works locally, not in CI", "it works on my laptop but the pipeline fails",
                "it works on my machine but not in github actions", "login works in dev but not in production",
                "sign in works locally but fails in GitHub Actions", "env variable is empty in CI",
                "JWT_PRIVATE_KEY is empty in the workflow", "the secret is not available in a pull request",
                "auth only fails in production", "login works locally but fails in production",
            ]
        ),
        (
            "symptom.reconnect-loop",
            [
                "the websocket keeps reconnecting", "infinite reconnect loop after login", "silent reconnect loop",
                "client reconnects forever without an error", "convex client is stuck reconnecting",
                "websocket disconnects and reconnects every second", "the connection constantly reconnects",
            ]
        ),
        (
            "symptom.no-identity",
            [
                "getUserIdentity() returns null", "sign in works but useQuery returns null user",
                "ctx.auth.getUserIdentity is always null even though I am signed in", "getAuthUserId gives null",
                "user is null in my query after login", "identity is null in mutations",
                "functions see no user although signed in", "I am signed in but the identity is null",
                "[CONVEX Q(users:me)] Server Error Uncaught ConvexError: Unauthenticated",
            ]
        ),
        (
            "symptom.everybody",
            [
                "nobody can log in", "login is broken for all users", "users can't sign in any more",
                "I cannot sign in to my app", "cannot log in", "sign-in doesn't work",
            ]
        ),
        (
            "symptom.not-in-container",
            [
                "I set JWT_PRIVATE_KEY in docker-compose but convex doesn't see it",
                "convex does not see my env variables", "works on the host but not in the container",
            ]
        ),
        (
            "symptom.after-rotation",
            [
                "tokens are rejected right after rotation", "after rotating the key all users are logged out",
                "after we changed the key nobody can sign in", "users logged out since we got a new signing key",
            ]
        ),
        (
            "symptom.after-restart",
            [
                "signed out after restarting the backend", "after a reboot nobody can sign in",
                "sessions are gone after docker compose up",
            ]
        ),
        (
            "symptom.key-exposed",
            [
                "I committed my private key to git", "private key leaked in the log",
                "we accidentally pushed JWT_PRIVATE_KEY to GitHub",
            ]
        ),
        (
            "symptom.sign-in-loop",
            [
                "I am stuck on the loading screen after signing in", "stuck on the login page", "login redirect loop",
                "sign in silently does nothing", "isAuthenticated is always false",
                "isAuthenticated returns false right after login",
            ]
        ),
        (
            "symptom.server-side",
            [
                "middleware thinks the user is logged out after refresh", "server components see no user",
                "SSR page shows logged out but the browser is signed in",
            ]
        ),
        ("symptom.sometimes", ["sometimes requests get 401", "randomly unauthenticated"]),
        (
            "network.status",
            [
                "404 on /.well-known/jwks.json", "/.well-known/openid-configuration returns 404",
                #"172.18.0.1 - "GET /.well-known/jwks.json HTTP/1.1" 404 19"#,
            ]
        ),
        (
            "backend.discovery-500",
            [
                "500 on /.well-known/openid-configuration",
                #"172.18.0.1 - "GET /.well-known/jwks.json HTTP/2" 500 812"#,
            ]
        ),
        ("convex-auth.key-unset", ["process.env.JWT_PRIVATE_KEY is undefined in my function"]),
        ("convex-auth.jwks-unset", ["JWKS is not set"]),
        ("convex.admin-key-refused", ["admin key does not work after restarting the container"]),
        ("keytext.quoted", ["key has quotes around it"]),
        ("pipeline.env-file-line", ["multi line env var only first line"]),
        ("key.unrecognised", ["newlines are lost in the env variable"]),
    ]

    /// A short text is known where it ends a line.
    @Test(arguments: ["Error: Not authenticated", "Not authenticated", "at 10:00 Error: Not authenticated"])
    func isRecognisedAtTheEndOfALine(text: String) {
        #expect(CatalogueTests.codes(in: text) == ["symptom.no-identity"])
    }

    @Test(arguments: texts.indices)
    func isRecognised(index: Int) {
        let (code, texts) = Self.texts[index]
        for text in texts {
            #expect(CatalogueTests.codes(in: text) == [code], "\(text)")
            #expect(CatalogueTests.codes(in: "Help! \(text.uppercased()), since today.") == [code], "\(text)")
        }
    }

    /// The names of tests, in the log of a job.
    @Test(arguments: [(1, 1), (20, 1), (21, 0)])
    func aLongLogComplainsOfNothing(lines: Int, expected: Int) {
        var examination = LogExamination(now: NumericDate(secondsSince1970: 1_800_000_000))
        let log =
            String(repeating: " PASS src/auth.test.ts\n", count: lines - 1)
            + "users cannot log in with a wrong password"
        examination.take(Array(log.utf8).span)
        #expect(examination.finish().diagnoses.count == expected)
    }
}
