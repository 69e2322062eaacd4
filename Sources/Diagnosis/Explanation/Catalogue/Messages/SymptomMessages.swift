internal import Encodings

extension Catalogue {
    private static let hour = "<hour|60 min|sixty min|1h>"
    private static let thrownOut =
        "<signed|logged|kicked|thrown|signs|logs|kicks|throws> {}out"
    private static let again = "<sign in|log in|login|authenticate> again "
    private static let deployment = "<deploy|release|rollout>"
    private static let restart = "<restart|reboot|compose up>"
    private static let rotation =
        "<rotat|new key|new signing key|key change|changed the key|changing the key>"
    private static let pipeline =
        "<in CI|on CI|the CI|pipeline|workflow|Actions|Vercel|in prod|production>"
    private static let locally = "<locally|on my machine|on my laptop|on my computer|on localhost|in dev>"

    /// What people write when there is no error text. The parts have to stand close together.
    static let symptomMessages: [KnownMessage] = [
        symptom(
            .hourly, thrownOut + " {}" + hour, "log <me|us|users|them> out {}" + hour,
            "sign <me|us|users|them> out {}" + hour, again + "{}" + hour,
            "<sign in|log in|login> <every|each> {}" + hour,
            "<after|every|each|within> {}<hour|60 min|1h> {}" + thrownOut,
            "<after|every|each> {}<hour|60 min|1h> {}<sign in|log in|login> again",
            "<session|login|auth>{} <expire|end|die|stop|lost|gone>{} <after|every|each> {}<hour|60 min>",
            "<session|login|token> <lasts|only lasts|lost|expires|ends> {}hour",
            "token refresh {}<fails|failing|stops> {}hour", "hourly <logout|logouts|log-out|sign-out|sign out>",
            "<signed|logged> out hourly", "back to {}<login|sign-in|sign in> {}<every|each|after> {}hour",
            example: "signed out after an hour"),
        symptom(
            .afterDeploy, thrownOut + " {}" + deployment, thrownOut + " {}<after|on|with|by> {}<push|pushing>",
            "<log|sign> <me|us|users|them|everyone|everybody|people> out {}deploy", again + "{}" + deployment,
            "<session|login|tokens>{} <lost|gone|invalid|expired|die|reset> {}" + deployment,
            "<every|each|after|with|when|new> {}<deploy|release>{} " + thrownOut,
            "<every|each|after> {}<deploy|release>{} <sign in|log in|login> again",
            "deploying {}<signs|logs|kicks|throws> {}out",
            example: "signed out after a deploy"),
        symptom(
            .afterRestart, thrownOut + " {}" + restart, "<works|worked> until {}<restart|reboot>",
            again + "{}" + restart,
            "after {}<restart|reboot>{} <cannot|can't|no longer|nobody can> <sign|log> in",
            "after {}<restart|reboot>{} " + thrownOut,
            "session{} <lost|gone|invalid> {}" + restart,
            "<login|sign in|sign-in|auth|authentication> {}<fails|broken|stopped|stops|breaks> {}after {}<restart|reboot>",
            example: "signed out after a restart"),
        symptom(
            .afterRotation, thrownOut + " {}" + rotation, again + "{}<after|since> {}" + rotation,
            "<after|since> {}" + rotation + "{} " + thrownOut,
            "<rotated|changed|replaced> the {}key {}" + thrownOut,
            "<token|jwt|session|request>{} <rejected|refused|invalid|unauthorized|401|fail>{} <after|since> {}"
                + rotation,
            "<after|since> {}" + rotation + "{} <rejected|refused|unauthorized|401|can log in|can sign in>",
            example: "everybody was signed out after rotating the key"),
        symptom(
            .inPipeline, "works {}" + locally + "{} not {}" + pipeline,
            "works {}" + locally + "{} <fail|broken|breaks|doesn't>{} " + pipeline,
            "works {}" + locally + "{} <CI|pipeline|production> <fails|is red|breaks|doesn't|does not>",
            "<fails|broken|breaks> <in|on> <CI|the pipeline|production>{} works {}<locally|on my>",
            "<fails|does not work|doesn't work|broken> {}<CI|pipeline> {}works <locally|on my machine|on my laptop>",
            "<sign in|sign-in|login|auth|token|JWT> {}only <fails|breaks|broken> {}" + pipeline,
            "<secret|variable|env var|JWT_PRIVATE_KEY|JWKS> {}<empty|missing|undefined|not set|unset|not available> {}<in CI|in the CI|in my CI|in GitHub Actions|in Actions|in the pipeline|in the workflow|in a workflow|in a pull request|from a fork>",
            example: "works locally, not in CI"),
        symptom(
            .inContainer, "works <locally|outside|on the host>{} not {}<docker|container|compose>",
            "works <locally|outside|on the host>{} <fails|broken> <in|inside> {}<docker|container|compose>",
            "env<ironment|> <variable|var> {}not <visible|there|set|found> {}<container|docker|function>",
            "<JWT_PRIVATE_KEY|JWKS> {}<docker|compose|container|entrypoint|.env>{} <doesn't|does not|cannot|can't|never|undefined|missing|ignored|not seen|not read>",
            "convex <doesn't|does not|cannot|can't> <see|find|read> {}<JWT_PRIVATE_KEY|JWKS|env|variable>",
            example: "works locally, not in docker"),
        symptom(
            .loop, "<signed|logged> in{}<signed|logged> out <again|at once|immediately|right away>",
            "<login|log-in|sign-in|sign in|auth|authentication> <redirect |>loop",
            "<keeps|keep> <redirecting|sending|bouncing> {}<login|sign in|sign-in>",
            "redirect loop {}<login|log in|sign in|sign-in|signing in|logging in>",
            "stuck <on|at|in> <the |>{}<login|sign in|sign-in>",
            "stuck <on|at|in> <the |>loading {}<sign|log>", "<login|sign in|sign-in> {}<does nothing|keeps loading>",
            "isAuthenticated {}<is|stays|always|remains|returns> {}false", "immediately <signed|logged> out",
            "<keeps|keep> <signing|logging> {}out",
            example: "signed in, and signed out again at once"),
        symptom(
            .reconnecting,
            "<websocket|web socket|client|convex|connection|socket> {}<keeps|keep|constantly|endlessly|always> {}<reconnect|disconnect>",
            "<infinite|endless|silent|constant|permanent> {}reconnect",
            "reconnect<ing|s|> {}<loop|forever|endlessly|constantly|again and again|over and over|every second|every few seconds|all the time>",
            "stuck {}<reconnecting|in reconnect>",
            "<disconnects|disconnecting|connects|connecting> and <reconnects|reconnecting|disconnects|disconnecting>",
            example: "the websocket keeps reconnecting"),
        symptom(
            .identityNull, "identity is {}<null|undefined|empty>",
            "user is <|always |still >{}<null|undefined> {}<query|queries|mutation|function|action|convex>",
            "<sign in|sign-in|login|signing in|logging in> <works|succeeds> but {}<null|undefined|no user|no identity>",
            "<signed in|logged in> but {}<user|identity|useQuery|query> {}<null|undefined>",
            "<function|query|queries|mutation>{} <see|get|has|have>{} no <user|identity>",
            example: "sign in works but the user is null"),
        symptom(
            .everybody, "<nobody|no one|noone> can <sign in|log in|login>",
            "<users|people|everyone|everybody> <cannot|can't|can not|are unable to> <sign in|log in|login>",
            "<cannot|can't|can not> <sign in|log in|login><$| any| after| since| with|,|.| and| to my| to our| to the app| to the site| to convex>",
            "<sign in|sign-in|login|log in> {}<fails|is broken|broken|stopped working> for <everyone|everybody|all|every>",
            "<sign in|sign-in|login|log in> <does not|doesn't> work",
            example: "nobody can sign in"),
        symptom(
            .serverSide,
            "<middleware|server component|server side|server-side|SSR|Next.js>{} <not authenticated|unauthenticated|no user|null user|logged out|signed out>",
            "convexAuthNextjsToken{} undefined", "<user|token> is <null|undefined> {}<server|middleware|SSR>",
            example: "middleware says not authenticated"),
        symptom(
            .sometimes,
            "<sometimes|randomly|intermittently|intermittent> {}<401|unauthenticated|unauthorized|refused|signed out|logged out|fails to sign|auth>",
            "<401|unauthenticated|unauthorized|signed out|logged out> <sometimes|randomly|intermittently>",
            example: "sometimes requests are refused"),
        symptom(
            .keyExposed,
            "<committed|pushed|leaked|posted|pasted|published|exposed|shared|printed|checked in> {}<private key|JWT_PRIVATE_KEY|signing key|jwt_private_key.pem>",
            "<private key|JWT_PRIVATE_KEY|signing key|jwt_private_key.pem> {}<leaked|committed|exposed|compromised|stolen|in git|in the git|in the log|in a log|in the repo|in our repo|on GitHub>",
            example: "I committed my private key to git"),
        people(
            ConvexAuthCode.keyUnset, "JWT_PRIVATE_KEY is <undefined|not defined|not set|missing|empty>",
            example: "process.env.JWT_PRIVATE_KEY is undefined in my function"),
        people(ConvexAuthCode.jwksUnset, "JWKS is <undefined|not defined|not set|missing|empty>"),
        people(
            ConvexCode.adminKeyRefused,
            "admin key {}<does not|doesn't|no longer|stopped|not> {}<work|accepted|valid>",
            "admin key {}<rejected|refused>",
            example: "the admin key does not work after restarting the container"),
        people(
            NetworkCode.status, "<404|not found> {}.well-known/<jwks|openid-configuration>",
            ".well-known/<jwks.json|openid-configuration> {}<returns|gives|answers|responds|shows|is> {}<404|401|403|502|503|not found>",
            ".well-known/<jwks.json|openid-configuration> HTTP/<1.1|1.0|2.0|2>\" <404|401|403|502|503>",
            example: "404 on /.well-known/jwks.json"),
        people(
            BackendCode.functionFailed, "500 {}.well-known/<jwks|openid-configuration>",
            ".well-known/<jwks.json|openid-configuration> {}<returns|gives|answers|responds|shows|is> {}500",
            ".well-known/<jwks.json|openid-configuration> HTTP/<1.1|1.0|2.0|2>\" 500",
            example: "500 on /.well-known/openid-configuration"),
        people(
            KeyTextCode.quoted, "<key|JWT_PRIVATE_KEY|JWKS> {}has quotes",
            "quotes {}around {}<private key|the key|JWT_PRIVATE_KEY|JWKS>",
            example: "the key has quotes around it"),
        people(
            PipelineCode.envFileLine, "only {}first line {}<key|PEM|variable|env>",
            "<multi line|multi-line|multiline> {}<key|PEM|variable|env|value> {}<first line|cut|truncated>",
            "<key|PEM|variable|env var> {}only {}first line",
            example: "multi-line env variable has only its first line"),
        people(
            KeyCode.unrecognised,
            "<newlines|line breaks|line ends> {}<lost|gone|missing|removed|stripped> {}<key|PEM|env|variable|secret>",
            "<key|PEM> {}<lost|loses|without> {}<newlines|line breaks>",
            example: "the newlines of the key are lost in the variable"),
    ]

    private static func symptom(_ code: SymptomCode, _ patterns: String..., example: String) -> KnownMessage {
        KnownMessage([.people], code, patterns, example: example, widestHole: 60)
    }

    private static func people(_ code: any CodeFamily, _ patterns: String..., example: String? = nil) -> KnownMessage {
        KnownMessage([.people], code, patterns, example: example, widestHole: 60)
    }
}
