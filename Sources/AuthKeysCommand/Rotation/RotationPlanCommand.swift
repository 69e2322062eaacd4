internal import AuthKeysJOSE
internal import CommandOptions
internal import Encodings
internal import KeyRotation

/// `authkeys rotation plan`
struct RotationPlanCommand: Command {
    static let count = Option(
        "count", metavar: "N", help: "How many steps to look ahead.", in: 1...1_000, default: 8)

    static let specification = CommandSpec(
        "plan", abstract: "The next steps of a rotation, with their dates.",
        discussion: [
            "First what cannot be done yet, and why. Then the steps to come, with the dates that they have if each is made "
                + "in time and confirmed at once."
        ],
        arguments: [KeyringFile.argument],
        options: [count.spec, KeyringFile.passphraseFrom.spec, RotationCommands.atToRead.spec],
        examples: [.init("authkeys rotation plan keyring.json", "What comes next, and when.")],
        exitStatuses: [
            .init(0, "The plan is printed."), .init(2, "The keyring could not be read."),
            .init(64, "The command line is wrong."),
        ])

    private let file: KeyringFile
    private let count: Int
    private let clock: RotationClock
    private let printsJSON: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        file = try KeyringFile(arguments)
        count = try arguments.required(Self.count)
        clock = RotationClock(given: try arguments.value(of: RotationCommands.atToRead))
        printsJSON = arguments.contains(CommandTree.json)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let keyring = try file.read(context).keyring
        let now = clock.now(context)
        let outlook = RotationOutlook(keyring, at: now, console: context.console)
        let forecast = RotationForecast(of: keyring.schedule, from: now, count: count)
        if printsJSON {
            let steps = forecast.steps.map { step in
                JSONValue.object([
                    "transition": .string(step.transition.rawValue),
                    "kid": step.keyID.map { .string($0.description) } ?? .null, "date": outlook.date(step.date),
                ])
            }
            let json = outlook.json(
                schema: "authkeys.rotation-plan/1", [JSONMember(name: "forecast", value: .array(steps))])
            try context.console.print(json)
            return .success
        }
        var lines: [String] = []
        for step in keyring.schedule.plan(at: now) {
            guard let early = step.early else { continue }
            lines.append("not yet: \(outlook.phrase(step)): \(early.sentence)")
        }
        lines.append("if each step is made in time and confirmed at once:")
        for step in forecast.steps {
            lines.append(
                "  \(step.date)  \(RotationOutlook.phrase(step.transition, step.keyID?.description))")
        }
        try context.console.print(lines.map { context.console.escaped($0) + "\n" }.joined())
        return .success
    }
}
