internal import Encodings

extension Catalogue {
    /// What people write when there is no error text. The parts have to stand close together.
    static let symptomMessages: [KnownMessage] = [
        symptom(
            .hourly, "<signed|logged|kicked|signs|logs> {}out {}<hour|60 min|1h|one h>",
            "log <me|us|users|them> out {}<hour|60 min>",
            "sign <me|us|users|them> out {}<hour|60 min>", "<session|login|token> <expires|ends|lost|lasts> {}hour",
            example: "signed out after an hour"),
        symptom(
            .afterDeploy, "<signed|logged|kicked|signs|logs> {}out {}<deploy|release|redeploy|push|rollout>",
            "<log|sign> <me|us|users|them|everyone> out {}deploy",
            "<session|sessions|login|logins> <lost|gone|invalid> {}deploy",
            "every deploy{} <signed|logged|signs|logs>{} out",
            example: "signed out after a deploy"),
        symptom(
            .afterRestart, "<signed|logged|kicked|signs|logs> {}out {}<restart|reboot|docker compose up>",
            "<works|worked> until {}<restart|reboot>",
            "after {}<restart|reboot>{} <cannot|can't|no longer> <sign|log> in",
            example: "signed out after a restart"),
        symptom(
            .afterRotation,
            "<signed|logged|kicked> {}out {}<rotat|new key|key change|changed the key|changing the key>",
            "after {}<rotating|rotation|new key>{} <signed|logged|kicked> out",
            "<rotated|changed|replaced> the key{} <signed|logged|kicked>{} out",
            example: "everybody was signed out after rotating the key"),
        symptom(
            .inPipeline,
            "works <locally|on my machine|on my laptop|on localhost|in dev>{} not {}<CI|pipeline|Actions|Vercel|prod>",
            "works <locally|on my machine|on my laptop|in dev>{} <fails|broken> <in|on> {}<CI|pipeline|Actions|Vercel|prod>",
            "<fails|broken> in <CI|the pipeline|production>{} works <locally|on my machine>",
            "<fails|does not work|doesn't work> {}<CI|pipeline> {}works <locally|on my machine>",
            example: "works locally, not in CI"),
        symptom(
            .inContainer, "works <locally|outside|on the host>{} not {}<docker|container|compose>",
            "works <locally|outside|on the host>{} <fails|broken> <in|inside> {}<docker|container|compose>",
            "env<ironment|> <variable|var> {}not <visible|there|set|found> {}<container|docker|function>",
            example: "works locally, not in docker"),
        symptom(
            .loop, "<signed|logged> in{}<signed|logged> out <again|at once|immediately|right away>",
            "<login|sign-in|redirect> loop",
            "stuck on {}<login|sign in|loading>", "<login|sign in|sign-in> <does nothing|keeps loading>",
            "isAuthenticated <is |stays |always |is always >false", "immediately <signed|logged> out",
            example: "signed in, and signed out again at once"),
        symptom(
            .everybody,
            "<nobody|no one|cannot|can't|users cannot|users can't> <can sign in|can log in|sign in|log in|login>",
            "<sign in|sign-in|login|log in> <fails|is broken|stopped working> for <everyone|everybody|all>",
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
    ]

    private static func symptom(_ code: SymptomCode, _ patterns: String..., example: String) -> KnownMessage {
        KnownMessage([.people], code, patterns, example: example, widestHole: 60)
    }
}
