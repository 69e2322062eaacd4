internal import CommandOptions
internal import Consumers
internal import Deployment
internal import Encodings

/// `authkeys emit well-known`
struct EmitWellKnownCommand: Command {
    static let issuer = EmitIssuerOptions.option("The issuer that tokens name, byte for byte.", isRequired: true)
    static let maxAge = Option(
        "max-age", metavar: "SECONDS", help: "How long verifiers may keep the set; a rotation waits as long.",
        in: 0...86_400, default: 300)

    static let specification = CommandSpec(
        "well-known", abstract: "The discovery document and the JWKS as static files, with nginx and Caddy snippets.",
        discussion: [
            "All of it is public. JSON has no comments, so the two documents do not say themselves that they may be "
                + "committed."
        ],
        arguments: [EmitKeyOptions.folder],
        options: EmitKeyOptions.specs + [GenerateOptions.profile.spec, issuer.spec, maxAge.spec] + EmitOutput.specs,
        examples: [
            .init(
                "authkeys emit well-known auth-keys --issuer https://auth.example.com",
                "From the folder of 'authkeys generate'.")
        ],
        exitStatuses: EmitOutput.exitStatuses)

    private let key: EmitKeyOptions
    private let profile: Profile
    private let issuer: Issuer
    private let maximumAge: Int
    private let output: EmitOutput

    init(_ arguments: ParsedArguments) throws(UsageError) {
        key = try EmitKeyOptions(arguments)
        profile = try arguments.required(GenerateOptions.profile)
        issuer = try arguments.required(Self.issuer)
        maximumAge = try arguments.required(Self.maxAge)
        output = try EmitOutput(arguments, kind: "well-known", fileNames: WellKnownEmitter.fileNames)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        try output.check()
        let key = try key.read(context, for: profile)
        let files = try WellKnownEmitter(key, issuer: issuer, maximumAge: maximumAge).files()
        try output.deliver(
            files, of: key,
            next: { _ in "serve both documents below \(issuer.text)/.well-known, as application/json" }, context)
        return .success
    }
}
