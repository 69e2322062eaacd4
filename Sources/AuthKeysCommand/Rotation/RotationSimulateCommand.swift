internal import AuthKeysJOSE
internal import CommandOptions
internal import Encodings
internal import KeyRotation

/// `authkeys rotation simulate`
struct RotationSimulateCommand: Command {
    private static func duration(_ name: String, _ help: String, default text: String) -> Option<Duration> {
        Option(name, metavar: "DURATION", help: help, default: .described(text)) {
            (text: String) throws(UsageError) -> Duration in try DurationArgument.duration(text)
        }
    }

    static let horizon = Option(
        "for", metavar: "DURATION", help: "How far to look ahead.", default: .value("365d")
    ) { (text: String) throws(UsageError) -> Duration in try DurationArgument.duration(text) }
    static let late = duration("late", "Every step comes this long after it was due.", default: "none is late")
    static let crash = duration(
        "crash", "Every hook crashes, and its change reaches the last of those it is for this long after.",
        default: "none crashes")
    static let outage = duration(
        "outage", "The set cannot be fetched for so long, whenever that is worst.",
        default: "as long as the policy lets a set be used")
    static let forceNext = Flag("force-next", help: "The next step is made at once, as 'apply --force' would.")

    static let specification = CommandSpec(
        "simulate", abstract: "Look for a valid token that the rotation would refuse.",
        discussion: [
            "Makes the steps to come as 'apply --if-due' and 'confirm' would, and looks at each of them for the worst that "
                + "the policy allows: every replica, cache, clock, signer and token at its least favourable moment. Says when "
                + "a token that is valid may be refused and by whom, or how far from that each step stays."
        ],
        arguments: [KeyringFile.argument],
        options: [
            horizon.spec, late.spec, crash.spec, outage.spec, forceNext.spec, KeyringFile.passphraseFrom.spec,
            RotationCommands.atToRead.spec,
        ],
        examples: [
            .init("authkeys rotation simulate keyring.json", "A year, step by step."),
            .init(
                "authkeys rotation simulate keyring.json --force-next",
                "What would be refused if the next step were made now."),
        ],
        exitStatuses: [
            .init(0, "No valid token is refused."), .init(1, "One may be refused; when and why is printed."),
            .init(2, "The keyring could not be read."), .init(64, "The command line is wrong."),
        ])

    private let file: KeyringFile
    private let horizon: Duration
    private let scenario: RotationScenario
    private let clock: RotationClock
    private let printsJSON: Bool
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        file = try KeyringFile(arguments)
        horizon = try arguments.required(Self.horizon)
        scenario = RotationScenario(
            lateness: try arguments.value(of: Self.late) ?? .zero,
            deliveryDelay: try arguments.value(of: Self.crash) ?? .zero,
            outage: try arguments.value(of: Self.outage), forcesNextStep: arguments.contains(Self.forceNext))
        clock = RotationClock(given: try arguments.value(of: RotationCommands.atToRead))
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let keyring = try file.read(context).keyring
        let simulation = RotationSimulation(
            of: keyring.schedule, from: clock.now(context), for: horizon, scenario: scenario)
        let report = SimulationReport(simulation: simulation, console: context.console)
        if printsJSON {
            try context.console.print(report.json)
        } else if !isQuiet {
            try context.console.print(report.text)
        }
        return report.isClean ? .success : .negative
    }
}
