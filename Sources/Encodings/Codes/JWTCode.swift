package enum JWTCode: String, CodeFamily {
    case audience = "jwt.audience"
    case claimType = "jwt.claim-type"
    case claimValue = "jwt.claim-value"
    case claims = "jwt.claims"
    case expired = "jwt.expired"
    case issuedInFuture = "jwt.issued-in-future"
    case issuer = "jwt.issuer"
    case missingClaim = "jwt.missing-claim"
    case notYetValid = "jwt.not-yet-valid"
    case tooOld = "jwt.too-old"
    case type = "jwt.type"

    package var meaning: String {
        switch self {
        case .audience: "The token was made for another audience than the one that is asked for."
        case .claimType: "A registered claim is not of the type that RFC 7519 §4.1 gives it."
        case .claimValue: "A claim of the token has another value than the one that is asked for."
        case .claims: "The payload of the token is not a JSON object of claims."
        case .expired: "The token's exp has passed."
        case .issuedInFuture: "The token's iat lies in the future."
        case .issuer: "The token was made by another issuer than the one that is asked for."
        case .missingClaim: "The token lacks a claim that is required."
        case .notYetValid: "The token's nbf has not been reached."
        case .tooOld: "The token was issued longer ago than is accepted."
        case .type: "The token's typ is that of another kind of token."
        }
    }
}
