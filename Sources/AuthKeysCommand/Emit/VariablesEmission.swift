internal import CommandOptions
internal import Consumers
internal import Deployment
internal import Encodings

/// What the commands have in common that write a file of variables: all but its format and their words.
struct VariablesEmission: Sendable {
    static let issuer = EmitIssuerOptions.option(
        "Add JWT_ISSUER, for services of your own; nothing in Convex reads it.")

    static func specification(_ format: VariablesFormat, _ abstract: String, _ discussion: String) -> CommandSpec {
        CommandSpec(
            format.kind, abstract: abstract,
            discussion: [
                discussion,
                "What was written is read back by the rules of its readers, and the key compared, before the folder "
                    + "appears.",
            ],
            arguments: [EmitKeyOptions.folder],
            options: EmitKeyOptions.specs + [GenerateOptions.profile.spec, issuer.spec] + EmitOutput.specs,
            examples: [
                .init("authkeys emit \(format.kind) auth-keys", "From the folder of 'authkeys generate'."),
                .init(
                    "authkeys emit \(format.kind) --key env:KEY --out -", "From any private key, to standard output."),
            ],
            exitStatuses: EmitOutput.exitStatuses)
    }

    private let format: VariablesFormat
    private let key: EmitKeyOptions
    private let profile: Profile
    private let issuer: Issuer?
    private let output: EmitOutput

    init(_ format: VariablesFormat, _ arguments: ParsedArguments) throws(UsageError) {
        self.format = format
        key = try EmitKeyOptions(arguments)
        profile = try arguments.required(GenerateOptions.profile)
        issuer = try arguments.value(of: Self.issuer)
        output = try EmitOutput(arguments, kind: format.kind, fileNames: [format.fileName])
    }

    /// - Parameter next: the command to go on with, from the path of the file.
    func run(_ context: CommandContext, next: (String) -> String) throws(AuthKeysError) -> ExitStatus {
        try output.check()
        let key = try key.read(context, for: profile)
        EmitIssuerOptions.warn(of: issuer, context.console)
        let files = try VariablesEmitter(format, key, issuer: issuer).files()
        try output.deliver(files, of: key, next: { next("\($0)/\(format.fileName)") }, context)
        return .success
    }
}
