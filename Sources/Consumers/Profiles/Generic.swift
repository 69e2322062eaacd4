extension Profile {
    /// A service that follows the RFCs: lax PKCS#8 PEM, tokens with `typ` and `kid`, one key for a kid. Its verifier and the
    /// age of its sets are those of this library, and its words too.
    public static let generic = Self(
        name: "generic",
        summary: "any service that follows RFC 7468, 7515, 7517 and 7519",
        valueLimitInBytes: nil,
        minimumKeySizeInBits: 2048,
        maximumKeySizeInBits: nil,
        tokensCarryKeyID: true,
        tokenType: "JWT",
        tokenClaims: nil,
        environmentFileStem: "jwt",
        loadCommand: nil,
        verifier: VerifierModel(
            keySelection: .singleEligibleKey, cacheAge: .seconds(600), staleIfError: .seconds(3600),
            refetchesUnknownKeyID: true, refetchCooldown: .seconds(30), leeway: .zero),
        valueTooLarge: "",
        malformedKeySet: "the text is no JWK set",
        keySetAnswer: StandardKeySetAnswer(),
        keyTextReader: RFC7468KeyTextReader(),
        keySelection: SingleEligibleKey(looksAtOperations: true, countsKeysWithoutNumbers: false),
        tokenChecks: [StandardVerification(leeway: .zero)])
}
