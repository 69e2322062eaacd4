internal import CommandOptions
internal import Consumers
internal import Deployment
internal import Encodings
internal import HostSystem

/// `authkeys emit compose`
struct EmitComposeCommand: Command {
    static let issuer = EmitIssuerOptions.siteOrigin
    static let cloudOrigin = Option(
        "cloud-origin", metavar: "URL", help: "Where the world reaches port 3210.",
        default: .value("http://127.0.0.1:3210"), convert: EmitIssuerOptions.conversion(to: .cloudOrigin))

    static let specification = CommandSpec(
        "compose", abstract: "A compose file for the self-hosted Convex backend, seeded with the key.",
        discussion: [
            "A service with both ports and both origins, the entrypoint of 'emit docker-entrypoint', the key as a docker "
                + "secret, and a health check that asks for the keys. The compose file may be committed; the key is in a "
                + "file of its own, which may not."
        ],
        arguments: [EmitKeyOptions.folder],
        options: EmitKeyOptions.specs + [issuer.spec, cloudOrigin.spec] + EmitOutput.specs,
        examples: [
            .init(
                "authkeys emit compose auth-keys --issuer https://site.example.com",
                "From the folder of 'authkeys generate'.")
        ],
        exitStatuses: EmitOutput.exitStatuses)

    private let key: EmitKeyOptions
    private let issuer: Issuer
    private let cloudOrigin: Issuer
    private let output: EmitOutput

    init(_ arguments: ParsedArguments) throws(UsageError) {
        key = try EmitKeyOptions(arguments)
        issuer = try arguments.required(Self.issuer)
        cloudOrigin = try arguments.required(Self.cloudOrigin)
        output = try EmitOutput(arguments, kind: "compose", fileNames: ComposeEmitter.fileNames)
        try EmitIssuerOptions.requireTwo(issuer, cloudOrigin)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        try output.check()
        let key = try key.read(context, for: .convexAuth)
        EmitIssuerOptions.warn(of: issuer, context.console)
        let files = try ComposeEmitter(key, siteOrigin: issuer, cloudOrigin: cloudOrigin).files()
        try output.deliver(
            files, of: key, next: { "cd \(shellWord($0)) && docker compose up --detach --wait" }, context)
        return .success
    }
}
