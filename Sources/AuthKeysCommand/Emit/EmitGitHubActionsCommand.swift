internal import CommandOptions
internal import Deployment
internal import Encodings
internal import HostSystem

/// `authkeys emit github-actions`
struct EmitGitHubActionsCommand: Command {
    static let specification = CommandSpec(
        "github-actions", abstract: "Workflows that rotate the keys of a deployment, and check them.",
        discussion: [
            "'authkeys-rotate.yml' runs 'authkeys convex rotate' four times a year, 'authkeys-check.yml' runs 'authkeys doctor' "
                + "every day. They need no key and hold no value, use no action of others, and have no access to the "
                + "repository.",
            "A job takes authkeys from the PATH of its runner, or from where the repository's variable AUTHKEYS_URL says, and "
                + "then it has to be the file that AUTHKEYS_SHA256 names. The comments of the files say what else to set.",
        ],
        options: EmitOutput.specs,
        examples: [.init("authkeys emit github-actions", "Into the folder authkeys-github-actions.")],
        exitStatuses: EmitOutput.exitStatuses)

    private let output: EmitOutput

    init(_ arguments: ParsedArguments) throws(UsageError) {
        output = try EmitOutput(arguments, kind: "github-actions", fileNames: GitHubActionsEmitter.fileNames)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        try output.check()
        try output.deliver(
            try GitHubActionsEmitter().files(), of: nil,
            next: { "cp \(shellWord($0))/*.yml .github/workflows, and set what their comments name" }, context)
        return .success
    }
}
