internal import AuthKeysJOSE
internal import CommandOptions
internal import Encodings
internal import HostSystem
internal import KeyRotation

/// `authkeys rotation status`
struct RotationStatusCommand: Command {
    static let warnBefore = Option(
        "warn-before", metavar: "DURATION", help: "Exit with 1 when something is due within this time, or overdue."
    ) { (text: String) throws(UsageError) -> Duration in try DurationArgument.duration(text) }
    static let history = Flag("history", help: "Show all that happened to the keyring, too.")

    static let picture = Option("svg", metavar: .file("FILE"), help: "Draw the timeline into this file, as SVG.") {
        (text: String) throws(UsageError) -> String in text
    }

    static let specification = CommandSpec(
        "status", abstract: "What to do next and when, and where each key stands.",
        arguments: [KeyringFile.argument],
        options: [
            warnBefore.spec, history.spec, picture.spec, OutputOption.force.spec, KeyringFile.passphraseFrom.spec,
            RotationCommands.atToRead.spec,
        ],
        examples: [
            .init("authkeys rotation status keyring.json", "For a person."),
            .init("authkeys rotation status keyring.json --svg keys.svg", "With a picture of who signs when."),
            .init("authkeys rotation status keyring.json --quiet --warn-before 14d", "For a monitor."),
        ],
        exitStatuses: [
            .init(0, "Nothing is overdue, and nothing is due within '--warn-before'."),
            .init(1, "Something is."), .init(2, "The keyring could not be read."),
            .init(64, "The command line is wrong."),
        ])

    private let file: KeyringFile
    private let warnBefore: Duration?
    private let showsHistory: Bool
    private let picture: String?
    private let isReplacing: Bool
    private let clock: RotationClock
    private let printsJSON: Bool
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        file = try KeyringFile(arguments)
        warnBefore = try arguments.value(of: Self.warnBefore)
        showsHistory = arguments.contains(Self.history)
        picture = try arguments.value(of: Self.picture)
        isReplacing = arguments.contains(OutputOption.force)
        clock = RotationClock(given: try arguments.value(of: RotationCommands.atToRead))
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let keyring = try file.read(context).keyring
        let now = clock.now(context)
        let outlook = RotationOutlook(keyring, at: now, console: context.console)
        let report = RotationStatusReport(outlook: outlook, file: file, showsHistory: showsHistory)
        let urgency = RotationUrgency(keyring, at: now, warnBefore: warnBefore)
        if printsJSON {
            try context.console.print(report.json(urgency))
        } else if !isQuiet {
            try context.console.print(report.text)
        }
        if let picture {
            let timeline = RotationTimeline(of: keyring.schedule, at: now)
            _ = try FileWriter(
                destination: picture, isSecret: false, replacing: isReplacing,
                wording: OptionWording(destinationOption: "--svg", replaceOption: "--force", suggestedName: "keys.svg")
            ).write(Array(RotationTimelineSVG(timeline).document.utf8))
        }
        for trouble in urgency.troubles where !isQuiet { context.console.warn(trouble) }
        return urgency.troubles.isEmpty ? .success : .negative
    }
}

/// What somebody has to be told of.
struct RotationUrgency {
    let troubles: [String]

    init(_ keyring: Keyring, at now: NumericDate, warnBefore: Duration?) {
        var troubles: [String] = []
        do throws(AuthKeysError) { try keyring.requireClock(at: now, isBacked: true) } catch {
            troubles.append(error.message)
        }
        if let pending = keyring.pendingDelivery {
            troubles.append("the change '\(pending.event.name)' of \(pending.since) was not handed over, yet")
        }
        for awaited in keyring.schedule.awaited where awaited.deadline < now {
            troubles.append(
                "the \(awaited.kind.rawValue) of \(awaited.keyID.quoted) should have been confirmed by \(awaited.deadline)"
            )
        }
        let grace = keyring.schedule.policy.confirmWithin
        for step in keyring.schedule.plan(at: now) {
            let what = RotationOutlook.phrase(step.transition, step.keyID?.description)
            if now > step.due + grace {
                troubles.append("overdue since \(step.due): \(what)")
            } else if let warnBefore, step.due <= now + warnBefore, step.transition != .forget {
                troubles.append("due \(step.due <= now ? "since" : "on") \(step.due): \(what)")
            }
        }
        self.troubles = troubles
    }
}
