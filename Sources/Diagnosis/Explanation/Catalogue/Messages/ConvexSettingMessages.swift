internal import Encodings

extension Catalogue {
    /// What the deployment says to a change of its variables or of `auth.config.ts`.
    static let convexSettingMessages: [KnownMessage] = [
        KnownMessage(
            .convexBackend, BackendCode.missingAuthVariable, "AuthConfigMissingEnvironmentVariable",
            "Environment variable {} is used in auth config file but its value was not set",
            "AuthConfigMissingEnvironmentVariable{}is used in auth config file but its value was not set",
            example: "Environment variable NAME is used in auth config file but its value was not set"),
        KnownMessage(
            .convexBackend, ConvexCode.authConfig, "The pushed auth config is invalid",
            "This change would make the auth config invalid", "InvalidAuthConfig",
            "InvalidAuthConfig{}The pushed auth config is invalid",
            "InvalidAuthConfig{}would make the auth config invalid",
            "auth config file must include a list of provider credentials",
            "auth config file is missing default export",
            "The pushed auth config is invalid: auth config file",
            "This change would make the auth config invalid: auth config file",
            example: "The pushed auth config is invalid: auth config file is missing default export. See the docs."),
        KnownMessage(
            .convexBackend, BackendCode.providerDomain, "Invalid provider domain URL",
            "The pushed auth config is invalid: Invalid provider domain URL",
            "This change would make the auth config invalid: Invalid provider domain URL",
            "Invalid provider domain URL{}starts with a double quote",
            "Invalid provider domain URL{}scheme should be http or https",
            "Invalid provider domain URL{}Does not look like a URL",
            "issuer {} must use HTTPS", "domain {} must use HTTPS", "^must use HTTPS$",
            "Invalid provider domain URL{}must use HTTPS",
            example:
                "The pushed auth config is invalid: Invalid provider domain URL \"a\": Does not look like a URL (must have "
                + "a scheme or end with a top-level domain)"),
        KnownMessage(
            .convexBackend, ConsumerCode.valueTooLarge, "EnvironmentVariableValueTooLarge",
            "The environment variable value is {} bytes, which is too large",
            "EnvironmentVariableValueTooLarge{}which is too large",
            example: "The environment variable value is 9000 bytes, which is too large. (max size: 8192 bytes)"),
        KnownMessage(.convexBackend, ConvexCode.tooManyVariables, "EnvVarLimitMet"),
        KnownMessage(.convexBackend, ConvexCode.totalSize, "EnvVarTotalSizeLimitMet"),
        KnownMessage(
            .convexBackend, ConvexCode.builtInName, "EnvVarNameForbidden",
            "Environment variable with name {} is built-in and cannot be overridden",
            "EnvVarNameForbidden{}is built-in and cannot be overridden",
            example: "Environment variable with name \"CONVEX_SITE_URL\" is built-in and cannot be overridden"),
        KnownMessage(
            .convexCLI, PipelineCode.keyAsOption, "unknown option '-----BEGIN", "unknown option \"-----",
            example: "error: unknown option '-----BEGIN PRIVATE KEY-----'"),
        KnownMessage(
            .convexCLI, PipelineCode.noDeployment, "No CONVEX_DEPLOYMENT set", "CONVEX_DEPLOYMENT is not set",
            "Cannot prompt for input in non-interactive terminals",
            example: "✖ No CONVEX_DEPLOYMENT set, run `npx convex dev` to configure a Convex project"),
        KnownMessage(
            .convexCLI, ConvexCode.mixedConfiguration,
            "CONVEX_SELF_HOSTED_URL and CONVEX_SELF_HOSTED_ADMIN_KEY must not be set when CONVEX_DEPLOYMENT",
            "CONVEX_DEPLOYMENT must not be set when CONVEX_SELF_HOSTED_URL",
            example:
                "CONVEX_DEPLOYMENT must not be set when CONVEX_SELF_HOSTED_URL and CONVEX_SELF_HOSTED_ADMIN_KEY are set"
        ),
        KnownMessage(
            .convexCLI, PipelineCode.adminKeyUnset,
            "CONVEX_SELF_HOSTED_ADMIN_KEY <is not set|not set|is empty|must be set>",
            "missing CONVEX_SELF_HOSTED_ADMIN_KEY",
            "CONVEX_SELF_HOSTED_ADMIN_KEY: <unbound variable|parameter not set|parameter null or not set>"),
        KnownMessage(
            [.shell], PipelineCode.adminKeyUnset,
            [
                "line {}: 01{}: command not found", ".env{}: 01{}: <command not found|not found>",
                "command not found: 01",
            ],
            example: ".env: line 3: 01…: command not found", widestHole: 400),
        KnownMessage(
            .convexCLI, ConvexCode.notSet, "Environment variable \"{}\" not found",
            "Environment variable {} is not set on", example: "✖ Environment variable \"JWKS\" not found"),
        KnownMessage(
            .convexCLI, PipelineCode.differingValues, "already exists with <a |>different value",
            "Use --force to overwrite",
            "environment variables {} have different values",
            example: "JWKS already exists with a different value; use --force to overwrite"),
    ]
}
