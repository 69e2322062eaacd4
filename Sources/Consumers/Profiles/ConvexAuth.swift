internal import AuthKeysJOSE

extension Profile {
    /// Convex Auth 0.0.95 as it is installed: jose's `importPKCS8`, tokens whose header is `{"alg":"RS256"}` and no more,
    /// Convex's OIDC verifier, and deployment variables of at most 8192 bytes.
    public static let convexAuth = Self(
        name: "convex-auth",
        summary: "Convex Auth on a Convex deployment, self-hosted or in the cloud",
        valueLimitInBytes: ConvexDeployment.valueLimitInBytes,
        minimumKeySizeInBits: 2048,
        maximumKeySizeInBits: 8192,
        tokensCarryKeyID: false,
        tokenType: nil,
        tokenClaims: .convexAuth,
        environmentFileStem: "convex",
        loadCommand: "npx convex env set <",
        verifier: ConvexOIDCVerifier.model,
        valueTooLarge: ConvexDeployment.valueTooLarge,
        malformedKeySet: ConvexOIDCVerifier.discoveryFailed,
        keySetAnswer: ConvexOIDCVerifier.keySetAnswer,
        discoveryAnswer: ConvexOIDCVerifier.discoveryAnswer,
        keyTextReader: JoseImportPKCS8(importer: .convex),
        keySelection: ConvexOIDCVerifier.selection,
        tokenChecks: ConvexOIDCVerifier.checks)
}

extension TokenClaims {
    /// `tokens.ts` of Convex Auth: the claims of the application stand between these.
    static let convexAuth = TokenClaims(first: ["sub"], last: ["iat", "iss", "aud", "exp"], audience: "convex")
}
