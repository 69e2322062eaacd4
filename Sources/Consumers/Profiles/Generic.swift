extension Profile {
    /// A service that follows the RFCs: lax PKCS#8 PEM, tokens with `typ` and `kid`, one key for a kid.
    public static let generic = Self(
        name: "generic",
        summary: "any service that follows RFC 7468, 7515, 7517 and 7519",
        valueLimitInBytes: nil,
        minimumKeySizeInBits: 2048,
        maximumKeySizeInBits: nil,
        tokensCarryKeyID: true,
        tokenType: "JWT",
        tokenClaims: nil,
        tokenDemands: nil,
        environmentFileStem: "jwt",
        loadCommand: nil,
        unreadableKeys: .passedOver,
        keyTextReader: RFC7468KeyTextReader(),
        keySelection: SingleEligibleKey(looksAtOperations: true))
}
