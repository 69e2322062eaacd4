internal import Encodings

extension Catalogue {
    /// Of `@convex-dev/auth`, and of the keys it reads inside the backend.
    static let convexAuthMessages: [KnownMessage] = [
        KnownMessage(
            .convexAuth, ConvexAuthCode.keyUnset, "Missing environment variable `JWT_PRIVATE_KEY`",
            "Missing environment variable JWT_PRIVATE_KEY"),
        KnownMessage(
            .convexAuth, ConvexAuthCode.jwksUnset, "Missing environment variable `JWKS`",
            "Missing environment variable JWKS",
            example: #"{"code":"[Request ID: 1] Server Error: Uncaught Error: Missing environment variable `JWKS`"}"#),
        KnownMessage(
            .convexAuth, ConvexAuthCode.siteURLUnset, "Missing environment variable `SITE_URL`",
            "Missing environment variable SITE_URL"),
        KnownMessage(
            .convexAuth, ConvexAuthCode.variableUnset, "Missing environment variable `",
            "^Missing environment variable$",
            example: "Missing environment variable `AUTH_LOG_LEVEL`"),
        KnownMessage(
            [.convexAuth, .jose], ConsumerCode.keyTextRefused, [#""pkcs8" must be PKCS#8 formatted string"#],
            example: #"TypeError: "pkcs8" must be PKCS#8 formatted string"#),
        KnownMessage(
            .convexAuth, ConvexAuthCode.atob, "Failed to execute 'atob'", "Failed to execute 'atob':",
            "InvalidCharacterError: Failed to execute 'atob'",
            "InvalidCharacterError: Invalid character",
            "InvalidCharacterError: The string to be decoded is not correctly encoded",
            example: "InvalidCharacterError: Failed to execute 'atob': Invalid byte 45, offset 4."),
        KnownMessage(
            .convexAuth, KeyTextCode.escapedNewlines, "Failed to execute 'atob': Invalid byte 92",
            "InvalidCharacterError: Failed to execute 'atob': Invalid byte 92, offset 0."),
        KnownMessage(
            .convexAuth, KeyTextCode.quoted, "Failed to execute 'atob': Invalid byte 34",
            "InvalidCharacterError: Failed to execute 'atob': Invalid byte 34, offset",
            example: "InvalidCharacterError: Failed to execute 'atob': Invalid byte 34, offset 1624."),
        KnownMessage(
            .convexAuth, KeyTextCode.lostCharacters, "invalid RSA PrivateKeyInfo",
            example: "DataError: invalid RSA PrivateKeyInfo"),
        KnownMessage(
            [.convexAuth], KeyCode.malformed, ["DataError: invalid RSA PrivateKey$", "^invalid RSA PrivateKey$"]),
        KnownMessage(
            .convexAuth, KeyCode.notRSA, "PrivateKeyInfo algorithm is not rsaEncryption",
            example: "DataError: PrivateKeyInfo algorithm is not rsaEncryption"),
        KnownMessage(
            [.convexAuth, .jose], KeyCode.size,
            ["<RS256|RS384|RS512> requires key modulusLength to be 2048 bits or larger"]),
        KnownMessage(
            .convexAuth, ConvexAuthCode.reservedClaim, "Reserved claim {} in custom claims",
            example: "Reserved claim \"sub\" in custom claims"),
        KnownMessage(
            .convexAuth, ConvexAuthCode.redirectTo, "Invalid `redirectTo` {} for configured SITE_URL",
            example: "Invalid `redirectTo` https://a for configured SITE_URL: https://b"),
        KnownMessage(
            [.convexAuth, .jose], ConvexAuthCode.notExtractable,
            ["CryptoKey is not extractable", "key is not extractable", "non-extractable CryptoKey cannot be exported"],
            example: "TypeError: CryptoKey is not extractable"),
    ]
}
