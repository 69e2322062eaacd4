internal import CommandOptions
internal import Diagnosis
internal import Encodings
internal import HostSystem

/// How `doctor` says what it found, and where.
struct DoctorReporting: Sendable {
    enum Format: String, CaseIterable, Sendable {
        case text, json, junit, sarif, github, html
    }

    static let format = Option(
        "format", metavar: "FORMAT",
        help: "How the result is written; github is for the log and the summary of a job, html a page with a picture.",
        default: Format.text)

    static let specs = [format.spec] + OutputOption.specs

    private let format: Format
    private let output: OutputOption
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let format = try arguments.required(Self.format)
        let isJSON = arguments.contains(CommandTree.json)
        if isJSON, arguments.isGiven(Self.format.spec), format != .json {
            throw UsageError(
                .conflictingOptions, "'--json' is '--format json', and '--format \(format.rawValue)' was given too",
                hint: "leave one of them out")
        }
        self.format = isJSON ? .json : format
        output = try OutputOption(
            arguments, isJSON: true, suggestedName: "report.\(self.format.fileExtension)",
            forceIsForAnother: arguments.isGiven(DoctorOptions.fix.spec))
        isQuiet = arguments.contains(CommandTree.quiet)
    }

    /// Finds out early whether the file can be made.
    func check() throws(AuthKeysError) {
        try output.check(isSecret: false)
    }

    func write(_ report: DiagnosisReport, _ context: CommandContext) throws(AuthKeysError) {
        let console = context.console
        let text = reporter(context).text(of: report)
        if let file = output.file {
            try output.write(Array(text.utf8), isSecret: false, console)
            if !isQuiet { console.note("\(report.headline); '\(file)' has it all") }
        } else if !(isQuiet && format == .text && report.findings.isEmpty) {
            if [.json, .sarif].contains(format) {
                try console.print(json: Array(text.utf8))
            } else {
                try console.print(text)
            }
        }
        if format == .github { try addJobSummary(report, context) }
    }

    private func reporter(_ context: CommandContext) -> any DiagnosisReporter {
        let console = context.console
        switch format {
        case .text:
            let isFile = output.file != nil
            return DiagnosisTextReport(
                console.isGitHubActions && !isFile ? .gitHubLog : .terminal,
                // Longer lines are harder to read, however wide the window is.
                width: isFile ? 80 : min(console.outputWidth, 100), hasColor: console.outputHasColor && !isFile,
                isBrief: isQuiet)
        case .json: return DiagnosisJSONReport()
        case .junit: return JUnitReport(date: context.now())
        case .sarif: return SARIFReport(version: VersionText.number)
        case .github: return GitHubAnnotations()
        case .html: return HTMLReport()
        }
    }

    /// A summary that cannot be written changes nothing about what was found.
    private func addJobSummary(_ report: DiagnosisReport, _ context: CommandContext) throws(AuthKeysError) {
        guard let path = context.environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else { return }
        do throws(AuthKeysError) {
            try FileAppender.append(to: path) { GitHubJobSummary(used: $0).text(of: report) }
        } catch {
            context.console.warn("the summary of the job is left out: \(error.message)")
        }
    }
}

extension DoctorReporting.Format {
    fileprivate var fileExtension: String {
        switch self {
        case .text, .github: "txt"
        case .json: "json"
        case .junit: "xml"
        case .sarif: "sarif"
        case .html: "html"
        }
    }
}
