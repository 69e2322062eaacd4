/// Errors that turn up beside those of keys and have nothing to do with them.
package enum UnrelatedCode: String, CodeFamily {
    case crossOrigin = "unrelated.cors"
    case databaseURL = "unrelated.database-url"
    case diskFull = "unrelated.disk-full"
    case emailDelivery = "unrelated.email"
    case heapOutOfMemory = "unrelated.memory"
    case javaScript = "unrelated.javascript"
    case missingFunction = "unrelated.missing-function"
    case moduleNotFound = "unrelated.module"
    case nodeVersion = "unrelated.node-version"
    case oauthRedirect = "unrelated.oauth-redirect"
    case rateLimit = "unrelated.rate-limit"
    case schema = "unrelated.schema"
    case typeScript = "unrelated.typescript"
    case wrongPassword = "unrelated.password"

    package var meaning: String {
        switch self {
        case .crossOrigin: "The browser blocked a request to another origin; keys and tokens do not decide that."
        case .databaseURL: "The database URL has the name of a database in it, and the backend adds its own."
        case .diskFull: "The disk is full."
        case .emailDelivery: "An e-mail could not be sent."
        case .heapOutOfMemory: "A process ran out of memory."
        case .javaScript: "A program failed by itself, before keys or tokens came into it."
        case .missingFunction: "The function that was called is not on the deployment."
        case .moduleNotFound: "A package is not installed, or a file is not where it is imported from."
        case .nodeVersion: "The version of Node.js is too old for what runs on it."
        case .oauthRedirect: "The OAuth provider does not know the address to return to."
        case .rateLimit: "Too many requests were sent."
        case .schema: "Stored data does not fit the schema."
        case .typeScript: "The code does not pass the type checker."
        case .wrongPassword: "The password or the account does not exist; no key decides that."
        }
    }
}
