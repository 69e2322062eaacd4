internal import AuthKeysJOSE
internal import CommandOptions
internal import Consumers
internal import Diagnosis
internal import Encodings

/// `authkeys jwks lint`
struct JWKSLintCommand: Command {
    static let specification = CommandSpec(
        "lint", abstract: "Judge a set for the consumer that reads it.",
        discussion: [
            "Finds private members, missing and duplicate kids, members that exclude signing, weak keys, numbers and "
                + "members that cannot be read, and more eligible keys than the consumer can take. Each finding says why it "
                + "matters to this consumer and what mends it."
        ],
        arguments: [JWKSInput.argument], options: [GenerateOptions.profile.spec],
        examples: [
            .init("authkeys jwks lint jwks.json", "For Convex Auth."),
            .init("authkeys jwks lint env:JWKS --profile generic", "For any other service."),
        ],
        exitStatuses: [
            .init(0, "The consumer takes the set; there may be warnings and notes."),
            .init(1, "It does not, or the set must not be published."), .init(2, "It could not be read."),
            .init(64, "The command line is wrong."),
        ])

    private let source: InputSource
    private let profile: Profile
    private let printsJSON: Bool
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        source = try JWKSInput.source(arguments)
        profile = try arguments.required(GenerateOptions.profile)
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let text = try JWKSInput.text(source, context)
        let path: String? = if case .file(let path) = source { path } else { nil }
        let set = text.withBytes { KeySetEvidence(reading: $0, path: path) }
        let evidence = Evidence(profile: profile, keySet: set)
        let findings = RuleRegistry.findings(in: evidence, by: RuleRegistry.keySetRules)
        if printsJSON {
            try context.console.print(json: Array(JSONReport().report(findings).utf8))
        } else if !findings.isEmpty {
            try context.console.print(context.console.textReport.report(findings))
        } else if !isQuiet {
            try context.console.print(
                "\(context.console.escaped(source.displayName)): nothing found for \(profile.name)\n")
        }
        return findings.contains { $0.severity == .error } ? .negative : .success
    }
}
