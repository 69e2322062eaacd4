extension Profile {
    /// Convex's OIDC verifier with a signer that names its key: Convex Auth with a patch that sets a kid, or a service that
    /// signs for a deployment. Old and new key can stand in its set side by side.
    public static let convexOIDC = Self(
        name: "convex-oidc",
        summary: "Convex's OIDC verifier, with a signer that sets a kid",
        valueLimitInBytes: ConvexDeployment.valueLimitInBytes,
        minimumKeySizeInBits: 2048,
        maximumKeySizeInBits: 8192,
        tokensCarryKeyID: true,
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
