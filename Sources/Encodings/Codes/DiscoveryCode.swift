/// What can be wrong when the keys of an issuer are looked for by its URL.
package enum DiscoveryCode: String, CodeFamily {
    case allowedHost = "discovery.allowed-host"
    case foreignKeys = "discovery.foreign-keys"
    case issuer = "discovery.issuer"
    case issuerMismatch = "discovery.issuer-mismatch"
    case keySetURL = "discovery.jwks-uri"
    case malformed = "discovery.malformed"
    case member = "discovery.member"
    case status = "discovery.status"
    case tooLarge = "discovery.too-large"
    case webPage = "discovery.web-page"

    package var meaning: String {
        switch self {
        case .allowedHost: "What was allowed by name to have an issuer's keys is not a host."
        case .foreignKeys: "The issuer's keys are at another origin than the issuer, which was not allowed by name."
        case .issuer: "The issuer is not a URL that can be asked for its document."
        case .issuerMismatch: "The document names another issuer than the one that was asked for."
        case .keySetURL: "The jwks_uri of the issuer's document is not a URL that is fetched."
        case .malformed: "What came is not an issuer's document: a JSON object whose members are unique."
        case .member: "The issuer's document has no issuer or no jwks_uri, or one that is not a string."
        case .status: "The issuer answered with another status than 200 when asked for its document."
        case .tooLarge: "The issuer's document is larger than is read."
        case .webPage: "A web page came where the issuer's document was expected, as from a login or a proxy."
        }
    }
}
