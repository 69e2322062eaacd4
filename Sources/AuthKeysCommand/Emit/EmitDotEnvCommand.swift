internal import CommandOptions
internal import Deployment
internal import Encodings
internal import HostSystem

/// `authkeys emit dotenv`
struct EmitDotEnvCommand: Command {
    static let specification = VariablesEmission.specification(
        .dotEnv, "JWT_PRIVATE_KEY and JWKS for dotenv readers, sh and docker compose.",
        "Writes a file that Node's and Python's dotenv, sh, docker compose's env_file and 'npx convex env set' read alike. "
            + "'docker run --env-file' is another format: 'authkeys emit docker-env'.")

    private let emission: VariablesEmission

    init(_ arguments: ParsedArguments) throws(UsageError) {
        emission = try VariablesEmission(.dotEnv, arguments)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        try emission.run(context) { "npx convex env set < \(shellWord($0))" }
    }
}
