internal import CommandOptions
internal import Consumers
internal import Deployment
internal import Encodings
internal import HostSystem

/// `authkeys emit docker-env`
struct EmitDockerEnvCommand: Command {
    static let issuer = EmitIssuerOptions.option(
        "Add JWT_ISSUER, for services of your own; nothing in Convex reads it.")

    static let specification = CommandSpec(
        "docker-env", abstract: "JWT_PRIVATE_KEY and JWKS for 'docker run --env-file'.",
        discussion: [
            "docker takes every character behind the '=' as it stands, quotes included, and one line a "
                + "variable: the key is on one line with spaces, without quotes, and needs no base64.",
            "What was written is read back by the rules of its readers, and the key compared, before the folder appears.",
        ],
        arguments: [EmitKeyOptions.folder],
        options: EmitKeyOptions.specs + [GenerateOptions.profile.spec, issuer.spec] + EmitOutput.specs,
        examples: [
            .init("authkeys emit docker-env auth-keys", "From the folder of 'authkeys generate'."),
            .init("authkeys emit docker-env --key env:KEY --out -", "From any private key, to standard output."),
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
        output = try EmitOutput(arguments, kind: "docker-env", fileNames: [DockerEnvEmitter.fileName])
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        try output.check()
        let key = try key.read(context, for: profile)
        EmitIssuerOptions.warn(of: issuer, context.console)
        let files = try DockerEnvEmitter(key, issuer: issuer).files()
        try output.deliver(
            files, of: key, next: { "docker run --env-file \(shellWord("\($0)/\(DockerEnvEmitter.fileName)")) IMAGE" },
            context)
        return .success
    }
}
