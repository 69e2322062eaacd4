internal import AuthKeysJOSE
internal import Encodings

extension Profile {
    /// panva's jose, the npm package, at 6.2.10 on Node: `importPKCS8`, `createRemoteJWKSet` and `jwtVerify` with
    /// `algorithms: ["RS256"]` and the default of every other option.
    public static let jose = jose(.release6)

    private static let malformedSet = "ERR_JWKS_INVALID: JSON Web Key Set malformed"

    package static let joseAsInDebian = jose(.release4)

    private static func jose(_ release: JoseRelease) -> Self {
        Self(
            name: "jose",
            summary: "a service that verifies with panva's jose (npm)",
            valueLimitInBytes: nil,
            minimumKeySizeInBits: 2048,
            maximumKeySizeInBits: nil,
            tokensCarryKeyID: true,
            tokenType: "JWT",
            tokenClaims: nil,
            environmentFileStem: "jwt",
            loadCommand: nil,
            verifier: VerifierModel(
                keySelection: .singleEligibleKey, cacheAge: .seconds(600), staleIfError: .zero,
                refetchesUnknownKeyID: true, refetchCooldown: .seconds(30), leeway: .zero),
            valueTooLarge: "",
            malformedKeySet: malformedSet,
            keySetAnswer: CheckedKeySetAnswer(
                otherStatus: "ERR_JOSE_GENERIC: Expected 200 OK from the JSON Web Key Set HTTP response",
                notJSON: "ERR_JOSE_GENERIC: Failed to parse the JSON Web Key Set HTTP response as JSON",
                notASet: malformedSet),
            keyTextReader: JoseImportPKCS8(importer: .node),
            keySelection: JoseKeySet(ignoresMistypedMembers: release.ignoresMistypedMembers),
            tokenChecks: headerChecks(release) + signatureChecks(release) + claimChecks(release))
    }

    private static func headerChecks(_ release: JoseRelease) -> [any TokenCheck] {
        [
            KeySetEntries(
                isReadable: KeySetEntries.isObject, message: malformedSet),
            ThreeParts(message: "ERR_JWS_INVALID: Invalid Compact JWS"),
            ReadHeader(
                reading: reading(release), takesOtherJSON: release.takesOtherHeaders,
                message: "ERR_JWS_INVALID: JWS Protected Header is invalid"),
            CriticalHeader(),
            RequiredHeader(
                names: ["alg"],
                message: "ERR_JWS_INVALID: JWS \"alg\" (Algorithm) Header Parameter missing or invalid"),
            AllowedAlgorithm(names: ["RS256"], message: release.algorithmNotAllowed),
        ]
    }

    private static func signatureChecks(_ release: JoseRelease) -> [any TokenCheck] {
        let payload: [any TokenCheck] = release.payloadBeyondASCII.map { [ASCIIPayload(message: $0)] } ?? []
        return [SelectKey()] + payload + [
            ReadSignature(reading: reading(release), message: release.undecodableSignature),
            KeyLength(
                bits: 2048...Int.max, message: "TypeError: RS256 requires key modulusLength to be 2048 bits or larger"),
            Signature(message: "ERR_JWS_SIGNATURE_VERIFICATION_FAILED: signature verification failed"),
            EncodedPayload(message: "ERR_JWT_INVALID: JWTs MUST NOT use unencoded payload"),
            ReadClaims(
                reading: reading(release), encodingMessage: release.undecodablePayload,
                message: "ERR_JWT_INVALID: JWT Claims Set must be a top-level JSON object"),
        ]
    }

    private static func claimChecks(_ release: JoseRelease) -> [any TokenCheck] {
        let failed = "ERR_JWT_CLAIM_VALIDATION_FAILED: "
        let missing: [any TokenCheck] = [
            PresentClaim(name: "iss", setting: \.issuer, message: failed + #"missing required "iss" claim"#),
            PresentClaim(name: "aud", setting: \.audience, message: failed + #"missing required "aud" claim"#),
        ]
        return (release.namesMissingClaims ? missing : []) + [
            Issuer(comparison: .exact, message: failed + #"unexpected "iss" claim value"#),
            Audience(message: failed + #"unexpected "aud" claim value"#),
            NumericClaim(name: "iat", message: failed + #""iat" claim must be a number"#),
            NumericClaim(name: "nbf", message: failed + #""nbf" claim must be a number"#),
            NotInFuture(
                name: "nbf", code: .notYetValid, message: failed + #""nbf" claim timestamp check failed"#),
            NumericClaim(name: "exp", message: failed + #""exp" claim must be a number"#),
            NotExpired(message: #"ERR_JWT_EXPIRED: "exp" claim timestamp check failed"#),
        ]
    }

    private static func reading(_ release: JoseRelease) -> PartReading {
        PartReading(
            base64: .forgiving(ForgivingBase64(alphabet: release.alphabet)), illFormedText: release.illFormedText,
            duplicates: .last, ignoresByteOrderMark: true)
    }
}
