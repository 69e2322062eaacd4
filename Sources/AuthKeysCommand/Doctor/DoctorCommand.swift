internal import CommandOptions
internal import Diagnosis
internal import Encodings

/// `authkeys doctor`
struct DoctorCommand: Command {
    static let specification = CommandSpec(
        "doctor", abstract: "Say what is wrong with keys, JWKS, issuer and token, and what mends it.",
        discussion: [
            "Reads JWT_PRIVATE_KEY, JWKS, JWT_ISSUER, CONVEX_SITE_URL, CONVEX_SITE_ORIGIN, CONVEX_CLOUD_ORIGIN and their "
                + "forms with _BASE64 and _FILE from the environment. The options add to them or take their place.",
            "Each finding has a code that stays, says how it was seen, why it matters to the consumer, and the command or "
                + "edit that mends it. What causes other findings comes first. What could not be judged is listed. No "
                + "secret is shown, nothing is changed.",
        ],
        options: DoctorOptions.specs,
        examples: [
            .init("authkeys doctor", "Judge what the environment holds."),
            .init("authkeys doctor --env-file .env.production", "Judge the values of a file."),
            .init("authkeys doctor --key key.pem --jwks jwks.json", "See whether the two belong together."),
            .init("authkeys doctor --env-file convex.env --token env:TOKEN", "Find out why a token is refused."),
            .init("authkeys doctor --env-file convex.env --format html --out report.html", "Make a page of it."),
        ],
        exitStatuses: [
            .init(0, "Nothing is wrong; there may be warnings and notes."), .init(1, "Something is wrong."),
            .init(2, "The input could not be read."),
            .init(64, "There is nothing to look at, or the command line is wrong."),
        ])

    private let options: DoctorOptions

    init(_ arguments: ParsedArguments) throws(UsageError) {
        options = try DoctorOptions(arguments)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        try options.reporting.check()
        let evidence = try DoctorGathering(options: options, context: context).evidence()
        guard evidence.contains(where: { !$0.isEmpty }) else { throw Self.nothingToCheck.asAuthKeysError }
        let report = Examination.report(on: evidence)
        try options.reporting.write(report, context)
        return report.findings.contains { $0.severity == .error } ? .negative : .success
    }

    private static let nothingToCheck = UsageError(
        .missingOption, "there is nothing to look at: neither JWT_PRIVATE_KEY nor JWKS is set, and no option names any",
        hint: "authkeys doctor --env-file FILE, or --key SOURCE --jwks SOURCE")
}
