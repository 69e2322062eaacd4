/// What can be wrong with a deployment that runs, as far as its answers tell.
package enum LiveCode: String, CodeFamily {
    case adminKeyReadOnly = "live.admin-key-read-only"
    case badGateway = "live.bad-gateway"
    case clock = "live.clock"
    case issuerIsAPI = "live.issuer-is-api"
    case locked = "live.locked"
    case malformedKeySet = "live.malformed-keys"
    case missingVariable = "live.missing-variable"
    case noHTTPActions = "live.no-http-actions"
    case noRoute = "live.no-route"
    case notDeployed = "live.not-deployed"
    case probeRefused = "live.probe-refused"
    case redirect = "live.redirect"
    case reusedKeyID = "live.reused-kid"
    case serverError = "live.server-error"
    case siteRouting = "live.site-routing"
    case staleKeys = "live.stale-keys"
    case unjudged = "live.values-unjudged"
    case unpublishedKey = "live.unpublished-key"

    package var meaning: String {
        switch self {
        case .adminKeyReadOnly: "The admin key may read the deployment and not change it."
        case .badGateway: "A proxy answers for the issuer, and says that it reaches nothing behind it."
        case .clock: "The clock of a server differs from that of this machine."
        case .issuerIsAPI: "The API of the deployment answers at the issuer, where its HTTP actions should."
        case .locked: "The issuer wants a login for documents that everybody must be able to read."
        case .malformedKeySet: "What the issuer publishes as its keys is not a JWK set."
        case .missingVariable: "The function that answers for the issuer fails: a deployment variable is not set."
        case .noHTTPActions: "The deployment has no HTTP actions, so nothing of an issuer is at its site origin."
        case .noRoute: "The HTTP actions of the deployment do not serve the issuer's documents."
        case .notDeployed: "The values that were given are not those that the deployment stores."
        case .probeRefused: "The backend refuses a token that was signed with the key it is said to trust."
        case .redirect: "The issuer sends whoever asks for its documents elsewhere."
        case .reusedKeyID: "Two keys have one kid: one here, another on the deployment."
        case .serverError: "The issuer answers that it failed, and not why."
        case .siteRouting: "The deployment has the document, and the site origin does not lead to it."
        case .unjudged: "The deployment answers, and does not tell what it stores."
        case .staleKeys: "The keys that the issuer publishes are not those that the deployment stores."
        case .unpublishedKey: "The key that signs is not among the keys that the issuer publishes."
        }
    }
}
