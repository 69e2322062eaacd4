internal import Encodings

extension Catalogue {
    private static let setOnDeployment = "'authkeys convex push auth-keys --yes' sets both values on the deployment"

    /// What Convex Auth says of its settings.
    static let convexAuthTroubles: [Trouble] = [
        Trouble(
            ConvexAuthCode.keyUnset, .cause,
            [
                .init(
                    "it was set in .env, in the container or in the entrypoint, which never reaches a function",
                    fix: setOnDeployment),
                .init("it was set as JWT_PRIVATE_KEY_BASE64, which nothing decodes", fix: setOnDeployment),
                .init("it was set on another deployment", fix: "see CONVEX_SELF_HOSTED_URL"),
            ], tell: ["authkeys convex push auth-keys", "authkeys doctor --live"],
            explains: [SymptomCode.everybody, SymptomCode.identityNull]),
        Trouble(
            ConvexAuthCode.jwksUnset, .cause,
            [
                .init("only JWT_PRIVATE_KEY was set", fix: setOnDeployment),
                .init("it was set in the container, which never reaches a function", fix: setOnDeployment),
            ], tell: ["authkeys convex push auth-keys", "authkeys doctor --live"],
            explains: [
                BackendCode.functionFailed, BackendCode.discoveryFailed, BackendCode.closed, BackendCode.webSocket,
            ]),
        Trouble(
            ConvexAuthCode.siteURLUnset, .cause,
            [
                .init(
                    "SITE_URL, the address of the app, is not set on the deployment",
                    fix: "npx convex env set SITE_URL https://app.example.com")
            ],
            tell: ["authkeys doctor --live"]),
        Trouble(
            ConvexAuthCode.variableUnset, .cause,
            [
                .init(
                    "the variable is not set on the deployment; one of the container never reaches a function",
                    fix: "npx convex env set NAME=value")
            ],
            tell: ["authkeys doctor --live"]),
        Trouble(
            ConvexAuthCode.notExtractable, .cause,
            [
                .init(
                    "a script generates keys with jose 6, which makes them unextractable",
                    fix: "'authkeys generate', or extractable: true in the script")
            ],
            tell: ["authkeys generate --out new-keys"]),
        Trouble(
            ConvexAuthCode.reservedClaim, .cause,
            [.init("customClaims sets sub, iss, aud, iat, exp, nbf or jti", fix: "give the claim another name")],
            tell: ["authkeys jwt inspect token.jwt"]),
        Trouble(
            ConvexAuthCode.redirectTo, .cause,
            [
                .init(
                    "the app runs at another address than SITE_URL",
                    fix: "npx convex env set SITE_URL https://app.example.com; no key is involved")
            ],
            tell: ["authkeys doctor --live"]),
    ]
}
