internal import Encodings

extension Catalogue {
    /// A change of variables or of `auth.config.ts` that a deployment refused.
    static let settingTroubles: [Trouble] = [
        Trouble(
            BackendCode.missingAuthVariable, .cause,
            [
                .init(
                    "auth.config.ts reads process.env.NAME, and the deployment has no such variable",
                    fix: "npx convex env set NAME=value first, then deploy")
            ],
            tell: ["authkeys doctor --live"], explains: [ConvexCode.authConfig]),
        Trouble(
            ConvexCode.authConfig, .cause,
            [
                .init(
                    "auth.config.ts has no default export with a list named providers",
                    fix: "'authkeys emit auth-config' writes one"),
                .init(
                    "a variable in it is not set, or has a value that it cannot have",
                    fix: "set the variable, then push"),
            ], tell: ["authkeys emit auth-config"]),
        Trouble(
            BackendCode.providerDomain, .cause,
            [
                .init("quotes were stored with the value", fix: "set it without quotes"),
                .init("it has no scheme: https:// or http://", fix: "write it out"),
                .init("an old backend takes https only", fix: "a release after August 2025 takes http too"),
            ], tell: ["authkeys convex origins --issuer https://example.com"], explains: [ConvexCode.authConfig]),
        Trouble(
            ConsumerCode.valueTooLarge, .cause,
            [
                .init(
                    "JWKS holds many keys, or more than keys",
                    fix: "'authkeys jwks list env:JWKS' counts them; publish the one that is used"),
                .init("the value was put into base64 twice", fix: "'authkeys pem unwrap broken.txt --out key.pem'"),
            ], tell: ["authkeys jwks lint env:JWKS"]),
        Trouble(
            ConvexCode.tooManyVariables, .cause,
            [.init("the deployment has 512 variables already", fix: "remove some")], tell: ["authkeys doctor --live"]),
        Trouble(
            ConvexCode.totalSize, .cause,
            [.init("all variables together are over 512 KiB", fix: "remove some")], tell: ["authkeys doctor --live"]),
        Trouble(
            ConvexCode.builtInName, .cause,
            [
                .init(
                    "CONVEX_SITE_URL and CONVEX_CLOUD_URL follow from the container's CONVEX_SITE_ORIGIN and CONVEX_CLOUD_ORIGIN",
                    fix: "'authkeys convex origins --issuer https://example.com' prints what to set there")
            ],
            tell: ["authkeys convex origins --issuer https://example.com"]),
        Trouble(
            ConvexCode.mixedConfiguration, .cause,
            [
                .init(
                    "variables of the cloud and of a self-hosted deployment are set together",
                    fix: "unset CONVEX_DEPLOYMENT and CONVEX_DEPLOY_KEY, also in .env.local")
            ],
            tell: ["authkeys convex push auth-keys"]),
        Trouble(
            ConvexCode.notSet, .cause,
            [
                .init(
                    "the deployment has no such variable; 'env get' says so and still exits 0",
                    fix: "'authkeys convex push auth-keys --yes'")
            ],
            tell: ["authkeys convex push auth-keys"]),
    ]
}
