internal import CommandOptions
internal import Diagnosis
internal import Encodings
internal import HostSystem

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
            .init("authkeys doctor --live --probe", "Judge a deployment that runs, and have it judge a token."),
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
        guard evidence.contains(where: { !$0.isEmpty }) else { throw nothingToCheck.asAuthKeysError }
        let report = Examination.report(on: evidence)
        try writer?.check()
        try options.reporting.write(report, context)
        try writeFix(evidence, report, context)
        guard !report.findings.isEmpty || !report.passed.isEmpty else { throw nothingToJudge(evidence).asAuthKeysError }
        return report.findings.contains { $0.severity == .error } ? .negative : .success
    }

    private var writer: FileWriter? {
        options.fix.map { path in
            FileWriter(
                destination: path, isSecret: true, replacing: options.isReplacing,
                wording: OptionWording(
                    destinationOption: "--fix", replaceOption: "--force", suggestedName: "fixed.env"))
        }
    }

    /// That there is nothing to write is said and changes no exit status: the findings decide that.
    private func writeFix(
        _ evidence: [Evidence], _ report: DiagnosisReport, _ context: CommandContext
    ) throws(AuthKeysError) {
        guard let writer, let path = options.fix else { return }
        guard evidence.count == 1 else {
            context.console.warn(
                "no '\(path)' is written: '--fix' writes the values of one environment, and a deployment and other values "
                    + "were judged")
            return context.console.hint("give the one without the other: --live alone, or without it")
        }
        guard !report.findings.isEmpty else {
            if !options.isQuiet { context.console.note("nothing is to be mended, so no '\(path)' is written") }
            return
        }
        let fix: DoctorFix
        do throws(AuthKeysError) {
            fix = try DoctorFix(evidence[0], report, at: context.now())
        } catch {
            guard error.family != "internal" else { throw error }
            context.console.warn(error.message)
            if let hint = error.hint { context.console.hint(hint) }
            return
        }
        guard !fix.changes.isEmpty else {
            let reason = fix.remarks.isEmpty ? "the values are not what is wrong" : fix.remarks.joined(separator: "; ")
            return context.console.warn("no '\(path)' is written: \(reason)")
        }
        try writer.write(fix.values)
        for remark in fix.remarks { context.console.warn(remark) }
        if !options.isQuiet {
            context.console.note("wrote '\(path)', mode 0600: \(fix.changes.joined(separator: "; "))")
        }
    }

    private static let remedy = "authkeys doctor --env-file FILE, or --key SOURCE --jwks SOURCE"

    private var nothingToCheck: UsageError {
        guard let file = options.environmentFiles.first else {
            return UsageError(
                .missingOption,
                "there is nothing to look at: neither JWT_PRIVATE_KEY nor JWKS is set, and no option names any",
                hint: Self.remedy)
        }
        let names = WatchedVariable.encodable + [WatchedVariable.adminKey, WatchedVariable.instanceSecret]
        return UsageError(
            .missingOption, "'\(file)' sets none of \(names.joined(separator: ", "))",
            hint: "name the file that the values are in: authkeys doctor --env-file FILE")
    }

    /// A status of 0 would pass for "good".
    private func nothingToJudge(_ evidence: [Evidence]) -> UsageError {
        let names = evidence.flatMap(\.variables).map(\.name)
        return UsageError(
            .missingOption,
            names.isEmpty
                ? "nothing was judged: what was given can be judged only beside other values"
                : "nothing was judged: \(names.joined(separator: ", ")) can be judged only beside other values",
            hint: Self.remedy)
    }
}
