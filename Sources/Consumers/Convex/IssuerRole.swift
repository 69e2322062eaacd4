/// What an address of a service is to be, and with that, what it may look like.
package enum IssuerRole: Sendable, Hashable {
    /// The issuer of a Convex deployment: its site origin, which the backend itself looks up, from where it runs.
    case deployment
    /// The issuer of any service: it may have a path, and what cannot be right for a deployment is only doubtful.
    case service
    /// No issuer: where the world reaches the API of a deployment.
    case cloudOrigin

    /// For messages.
    var noun: String { self == .cloudOrigin ? "cloud origin" : "issuer" }
    var isOrigin: Bool { self != .service }
}
