internal import CommandOptions
internal import Deployment
internal import Encodings
internal import HostSystem

/// `authkeys emit docker-env`
struct EmitDockerEnvCommand: Command {
    static let specification = VariablesEmission.specification(
        .dockerEnv, "JWT_PRIVATE_KEY and JWKS for 'docker run --env-file'.",
        "docker takes every character behind the '=' as it stands, quotes included, and one line a variable: the key is on "
            + "one line with spaces, without quotes, and needs no base64.")

    private let emission: VariablesEmission

    init(_ arguments: ParsedArguments) throws(UsageError) {
        emission = try VariablesEmission(.dockerEnv, arguments)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        try emission.run(context) { "docker run --env-file \(shellWord($0)) IMAGE" }
    }
}
