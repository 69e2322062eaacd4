internal import CommandOptions
internal import Consumers
internal import Deployment
internal import Encodings
internal import HostSystem

/// `authkeys emit auth-config`
struct EmitAuthConfigCommand: Command {
    static let provider = Option(
        "provider", metavar: "NAME", help: "Whose tokens the deployment accepts.", default: ConvexProvider.convexAuth)
    static let issuer = EmitIssuerOptions.option(
        "The issuer of the tokens; for Clerk its Frontend API URL, for Auth0 its tenant's, without a slash at the end.")
    static let audience = Option(
        "audience", metavar: "TEXT", help: "The aud of the tokens; for Auth0 the client ID.",
        default: .described("convex, where it is not Auth0")
    ) { (text: String) throws(UsageError) -> String in
        guard !text.isEmpty else { throw .invalidValue(text, "is no audience") }
        return text
    }

    static let specification = CommandSpec(
        "auth-config", abstract: "The auth.config.ts of a Convex project, with what belongs to it.",
        discussion: [
            "'convex-auth' makes auth.config.ts, http.ts and auth.ts, all three of which discovery needs. 'custom-jwt' needs "
                + "a key and '--issuer', and puts the JWKS into a variable as a data: URI. 'clerk' and 'auth0' need "
                + "'--issuer'.",
            "The files read variables of the deployment and hold no secret; the values of those variables are in a dotenv "
                + "file beside them.",
        ],
        arguments: [EmitKeyOptions.folder],
        options: [provider.spec, issuer.spec, audience.spec] + EmitKeyOptions.specs + EmitOutput.specs,
        examples: [
            .init("authkeys emit auth-config", "For Convex Auth."),
            .init(
                "authkeys emit auth-config auth-keys --provider custom-jwt --issuer https://auth.example.com",
                "For tokens of a service of your own."),
        ],
        exitStatuses: EmitOutput.exitStatuses)

    private let provider: ConvexProvider
    private let key: EmitKeyOptions?
    private let issuer: Issuer?
    private let audience: String
    private let output: EmitOutput

    init(_ arguments: ParsedArguments) throws(UsageError) {
        provider = try arguments.required(Self.provider)
        issuer = try arguments.value(of: Self.issuer)
        let audience = try arguments.value(of: Self.audience)
        self.audience = audience ?? "convex"
        let isKeyGiven =
            arguments.value(of: EmitKeyOptions.folder) != nil || arguments.isGiven(EmitKeyOptions.key.spec)
        key = provider == .customJWT || isKeyGiven ? try EmitKeyOptions(arguments) : nil
        output = try EmitOutput(arguments, kind: "auth-config", fileNames: AuthConfigEmitter.fileNames)
        if key != nil, provider != .customJWT {
            throw UsageError(
                .conflictingOptions, "'\(provider.rawValue)' publishes its own keys, and a key is given",
                hint: "leave the key out, or add --provider custom-jwt")
        }
        if (issuer == nil) != (provider == .convexAuth) {
            throw issuer == nil
                ? UsageError(
                    .missingOption, "'\(provider.rawValue)' needs the issuer of the tokens", hint: "add --issuer URL")
                : UsageError(
                    .conflictingOptions, "the issuer of Convex Auth is CONVEX_SITE_URL of the deployment itself",
                    hint: "leave '--issuer' out; on a self-hosted deployment set CONVEX_SITE_ORIGIN")
        }
        if provider == .auth0 ? audience == nil : audience != nil && provider != .customJWT {
            throw provider == .auth0
                ? UsageError(.missingOption, "'auth0' needs the client ID", hint: "add --audience CLIENT-ID")
                : UsageError(
                    .conflictingOptions, "the audience of '\(provider.rawValue)' is always convex",
                    hint: "leave '--audience' out")
        }
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        try output.check()
        let key = try self.key?.read(context, for: .generic)
        let files = try AuthConfigEmitter(provider, key: key, issuer: issuer, audience: audience).files()
        let provider = provider
        try output.deliver(
            files, of: key,
            next: { folder in
                let copy = "copy the .ts files into the folder convex/ of the project"
                let variables = shellWord("\(folder)/auth-provider.env")
                return provider == .convexAuth ? copy : "npx convex env set < \(variables), then \(copy)"
            }, context)
        return .success
    }
}
