/// What Convex Auth says, where no other code says the same.
package enum ConvexAuthCode: String, CodeFamily {
    case atob = "convex-auth.atob"
    case jwksUnset = "convex-auth.jwks-unset"
    case keyUnset = "convex-auth.key-unset"
    case notExtractable = "convex-auth.not-extractable"
    case redirectTo = "convex-auth.redirect-to"
    case reservedClaim = "convex-auth.reserved-claim"
    case siteURLUnset = "convex-auth.site-url-unset"
    case variableUnset = "convex-auth.variable-unset"

    package var meaning: String {
        switch self {
        case .atob: "The private key holds a character that base64 does not have."
        case .jwksUnset: "The deployment has no JWKS, so nobody can verify its tokens."
        case .keyUnset: "The deployment has no JWT_PRIVATE_KEY, so nobody can sign in."
        case .notExtractable: "A key was made that may not be exported, and it was to be exported."
        case .redirectTo: "The place to return to after signing in does not belong to SITE_URL."
        case .reservedClaim: "A custom claim has the name of one that Convex Auth sets itself."
        case .siteURLUnset: "The deployment has no SITE_URL, which magic links and OAuth return to."
        case .variableUnset: "A function asked for an environment variable that the deployment does not have."
        }
    }
}
