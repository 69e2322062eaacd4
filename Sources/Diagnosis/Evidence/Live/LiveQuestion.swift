/// What a deployment is asked. Nothing of it changes anything there.
package enum LiveQuestion: String, Sendable, Hashable, CaseIterable {
    /// `GET API/version`
    case version
    /// `GET API/instance_name`
    case instanceName
    /// `GET API/api/check_admin_key`, with the admin key
    case adminKey
    /// `GET API/http/.well-known/openid-configuration`: past the site origin and all that routes to it
    case documentThroughAPI
    /// `GET API/http/.well-known/jwks.json`
    case keySetThroughAPI
    /// `GET ISSUER/.well-known/openid-configuration`
    case document
    /// `GET` of its `jwks_uri`
    case keySet
    /// `GET ISSUER/version`, which only the API answers
    case issuerVersion
    /// `POST API/api/query` of a function that there is not, with a token
    case probe

    /// Whether it is the issuer's document or its key set that should come.
    package var isDocument: Bool {
        switch self {
        case .document, .keySet, .documentThroughAPI, .keySetThroughAPI: true
        case .version, .instanceName, .adminKey, .issuerVersion, .probe: false
        }
    }

    var isThroughAPI: Bool { self == .documentThroughAPI || self == .keySetThroughAPI }
}
