/// Whose tokens a Convex deployment accepts.
package enum ConvexProvider: String, CaseIterable, Sendable {
    case convexAuth = "convex-auth"
    case customJWT = "custom-jwt"
    case clerk, auth0
}
