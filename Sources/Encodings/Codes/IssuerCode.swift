package enum IssuerCode: String, CodeFamily {
    case apiPort = "issuer.api-port"
    case differs = "issuer.differs"
    case loopback = "issuer.loopback"
    case path = "issuer.path"
    case scheme = "issuer.scheme"
    case sharedOrigin = "issuer.shared-origin"
    case tooLong = "issuer.too-long"
    case trailingSlash = "issuer.trailing-slash"
    case url = "issuer.url"

    package var meaning: String {
        switch self {
        case .apiPort: "The issuer names the port of the API, 3210, where the site origin, 3211, is meant."
        case .differs: "The values that should hold one issuer hold different ones."
        case .loopback: "The issuer names the machine that looks it up, which inside a container is the container."
        case .path: "The issuer of a Convex deployment is an origin: nothing stands behind its host and port."
        case .scheme: "The issuer does not begin with https:// or http://."
        case .sharedOrigin: "The site origin and the API origin are the same, and they are two ports."
        case .tooLong: "A part of the host name would be longer than DNS allows."
        case .trailingSlash: "The issuer ends in a slash, and issuers are compared byte for byte."
        case .url: "The issuer is not a URL with a host."
        }
    }
}
