internal import CommandOptions
internal import Consumers
internal import Deployment
internal import Encodings
internal import HostSystem

/// `authkeys emit kubernetes`
struct EmitKubernetesCommand: Command {
    static let issuer = EmitIssuerOptions.siteOrigin
    static let cloudOrigin = Option(
        "cloud-origin", metavar: "URL", help: "Where the world reaches port 3210.",
        isRequired: true, convert: EmitIssuerOptions.conversion(to: .cloudOrigin))

    static let name = Option(
        "name", metavar: "NAME", help: "Of the Deployment, and of its container.", default: .value("convex-backend"))

    static let specification = CommandSpec(
        "kubernetes", abstract: "A Secret, the entrypoint, a Deployment patch and a CronJob that checks.",
        discussion: [
            "The Secret holds the key and may not be committed; the ConfigMap with the entrypoint, the patch for the "
                + "Deployment of the backend, with both ports and both origins, and the CronJob, which looks daily at what "
                + "the issuer publishes, may."
        ],
        arguments: [EmitKeyOptions.folder],
        options: EmitKeyOptions.specs + [issuer.spec, cloudOrigin.spec, name.spec] + EmitOutput.specs,
        examples: [
            .init(
                "authkeys emit kubernetes auth-keys --issuer https://site.example.com --cloud-origin https://api.example.com",
                "From the folder of 'authkeys generate'.")
        ],
        exitStatuses: EmitOutput.exitStatuses)

    private let key: EmitKeyOptions
    private let issuer: Issuer
    private let cloudOrigin: Issuer
    private let name: String
    private let output: EmitOutput

    init(_ arguments: ParsedArguments) throws(UsageError) {
        key = try EmitKeyOptions(arguments)
        issuer = try arguments.required(Self.issuer)
        cloudOrigin = try arguments.required(Self.cloudOrigin)
        name = try arguments.required(Self.name)
        output = try EmitOutput(arguments, kind: "kubernetes", fileNames: KubernetesEmitter.fileNames)
        try EmitIssuerOptions.requireTwo(issuer, cloudOrigin)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        try output.check()
        let key = try key.read(context, for: .convexAuth)
        EmitIssuerOptions.warn(of: issuer, context.console)
        let files = try KubernetesEmitter(key, siteOrigin: issuer, cloudOrigin: cloudOrigin, name: name).files()
        let name = name
        try output.deliver(
            files, of: key,
            next: { folder in
                "cd \(shellWord(folder)) && kubectl apply -f secret.yaml -f configmap.yaml -f cronjob.yaml && "
                    + "kubectl patch deployment \(name) --patch-file deployment-patch.yaml"
            }, context)
        return .success
    }
}
