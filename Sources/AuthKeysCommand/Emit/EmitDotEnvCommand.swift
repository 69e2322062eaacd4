internal import CommandOptions
internal import Consumers
internal import Deployment
internal import Encodings
internal import HostSystem

/// `authkeys emit dotenv`
struct EmitDotEnvCommand: Command {
    static let issuer = EmitIssuerOptions.option(
        "Add JWT_ISSUER, for services of your own; nothing in Convex reads it.")

    static let specification = CommandSpec(
        "dotenv", abstract: "JWT_PRIVATE_KEY and JWKS for dotenv readers, sh and docker compose.",
        discussion: [
            "Writes a file that Node's and Python's dotenv, sh, docker compose's env_file and 'npx convex "
                + "env set' read alike. 'docker run --env-file' is another format: 'authkeys emit docker-env'.",
            "What was written is read back by the rules of its readers, and the key compared, before the folder appears.",
        ],
        arguments: [EmitKeyOptions.folder],
        options: EmitKeyOptions.specs + [GenerateOptions.profile.spec, issuer.spec] + EmitOutput.specs,
        examples: [
            .init("authkeys emit dotenv auth-keys", "From the folder of 'authkeys generate'."),
            .init("authkeys emit dotenv --key env:KEY --out -", "From any private key, to standard output."),
        ],
        exitStatuses: EmitOutput.exitStatuses)

    private let key: EmitKeyOptions
    private let profile: Profile
    private let issuer: Issuer?
    private let output: EmitOutput

    init(_ arguments: ParsedArguments) throws(UsageError) {
        key = try EmitKeyOptions(arguments)
        profile = try arguments.required(GenerateOptions.profile)
        issuer = try arguments.value(of: Self.issuer)
        output = try EmitOutput(arguments, kind: "dotenv", fileNames: [DotEnvEmitter.fileName])
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        try output.check()
        let key = try key.read(context, for: profile)
        EmitIssuerOptions.warn(of: issuer, context.console)
        let files = try DotEnvEmitter(key, issuer: issuer).files()
        try output.deliver(
            files, of: key, next: { "npx convex env set < \(shellWord("\($0)/\(DotEnvEmitter.fileName)"))" }, context)
        return .success
    }
}
