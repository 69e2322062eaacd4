internal import CommandOptions
internal import Encodings
internal import HostSystem

/// Where a command puts what it makes: `--out FILE|-`, and `--force`.
struct OutputOption: Sendable {
    static let out = Option(
        "out", metavar: .file("FILE|-"), help: "The file to make; '-' is standard output.",
        default: .described("standard output, for what is public")
    ) { (text: String) throws(UsageError) -> String in
        guard !text.isEmpty else { throw .invalidValue(text, "names no file") }
        try PastedText.refuse(text, inPlaceOf: "file")
        return text
    }

    static let force = Flag("force", help: "Overwrite the file when it exists.")

    static let specs = [out.spec, force.spec]

    private let path: String?
    private let isReplacing: Bool
    private let isJSON: Bool
    private let reportsJSON: Bool
    private let isQuiet: Bool
    private let suggestedName: String

    /// - Parameters:
    ///   - isJSON: whether what is written is public JSON itself, so that `--json` asks for nothing more.
    ///   - suggestedName: of a file, for hints.
    ///   - forceIsForAnother: whether '--force' is about another file of the command too.
    init(
        _ arguments: ParsedArguments, isJSON: Bool = false, suggestedName: String = "key.pem",
        forceIsForAnother: Bool = false
    ) throws(UsageError) {
        self.suggestedName = suggestedName
        self.isJSON = isJSON
        reportsJSON = arguments.contains(CommandTree.json) && !isJSON
        path = try arguments.value(of: Self.out)
        isReplacing = arguments.contains(Self.force)
        isQuiet = arguments.contains(CommandTree.quiet)
        if isReplacing, !forceIsForAnother, path == nil || isStandardOutput {
            throw UsageError(
                .conflictingOptions, "'--force' overwrites a file, and no file is written", hint: "add --out FILE")
        }
        if reportsJSON, path == nil || isStandardOutput {
            throw UsageError(
                .conflictingOptions, "'--json' prints a result without the key, and no file is written for the key",
                hint: "add --out FILE, or leave --json out")
        }
    }

    private var isStandardOutput: Bool { path?.utf8.elementsEqual("-".utf8) ?? false }

    /// The path for a file, `nil` for standard output.
    var file: String? { isStandardOutput ? nil : path }

    /// A secret leaves the program only when it was said where to.
    func requirePlace(forSecret what: String) throws(UsageError) {
        guard path == nil else { return }
        throw UsageError(
            .missingOption, "\(what) is secret, and '--out' does not say where it goes",
            hint: "--out FILE makes a file with mode 0600; '--out -' prints it")
    }

    /// Finds out early whether the file can be made.
    func check(isSecret: Bool) throws(AuthKeysError) {
        guard let file else { return }
        try writer(file, isSecret: isSecret).check()
    }

    func write(
        _ bytes: some ByteSource, isSecret: Bool, isText: Bool = true, _ console: Console
    ) throws(AuthKeysError) {
        guard let file else {
            guard isText || !console.outputIsTerminal else {
                throw AuthKeysError(
                    UsageCode.missingOption, "DER is binary, and standard output is a terminal",
                    hint: "add --out FILE, or leave --der out")
            }
            return isJSON ? try console.print(json: bytes) : try console.print(bytes)
        }
        let writer = writer(file, isSecret: isSecret)
        if isReplacing {
            // It may be a set that 'jwks add' is editing: what that is about to write must not come after this.
            let change = try writer.locked(onWait: { if !isQuiet { console.noteWait(file) } }) {
                file throws(AuthKeysError) in try file.write(bytes)
            }
            if let change { console.warn("'\(file)' \(change.description)") }
        } else {
            try writer.write(bytes)
        }
        guard reportsJSON else { return }
        let report = JSONValue.object([
            "schema": .string("authkeys.output/1"), "file": .string(file), "secret": .boolean(isSecret),
        ])
        try console.print(report)
    }

    /// Before a secret goes to standard output in a job whose log is public.
    func maskForGitHub(_ secret: some ByteSource, _ console: Console) throws(AuthKeysError) {
        guard file == nil, console.isGitHubActions else { return }
        try console.printToError(GitHubMasks.commands(forText: secret))
    }

    private func writer(_ file: String, isSecret: Bool) -> FileWriter {
        FileWriter(
            destination: file, isSecret: isSecret, replacing: isReplacing,
            wording: OptionWording(destinationOption: "--out", replaceOption: "--force", suggestedName: suggestedName))
    }
}
