internal import Encodings

extension Catalogue {
    /// No key, token or set is involved: the way there is another.
    static let unrelatedTroubles: [Trouble] = [
        .unrelated(
            .missingFunction,
            .init("the functions were not pushed to this deployment, or the name is another", fix: "npx convex deploy"),
            .init("the client talks to another deployment", fix: "compare the URL it was built with")),
        .unrelated(
            .databaseURL,
            .init(
                "POSTGRES_URL or MYSQL_URL ends in the name of a database; the backend appends INSTANCE_NAME itself",
                fix: "take everything behind the port away: postgres://user:password@host:5432")),
        .unrelated(
            .crossOrigin,
            .init(
                "an HTTP action does not answer OPTIONS or names no allowed origin",
                fix: "set Access-Control-Allow-Origin in convex/http.ts"),
            .init(
                "the server failed before it set the header: the error behind it is the real one",
                fix: "look at the status of the request")),
        .unrelated(
            .schema,
            .init(
                "a document has another form than schema.ts", fix: "migrate the documents, or make the field optional")),
        .unrelated(
            .moduleNotFound, .init("the package is not installed", fix: "npm ci"),
            .init("the path or its case is wrong", fix: "compare it with the file")),
        .unrelated(
            .nodeVersion,
            .init(
                "Node.js is older than the package needs; WebCrypto is global from 20 on",
                fix: "use Node.js 20 or later")),
        .unrelated(.javaScript, .init("a value was not there when it was used", fix: "follow the stack trace")),
        .unrelated(.typeScript, .init("types do not fit", fix: "npx tsc --noEmit shows all of them")),
        .unrelated(.diskFull, .init("logs or images fill the disk", fix: "df -h; docker system df")),
        .unrelated(.heapOutOfMemory, .init("the limit of the container or of the process is too low", fix: "raise it")),
        .unrelated(.rateLimit, .init("too many attempts in a short time", fix: "wait, and try less often")),
        .unrelated(
            .wrongPassword,
            .init(
                "there is no such account, or the password is another; keys come in only after that",
                fix: "sign up, or reset the password")),
        .unrelated(
            .oauthRedirect,
            .init(
                "the callback address is not registered with the provider",
                fix: "register CONVEX_SITE_URL/api/auth/callback/PROVIDER")),
        .unrelated(
            .emailDelivery,
            .init(
                "the key or the sender of the mail service is not set",
                fix: "see AUTH_RESEND_KEY and the sender's domain")),
    ]
}
