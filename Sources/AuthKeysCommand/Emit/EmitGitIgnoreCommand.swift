internal import CommandOptions
internal import Deployment
internal import Encodings

/// `authkeys emit gitignore`
struct EmitGitIgnoreCommand: Command {
    static let specification = CommandSpec(
        "gitignore", abstract: "A .gitignore for a project that has keys.",
        discussion: [
            "Names what authkeys writes with a private key in it and the files that usually hold one. "
                + "It needs no key."
        ],
        options: EmitOutput.specs,
        examples: [.init("authkeys emit gitignore --out - >> .gitignore", "Add the lines to those that are there.")],
        exitStatuses: EmitOutput.exitStatuses)

    private let output: EmitOutput

    init(_ arguments: ParsedArguments) throws(UsageError) {
        output = try EmitOutput(arguments, kind: "gitignore", fileNames: [GitIgnoreEmitter.fileName])
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        try output.check()
        try output.deliver(
            GitIgnoreEmitter().files(), of: nil, next: { _ in "put its lines into the .gitignore of the project" },
            context)
        return .success
    }
}
