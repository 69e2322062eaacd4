internal import CommandOptions
internal import Deployment
internal import Encodings
internal import HostSystem

/// `authkeys convex pull`
struct ConvexPullCommand: Command {
    static let specification = CommandSpec(
        "pull", abstract: "Fetch JWT_PRIVATE_KEY and JWKS from a self-hosted deployment into files.",
        discussion: [
            "Writes both values as they are stored: into one file of variables, or into a folder of the same shape as "
                + "that of 'authkeys generate'. Files with a secret have mode 0600, and nothing secret is printed. The "
                + "deployment hands out all its variables at once; those that were not asked for are discarded.",
            ConvexCommands.settings,
        ],
        options: [PullOptions.out.spec, PullOptions.all.spec, PullOptions.format.spec, PullOptions.force.spec],
        examples: [
            .init("authkeys convex pull --out auth-keys", "The folder auth-keys."),
            .init("authkeys convex pull --out backup.env --all", "Every variable, in one file."),
        ],
        exitStatuses: [
            .init(0, "The values are there."),
            .init(2, "They are not set, or could not be fetched or written."),
            .init(64, "The command line is wrong."),
        ])

    private let options: PullOptions

    init(_ arguments: ParsedArguments) throws(UsageError) {
        options = try PullOptions(arguments)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let wording = OptionWording(
            destinationOption: "--out", replaceOption: "--force", suggestedName: KeyPairFolder.defaultName)
        let report =
            switch options.destination {
            case .file(let path):
                try pull(
                    into: FileWriter(
                        destination: path, isSecret: true, replacing: options.isReplacing, wording: wording),
                    at: path, context)
            case .folder(let path):
                try pull(
                    into: FolderWriter(
                        destination: path, fileNames: KeyPairFolder.everyFileName, replacing: options.isReplacing,
                        wording: wording), context)
            }
        if options.printsJSON {
            try context.console.print(report.json)
        } else if !options.isQuiet {
            try context.console.print(report.text(context.console.escaped))
        }
        return .success
    }

    private func pull(
        into writer: FileWriter, at path: String, _ context: CommandContext
    ) throws(AuthKeysError) -> PullReport {
        try writer.check()
        let (origin, values) = try fetch(context)
        try writer.write(options.format == .json ? values.json() : values.dotenv())
        return PullReport(origin: origin, values: values, place: path, files: [], kept: nil)
    }

    private func pull(into writer: FolderWriter, _ context: CommandContext) throws(AuthKeysError) -> PullReport {
        try writer.check()
        let (origin, values) = try fetch(context)
        let files = try values.folder()
        let written = try writer.write(files, at: context.now())
        return PullReport(origin: origin, values: values, place: written.folder, files: files, kept: written.kept)
    }

    private func fetch(_ context: CommandContext) throws(AuthKeysError) -> (origin: String, values: PulledValues) {
        let client = try DeploymentClient(context)
        let stored = try client.variables()
        let values = try PulledValues(stored, isEverything: options.isEverything, origin: client.api.origin)
        return (client.api.origin, values)
    }
}
