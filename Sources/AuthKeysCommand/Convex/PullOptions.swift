internal import CommandOptions

/// What `authkeys convex pull` can be told.
struct PullOptions: Sendable {
    enum Destination: Sendable {
        case file(String)
        case folder(String)

        /// By its spelling alone, so that the same line does the same thing whatever is there.
        init(_ path: String) {
            let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
            self = name.contains(".") ? .file(path) : .folder(path)
        }
    }

    let destination: Destination
    let isEverything: Bool
    let format: GenerateOptions.Format
    let isReplacing: Bool
    let printsJSON: Bool
    let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        destination = Destination(try arguments.required(Self.out))
        isEverything = arguments.contains(Self.all)
        format = try arguments.required(Self.format)
        isReplacing = arguments.contains(Self.force)
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
        if case .folder = destination, format == .json {
            throw UsageError(
                .conflictingOptions, "'--format json' is for a file, and '--out' names a folder",
                hint: "name a file: --out convex.json")
        }
    }

    static let out = Option(
        "out", metavar: .file("FILE|DIR"),
        help: "The file of variables to make; or, where the name has no dot or ends in '/', the folder.",
        isRequired: true
    ) { (text: String) throws(UsageError) -> String in
        guard !text.isEmpty else { throw .invalidValue(text, "names no file") }
        guard !text.utf8.elementsEqual("-".utf8) else {
            throw .invalidValue(
                text, "is standard output, where no secret of a deployment is printed", hint: "name a file or a folder")
        }
        return text
    }

    static let all = Flag("all", help: "Every variable of the deployment, not only JWT_PRIVATE_KEY and JWKS.")

    static let format = Option(
        "format", metavar: "FORMAT", help: "How a file is written.", default: GenerateOptions.Format.dotenv)

    static let force = Flag(
        "force", help: "Replace what is there; a folder of keys is kept beside it under a dated name.")
}
