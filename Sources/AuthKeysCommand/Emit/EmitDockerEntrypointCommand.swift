internal import CommandOptions
internal import Deployment
internal import Encodings

/// `authkeys emit docker-entrypoint`
struct EmitDockerEntrypointCommand: Command {
    static let specification = CommandSpec(
        "docker-entrypoint", abstract: "An entrypoint that seeds a self-hosted Convex deployment with its keys.",
        discussion: [
            "A variable of the container never reaches a Convex function. This script starts the backend of the image by its "
                + "own entrypoint, waits for it in the background, and sets JWT_PRIVATE_KEY and JWKS as variables of the "
                + "deployment when it has neither. It never keeps the backend from starting, and logs in one last line what "
                + "it did.",
            "It holds no key. The container is given one as JWT_PRIVATE_KEY, JWT_PRIVATE_KEY_BASE64 or "
                + "JWT_PRIVATE_KEY_FILE; the comments of the script name every setting.",
        ],
        options: EmitOutput.specs,
        examples: [.init("authkeys emit docker-entrypoint --out - > entrypoint.sh", "The script alone.")],
        exitStatuses: EmitOutput.exitStatuses)

    private let output: EmitOutput

    init(_ arguments: ParsedArguments) throws(UsageError) {
        output = try EmitOutput(arguments, kind: "docker-entrypoint", fileNames: [DockerEntrypointEmitter.fileName])
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        try output.check()
        try output.deliver(
            try DockerEntrypointEmitter().files(), of: nil,
            next: { _ in "mount it, and start the container with: /bin/sh /path/to/authkeys-entrypoint.sh" }, context)
        return .success
    }
}
