import Diagnosis
import Encodings
import Testing

/// Texts of every day that are not about keys: an explanation of them as such would send people the wrong way.
struct EverydayTextTests {
    /// With the codes that they may have: none, or one that does not blame a key.
    static let texts: [(text: String, codes: [String])] =
        [
            // JavaScript and TypeScript
            ("TypeError: Cannot read properties of undefined (reading 'map')", ["unrelated.javascript"]),
            ("ReferenceError: document is not defined", ["unrelated.javascript"]),
            ("Error: Cannot find module '@/components/ui/button'", ["unrelated.module"]),
            ("error TS2339: Property 'auth' does not exist on type 'GenericQueryCtx'", ["unrelated.typescript"]),
            ("SyntaxError: Unexpected end of JSON input", ["json.syntax"]),
            ("Error: Failed to fetch: Unexpected end of JSON input", ["json.syntax"]),
            ("SyntaxError: Unexpected token '<', \"<!DOCTYPE \"... is not valid JSON", ["json.syntax"]),
            ("npm ERR! ERESOLVE unable to resolve dependency tree", []),
            ("npm ERR! Could not resolve dependency: peer react@\"^17\" from foo", []),
            ("error: lockfile had changes, but lockfile is frozen", []),
            ("FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory", ["unrelated.memory"]),
            ("Warning: Each child in a list should have a unique \"key\" prop.", []),
            ("[Error: ENOENT: no such file or directory, open '.next/BUILD_ID']", []),
            ("The inferred type of this node exceeds the maximum length the compiler will serialize.", []),
            ("Error: listen EADDRINUSE: address already in use :::3000", ["pipeline.port-in-use"]),
            ("RPError: nonce mismatch, expected undefined, got: abc", ["jwt.claim-value"]),
            ("nonce mismatch", []), ("transaction nonce mismatch", []),
            ("MongoServerError: E11000 duplicate key error collection", []),
            // Python
            ("ModuleNotFoundError: No module named 'requests'", ["unrelated.module"]),
            ("ImportError: cannot import name 'jwt' from partially initialized module 'auth'", []),
            ("KeyError: 'user_id'", []), ("KeyError: 'JWT'", []),
            ("AttributeError: 'NoneType' object has no attribute 'get'", []),
            ("json.decoder.JSONDecodeError: Expecting value: line 1 column 1 (char 0)", ["json.syntax"]),
            ("cryptography.fernet.InvalidToken", []),
            ("psycopg2.OperationalError: FATAL: password authentication failed for user \"postgres\"", []),
            (
                "redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379. Connection refused.",
                ["pipeline.unreachable"]
            ),
            ("pydantic: validation error: invalid_payload: field name required", []),
            ("django.core.exceptions.ImproperlyConfigured: The SECRET_KEY setting must not be empty.", []),
            // Other languages
            ("System.Collections.Generic.KeyNotFoundException: The given key was not present in the dictionary.", []),
            (
                #"{"error":{"code":"KeyNotFound","message":"A key with (name/id) k was not found in this key vault."}}"#,
                []
            ),
            ("JSON error: missing field `name` at line 3 column 9", []),
            ("JSON error: invalid type: string \"x\", expected u64 at line 14 column 3", []),
            ("ssh: key_load_private: unknown key type", []), ("Unknown key type for sort: foo", []),
            ("Error: Invalid key format in translation file", []), ("Unable to parse API key from header", []),
            ("Could not read key from cache", []), ("encryption algorithm not supported", []),
            // Docker, shells, databases, git
            ("sh: 1: next: not found", []), ("bash: line 3: foo: command not found", []),
            ("sudo: apt: command not found", []), ("zsh: command not found: pnpm", []),
            ("script.sh: line 12: syntax error: unexpected end of file", []),
            ("ERROR: unterminated quoted string at or near \"'foo\"", []),
            ("failed to solve: process \"/bin/sh -c npm ci\" did not complete successfully: exit code: 1", []),
            (
                "Error response from daemon: pull access denied for ghcr.io/foo/bar, repository does not exist or may "
                    + "require 'docker login': denied: requested access to the resource is denied", []
            ),
            ("OCI runtime exec failed: exec: \"bash\": executable file not found in $PATH", []),
            ("no space left on device", ["unrelated.disk-full"]),
            ("secret \"regcred\" not found", []), ("Error: Secret NPM_TOKEN not found", []),
            ("git@github.com: Permission denied (publickey).", []), ("Host key verification failed.", []),
            ("fatal: could not read Username for 'https://github.com': terminal prompts disabled", []),
            (
                "GPG error: NO_PUBKEY 871920D1991BC93C The following signatures couldn't be verified because the public "
                    + "key is not available", []
            ),
            ("error: package signature verification failed", []),
            ("Webhook signature verification failed", []),
            ("Stripe webhook signature verification failed: timestamp outside tolerance", []),
            ("duplicate key value violates unique constraint \"users_email_key\"", []),
            ("Environment variable not found: DATABASE_URL", []), ("missing environment variable DATABASE_URL", []),
            ("curl: (6) Could not resolve host: api.example.com", ["pipeline.unreachable"]),
            ("AccessDenied: User: arn:aws:iam::123456789012:user/x is not authorized to perform: s3:PutObject", []),
            (
                "InvalidSignatureException: The request signature we calculated does not match the signature you "
                    + "provided. Check your AWS Secret Access Key and signing method.", []
            ),
            (#"{"error":{"code":"InternalServerError","message":"There was an internal server error"}}"#, []),
            ("Invalid API key provided: sk-proj-****.", []), ("Error: invalid_grant", []),
            ("You are not authenticated. Please run `vercel login`", []),
            ("Website URL must use HTTPS", []), ("429 Too Many Requests", ["unrelated.rate-limit"]),
            // Convex
            ("WebSocket closed with code 1013: TooManyConcurrentRequests", []), ("WebSocket closed with code 1006", []),
            ("Uncaught Error: Too many reads in a single function execution (limit: 4096)", []),
            ("Error: ConvexProviderWithAuth requires a useAuth hook", []),
            (
                "Could not find Convex client! `useQuery` must be used in the React component tree under "
                    + "`ConvexProvider`.", []
            ),
            ("ArgumentValidationError: Object is missing the required field `name`.", ["unrelated.schema"]),
            ("Could not find public function for 'users:list'.", ["unrelated.missing-function"]),
        ] + sentences.map { ($0, []) }

    static let sentences = [
        "Can't log in to docker hub", "we cannot log in to the postgres container",
        "user cannot sign in to npm registry", "docker login does not work", "gh auth login doesn't work",
        "every user is signed out and their push notifications stop", "push notifications stop after the release",
        "Redis client keeps reconnecting", "the Postgres connection keeps disconnecting",
        "Bluetooth headset keeps disconnecting",
        "MQTT client is stuck in a reconnect loop", "WordPress redirect loop behind nginx",
        "docker build stuck on loading metadata for docker.io/library/node:20",
        "after rotating the API key requests are rejected with 401", "our TLS private key was leaked",
        "the build is slow since the last deploy", "the deploy takes an hour", "the container exits after an hour",
        "tests run for an hour and then time out", "tests pass locally but the linter fails in CI",
        "signed up users do not get an email", "how do I log out a user", "the session cookie is lost in Safari",
        "password reset mail does not arrive", "github login redirects to localhost", "the user is null",
        "my query returns null", "the TLS certificate expires in 30 days", "the pipeline fails because of eslint",
        "my websocket server is written in Go", "auth broke after upgrading convex", "all is well",
    ]

    @Test(arguments: texts.indices)
    func isNotBlamedOnAKey(index: Int) {
        let (text, codes) = Self.texts[index]
        #expect(CatalogueTests.codes(in: text) == codes, "\(text)")
        // Nor where a shell took its quotes.
        let found = CatalogueTests.codes(in: text.filter { $0 != "\"" })
        #expect(found.isEmpty || found == codes, "\(text) without quotes")
    }

    @Test func whatIsNeitherSaysSo() {
        for text in ["no space left on device", "SyntaxError: Unexpected end of JSON input"] {
            let lines = ExplanationText.lines(
                LogExamination.explanation(of: text, now: CatalogueTests.now), showsPlaces: false)
            #expect(lines.contains { $0.hasSuffix("have to do with keys or tokens.") || $0.contains("nothing to do") })
        }
    }

    /// Each of them hides something that would be found without it.
    @Test func everyLookalikeIsNeeded() {
        let whole = Catalogue.whole
        let bare = Catalogue(messages: whole.messages, troubles: whole.troubles, lookalikes: [])
        for pattern in whole.lookalikes {
            var hidden = 0
            for sample in MessagePattern.samples(of: pattern) {
                #expect(CatalogueTests.codes(in: sample) == [], "\(sample)")
                for text in [sample, "users cannot \(sample)", "\(sample) does not work"] {
                    var examination = LogExamination(now: CatalogueTests.now, catalogue: bare)
                    examination.take(Array(text.utf8).span)
                    if !examination.finish().diagnoses.isEmpty { hidden += 1 }
                }
            }
            #expect(hidden > 0, "\(pattern)")
        }
    }
}
