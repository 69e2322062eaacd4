internal import CommandOptions
internal import Deployment
internal import Diagnosis
internal import Encodings

/// `authkeys convex push`
struct ConvexPushCommand: Command {
    static let folder = ArgumentSpec(
        .folder("DIR"), .optional, help: "The folder of 'authkeys generate' or 'authkeys convex pull'.")

    static let envFile = Option(
        "env-file", metavar: .source, help: "A file of variables instead: a path, '-', or env:NAME."
    ) { (text: String) throws(UsageError) -> InputSource in try InputSource(text) }

    static let yes = Flag("yes", help: "Do it. Without it the plan is shown and nothing is changed.")

    static let specification = CommandSpec(
        "push", abstract: "Set JWT_PRIVATE_KEY and JWKS on a self-hosted deployment.",
        discussion: [
            "Shows what would change, by kid and never by value, and with '--yes' sets both variables in one request, reads "
                + "them back and compares them. What Convex Auth would refuse is refused before anything is sent.",
            "To replace a key that signs, use 'authkeys convex rotate': it makes a new one and waits until the backend "
                + "accepts it.",
            ConvexCommands.settings,
        ],
        arguments: [folder], options: [envFile.spec, yes.spec],
        examples: [
            .init("authkeys convex push auth-keys", "Show what would change."),
            .init("authkeys convex push auth-keys --yes", "Change it."),
        ],
        exitStatuses: [
            .init(0, "The deployment holds both values."),
            .init(1, "It holds others, and '--yes' was not given; or Convex Auth would refuse the values."),
            .init(2, "Something could not be read, or the deployment could not be reached or refused the request."),
            .init(64, "The command line is wrong."),
        ])

    private let input: PushInput
    private let isApproved: Bool
    private let printsJSON: Bool
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        switch (arguments.value(of: Self.folder), try arguments.value(of: Self.envFile)) {
        case (let path?, nil):
            guard case .file(let path) = try InputSource(path) else {
                throw UsageError(
                    .invalidValue, "DIR names no folder", hint: "give a file of variables with --env-file")
            }
            input = .folder(path)
        case (nil, let source?): input = .source(source)
        case (nil, nil):
            throw UsageError(
                .missingArgument, "nothing says which values to set",
                hint: "name the folder of 'authkeys generate', or a file of variables with --env-file")
        case (_?, _?):
            throw UsageError(
                .conflictingOptions, "a folder and '--env-file' both say which values to set", hint: "leave one out")
        }
        isApproved = arguments.contains(Self.yes)
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let (values, file) = try input.read(context)
        switch PushVerdict(on: values, at: context.now()) {
        case .accepted: break
        case .refused(let error):
            context.console.report(mendable(error, in: file))
            return .negative
        case .findings(let findings):
            let report = context.console.textReport.report(findings.map { Self.mendable($0, in: file) })
            try context.console.printToError(Array(report.utf8))
            return .negative
        }
        let client = try client(context, file)
        let stored = try client.variables()
        let plan = try PushPlan(setting: values, on: stored)
        if plan.replacesSigningKey, !isQuiet { warn(context.console) }
        let isApplied = isApproved && !plan.changes.isEmpty
        if isApplied, let lost = try client.set(plan.changes, replacing: stored), !isQuiet {
            context.console.warn("the values are set, though the answer was lost: \(lost.message)")
        }
        let report = PushReport(origin: client.api.origin, plan: plan, isApplied: isApplied)
        if printsJSON {
            try context.console.print(report.json)
        } else if !isQuiet {
            try context.console.print(report.text(context.console.escaped))
        }
        return isApplied || plan.changes.isEmpty ? .success : .negative
    }

    private func client(_ context: CommandContext, _ file: String) throws(AuthKeysError) -> DeploymentClient {
        do throws(AuthKeysError) { return try DeploymentClient(context) } catch {
            guard error.code == ConvexCode.cloudDeployment.code else { throw error }
            let isFile = !file.hasSuffix(".json") && !file.hasPrefix("env:") && file.utf8.count > 1
            throw error.hinting("npx convex env set < \(isFile ? file : "auth-keys/convex.env") sets the values there")
        }
    }

    /// A text that a consumer refuses is one that `doctor` writes anew.
    private func mendable(_ error: AuthKeysError, in file: String) -> AuthKeysError {
        guard error.hint == nil else { return error }
        return error.hinting(
            "authkeys doctor --env-file \(file) --fix fixed.env, then authkeys convex push --env-file fixed.env")
    }

    /// A command that edits a set would edit none that is pushed.
    private static func mendable(_ finding: Finding, in file: String) -> Finding {
        guard finding.fix?.text.contains("authkeys jwks ") ?? false else { return finding }
        return finding.mended(
            by: .edit("leave only the key that signs in JWKS of \(file): \(PushInput.derivation)"))
    }

    /// The backend keeps the set for 15 seconds (`max-age` of Convex Auth's route), and the web client gives up when a
    /// fresh token is refused.
    private func warn(_ console: Console) {
        console.warn(
            "this replaces the key that signs: tokens already issued are refused, and for up to 15 seconds the backend may "
                + "refuse new ones too; whoever refreshes then looks signed out")
        console.hint("authkeys convex rotate makes a new key and waits until the backend accepts it")
    }
}
