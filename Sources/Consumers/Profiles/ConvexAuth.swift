internal import AuthKeysJOSE

extension Profile {
    /// Convex Auth 0.0.95 as it is installed: jose's `importPKCS8`, tokens whose header is `{"alg":"RS256"}` and no more,
    /// Convex's OIDC verifier, and deployment variables of at most 8192 bytes.
    public static let convexAuth = Self(
        name: "convex-auth",
        summary: "Convex Auth on a Convex deployment, self-hosted or in the cloud",
        valueLimitInBytes: 8192,
        minimumKeySizeInBits: 2048,
        maximumKeySizeInBits: 8192,
        tokensCarryKeyID: false,
        tokenType: nil,
        tokenClaims: TokenClaims(first: ["sub"], last: ["iat", "iss", "aud", "exp"], audience: "convex"),
        tokenDemands: TokenDemands(
            requiredClaims: ["iss", "sub", "aud", "iat", "exp"], allowsOtherAudiences: false, otherTypes: ["JOSE"],
            uncheckedNames: [.notBefore, .age]),
        environmentFileStem: "convex",
        loadCommand: "npx convex env set <",
        unreadableKeys: .passedOver,
        keyTextReader: JoseImportPKCS8(),
        keySelection: SingleEligibleKey(looksAtOperations: false))
}
