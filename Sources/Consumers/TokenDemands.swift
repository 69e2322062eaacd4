public import AuthKeysJOSE

/// What a consumer's verifier asks of a token beyond RFC 7519, and what it does not look at.
public struct TokenDemands: Sendable, Hashable {
    public let requiredClaims: [String]
    /// Whether `aud` may have others beside the one that is expected.
    public let allowsOtherAudiences: Bool
    /// What `typ` may be besides `JWT`, byte for byte.
    public let otherTypes: [String]
    /// The checks that it does not make.
    public let uncheckedNames: [JWTCheck.Name]

    init(
        requiredClaims: [String], allowsOtherAudiences: Bool, otherTypes: [String], uncheckedNames: [JWTCheck.Name]
    ) {
        self.requiredClaims = requiredClaims
        self.allowsOtherAudiences = allowsOtherAudiences
        self.otherTypes = otherTypes
        self.uncheckedNames = uncheckedNames
    }
}
