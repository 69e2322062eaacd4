internal import AuthKeysJOSE
internal import Encodings

extension Profile {
    /// A `customJwt` provider of Convex (convex-backend 94a42c3, biscuit 05bdaab) with `algorithm: "RS256"`, for tokens that
    /// a service of your own signs. The model is of a set in a `data:` URI, in a deployment variable; over HTTP its age is what the response says.
    public static let convexCustomJWT = Self(
        name: "convex-custom-jwt",
        summary: "a customJwt provider of Convex, with a service that signs for it",
        valueLimitInBytes: ConvexDeployment.valueLimitInBytes,
        minimumKeySizeInBits: 2048,
        maximumKeySizeInBits: 8192,
        tokensCarryKeyID: true,
        tokenType: "JWT",
        tokenClaims: nil,
        environmentFileStem: "jwt",
        loadCommand: nil,
        verifier: VerifierModel(
            keySelection: .firstMatchingKeyID, cacheAge: .zero, staleIfError: nil, refetchesUnknownKeyID: false,
            leeway: .seconds(5)),
        valueTooLarge: ConvexDeployment.valueTooLarge,
        malformedKeySet: invalidKeySet,
        keySetAnswer: CheckedKeySetAnswer(
            otherStatus: notFetched,
            mediaType: AllowedMediaType(
                names: ["application/json", "application/jwk-set+json"], passesWithout: false, charset: "utf-8"),
            otherMediaType: wrongMediaType, notJSON: invalidKeySet, notASet: invalidKeySet),
        keySetInDataURI: invalidDataURI,
        keyTextReader: RFC7468KeyTextReader(),
        keySelection: FirstMatchingKeyID(),
        tokenChecks: ConvexProviderChoice.checks(provider: "CustomJWT(issuer={issuer}, app_id={audience})") + [
            KeySetEntries(isReadable: BiscuitKeySet.isReadable, message: invalidKeySet),
            ReadHeader(reading: .rust, message: withoutKeyID),
            RequiredHeader(names: ["kid"], message: withoutKeyID),
            AllowedAlgorithm(names: ["RS256"], message: undecodable),
            SelectKey(message: undecodable),
            KeyLength(bits: 2048...8192, message: undecodable),
            ReadSignature(reading: .rust, message: undecodable),
            Signature(message: undecodable),
            NotExpired(
                leeway: .seconds(5), includesLastMoment: true,
                message: "Could not validate token: Token expired {seconds} seconds ago"),
            NotInFuture(name: "nbf", leeway: .seconds(5), code: .notYetValid, message: notYetValid),
            NotInFuture(name: "iat", leeway: .seconds(5), code: .issuedInFuture, message: notYetValid),
            RequiredClaims(
                texts: ["iss", "sub"], dates: ["exp"],
                message: "Could not verify token claim. Check that the JWT contains valid claims and matches your auth "
                    + "provider configuration."),
        ])

    /// A `data:` URI is decoded before its JSON is read, so what is wrong with that is said as of a response.
    private static let invalidKeySet =
        "Invalid JWKS response body from '{url}'. The response is not valid JSON or doesn't match the expected JWKS "
        + "format."
    private static let invalidDataURI =
        "Invalid JWKS data URL. Check that the data URL is properly formatted and contains valid base64-encoded JSON."
    private static let notFetched =
        "Could not fetch JWKS from URL '{url}': HTTP {status} {reason}. Check that the URL is correct and accessible."
    private static let wrongMediaType =
        "Invalid Content-Type '{type}' when fetching JWKS from '{url}'. Expected 'application/json' or "
        + "'application/jwk-set+json'."
    private static let withoutKeyID = "Could not decode token. JWT may be missing a 'kid' (key ID) header."
    private static let undecodable =
        "Could not decode token. The JWT's 'kid' (key ID) header is '{kid}', does this key match any key in the "
        + "provider's JWKS?"
    private static let notYetValid = "Could not validate token: Token will be valid in {seconds} seconds"
}
