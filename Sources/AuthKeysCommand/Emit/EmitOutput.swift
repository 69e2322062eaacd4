internal import CommandOptions
internal import Deployment
internal import Encodings
internal import HostSystem

/// Where emitted files go: a new folder, or, for a kind of one file, standard output.
struct EmitOutput: Sendable {
    static let out = Option(
        "out", metavar: .folder("DIR|-"), help: "The folder to make; '-' prints the file to standard output.",
        default: .described("authkeys- and the kind")
    ) { (text: String) throws(UsageError) -> String in
        guard !text.isEmpty else { throw .invalidValue(text, "names no folder") }
        return text
    }
    static let force = Flag(
        "force", help: "Replace a folder of such files; the old one is kept beside it under a dated name.")
    static let specs = [out.spec, force.spec]

    static let exitStatuses: [CommandSpec.ExitStatus] = [
        .init(0, "The files are there, and were read back."),
        .init(2, "The key or a file could not be read or written, or the consumer would refuse the key."),
        .init(64, "The command line is wrong."),
        .init(70, "What was to be written did not pass its own check; nothing was written."),
    ]

    let kind: String
    private let fileNames: [String]
    private let path: String
    private let isReplacing: Bool
    private let printsJSON: Bool
    private let isQuiet: Bool

    /// - Parameter fileNames: all that the kind makes, besides a `.gitignore`.
    init(_ arguments: ParsedArguments, kind: String, fileNames: [String]) throws(UsageError) {
        self.kind = kind
        self.fileNames = fileNames
        path = try arguments.value(of: Self.out) ?? "authkeys-\(kind)"
        isReplacing = arguments.contains(Self.force)
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
        guard isStandardOutput else { return }
        if fileNames.count > 1 {
            throw UsageError(
                .conflictingOptions, "'\(kind)' makes \(fileNames.count) files, and '--out -' prints one",
                hint: "--out DIR makes a folder")
        }
        if printsJSON {
            throw UsageError(
                .conflictingOptions, "'--json' prints what was made, and '--out -' prints the file itself",
                hint: "leave one of them out")
        }
        if isReplacing {
            throw UsageError(
                .conflictingOptions, "'--force' replaces a folder, and '--out -' writes none",
                hint: "leave one of them out")
        }
    }

    private var isStandardOutput: Bool { path.utf8.elementsEqual("-".utf8) }

    private var writer: FolderWriter {
        FolderWriter(
            destination: path, fileNames: Set(fileNames + [GitIgnoreEmitter.fileName]).sorted(),
            replacing: isReplacing,
            wording: OptionWording(
                destinationOption: "--out", replaceOption: "--force", suggestedName: "authkeys-\(kind)"))
    }

    /// Finds out early whether the folder can be made.
    func check() throws(AuthKeysError) {
        if !isStandardOutput { try writer.check() }
    }

    /// - Parameters:
    ///   - key: that is in the files, if any.
    ///   - next: the command to go on with, from the path of the folder.
    func deliver(
        _ files: [EmittedFile], of key: EmittedKey?, next: (String) -> String, _ context: CommandContext
    ) throws(AuthKeysError) {
        guard !isStandardOutput else {
            for file in files {
                if file.isSecret, context.console.isGitHubActions {
                    try context.console.printToError(GitHubMasks.commands(forText: file.contents))
                }
                try context.console.print(file.contents)
            }
            return
        }
        let secrets = files.filter(\.isSecret).map(\.name)
        // First, so that git never sees a folder that has a secret and not yet this.
        let all = (secrets.isEmpty ? [] : [GitIgnoreEmitter.covering(secrets)]) + files
        let staged = all.map {
            StagedFile(name: $0.name, isSecret: $0.isSecret, isExecutable: $0.isExecutable, contents: $0.contents)
        }
        let written = try writer.write(staged, at: context.now())
        let report = EmitReport(kind: kind, key: key, files: all, written: written, next: next(written.folder))
        do throws(AuthKeysError) {
            if printsJSON {
                try context.console.print(report.json)
            } else if !isQuiet {
                try context.console.print(report.text(context.console.escaped))
            }
        } catch {
            throw AuthKeysError(
                FileCode.notReported, "'\(written.folder)' is written and whole, but \(error.message)",
                hint: "use the files that are there; '--quiet' prints nothing", underlying: [error.description])
        }
    }
}
