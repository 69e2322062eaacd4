internal import AuthKeysJOSE
internal import CommandOptions
internal import Encodings
internal import HostSystem
internal import KeyRotation

/// `authkeys rotation apply`
struct RotationApplyCommand: Command {
    enum Acknowledgement: String, CaseIterable, Sendable {
        case staleSet = "stale-set"
        case clock
    }

    static let ifDue = Flag("if-due", help: "Do what is due, and nothing when nothing is; for cron.")
    static let force = Flag("force", help: "Make the step although it is too early; that is recorded.")
    static let acknowledge = Option<Acknowledgement>(
        "acknowledge", metavar: "WHAT", help: "Answer for a risk: a stale set served without bound, or the time."
    ).repeatable

    static let specification = CommandSpec(
        "apply", abstract: "Make the next step of a rotation: one a run.",
        discussion: [
            "Without '--if-due' the next step is made although it is not due, as long as it is safe. A step that could let "
                + "a valid token be refused is refused itself, with who would be refused and until when; '--force' makes it "
                + "all the same, says the same and records it.",
            RotationDelivery.discussion,
        ],
        arguments: [KeyringFile.argument],
        options: [ifDue.spec, force.spec, acknowledge.spec] + RotationDelivery.specs + [
            KeyringFile.passphraseFrom.spec, RotationCommands.atToChange.spec,
        ],
        optionGroups: [.atMostOne(ifDue.spec, force.spec)],
        examples: [
            .init(
                "authkeys rotation apply keyring.json --if-due --jwks-out /srv/www/jwks.json", "From cron, every hour."),
            .init("authkeys rotation apply keyring.json --hook /usr/local/bin/publish-keys", "Now, and hand it over."),
        ],
        exitStatuses: RotationCommands.exitStatuses)

    private let file: KeyringFile
    private let delivery: RotationDelivery
    private let options: ApplyIntention.Options
    private let clock: RotationClock
    private let printsJSON: Bool
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        file = try KeyringFile(arguments)
        delivery = try RotationDelivery(arguments)
        let acknowledged = try arguments.values(of: Self.acknowledge)
        options = ApplyIntention.Options(
            onlyIfDue: arguments.contains(Self.ifDue), isForced: arguments.contains(Self.force),
            acknowledgesStaleSet: acknowledged.contains(.staleSet), acknowledgesClock: acknowledged.contains(.clock),
            delivers: delivery.isExpected)
        clock = RotationClock(given: try arguments.value(of: RotationCommands.atToChange))
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let opened = try file.read(context)
        try delivery.check(opened.keyring, file)
        let now = try clock.now(for: opened.keyring, context)
        var newKey: RSAPrivateKey?
        switch try ApplyIntention(opened.keyring, options, at: now) {
        case .nothing where try delivery.isPublished(opened.keyring):
            return try finish(opened.keyring, made: nil, at: now, context)
        case .make(let step, _) where step.transition == .stage:
            let size = NewRotationKey.size(after: opened.keyring.signingKey?.key)
            newKey = try NewRotationKey.make(size, context, isQuiet: isQuiet)
        case .nothing, .deliver, .make: break
        }
        let outcome = try file.update(opened, context, patience: delivery.patience) {
            keyring, save throws(AuthKeysError) in
            try apply(&keyring, since: opened.keyring.generation, newKey, at: now, context, save)
        }
        return try finish(outcome.keyring, made: outcome.step, at: now, context)
    }

    private struct Outcome {
        let keyring: Keyring
        let step: PlannedTransition?
    }

    /// With the lock held. Whoever finds that another process was here first leaves it at that: its plan was made for
    /// another keyring.
    private func apply(
        _ keyring: inout Keyring, since generation: Int64, _ newKey: RSAPrivateKey?, at now: NumericDate,
        _ context: CommandContext, _ save: (inout Keyring) throws(AuthKeysError) -> Void
    ) throws(AuthKeysError) -> Outcome {
        guard keyring.generation == generation else {
            if !options.onlyIfDue, !isQuiet {
                context.console.note("another process has changed the keyring meanwhile: nothing was done here")
            }
            return Outcome(keyring: keyring, step: nil)
        }
        switch try ApplyIntention(keyring, options, at: now) {
        case .nothing:
            try delivery.publish(keyring, file, context)
            return Outcome(keyring: keyring, step: nil)
        case .deliver:
            try delivery.deliver(&keyring, file, at: now, context, save)
            return Outcome(keyring: keyring, step: nil)
        case .make(let step, let acknowledges):
            let user = context.userName
            // Entries are in the order of time, also when the clock is a little behind the last one.
            let now = max(now, keyring.lastDate)
            if options.acknowledgesClock { keyring.noteClock(at: now, user: user) }
            if acknowledges { try keyring.accept(.acknowledged(now), user: user) }
            try keyring.make(step, newKey: newKey, at: now, forcing: step.early, user: user)
            if delivery.isExpected, step.transition != .forget { keyring.expectDelivery() }
            try save(&keyring)
            if let early = step.early, !isQuiet { context.console.warn("forced: \(early.sentence)") }
            try delivery.publish(keyring, after: .made(step.transition), file, context)
            try delivery.deliver(&keyring, file, at: now, context, save)
            return Outcome(keyring: keyring, step: step)
        }
    }

    private func finish(
        _ keyring: Keyring, made step: PlannedTransition?, at now: NumericDate, _ context: CommandContext
    ) throws(AuthKeysError) -> ExitStatus {
        let outlook = RotationOutlook(keyring, at: now, console: context.console)
        if printsJSON {
            var members = [
                JSONMember(name: "made", value: step.map { .string($0.transition.rawValue) } ?? .null)
            ]
            if let step {
                let keyID = step.keyID ?? keyring.schedule.staged?.keyID
                members.append(JSONMember(name: "kid", value: keyID.map { .string($0.description) } ?? .null))
                members.append(JSONMember(name: "forced", value: .boolean(step.early != nil)))
            }
            try context.console.print(outlook.json(schema: "authkeys.rotation-apply/1", members))
        } else if let step, !isQuiet {
            let keyID = (step.keyID ?? keyring.schedule.staged?.keyID).map(outlook.shown) ?? ""
            try context.console.print("\(Self.past(step.transition)) \(keyID)\n" + outlook.actions(file: file))
        }
        return outlook.reportOverdue(file: file) ? .negative : .success
    }

    private static func past(_ transition: Transition) -> String {
        switch transition {
        case .stage: "staged, to be published and not to sign yet:"
        case .activate: "signs from now on:"
        case .forget: "private half dropped:"
        case .retire: "removed from the set:"
        }
    }
}

extension RotationOutlook {
    /// Reports the confirmations that are overdue.
    /// - Returns: whether there are any.
    func reportOverdue(file: KeyringFile) -> Bool {
        let overdue = keyring.schedule.awaited.filter { $0.deadline < now }
        guard let first = overdue.first else { return false }
        console.report(
            AuthKeysError(
                RotationCode.unconfirmed,
                "the \(first.kind.rawValue) of \(first.keyID.quoted) should have been confirmed by \(first.deadline), "
                    + "\((now - first.deadline).phrase) ago"
                    + (overdue.count > 1 ? ", and \((overdue.count - 1).counted("confirmation")) more" : ""),
                hint: (condition(first).map { "\($0): " } ?? "") + command(first, file)))
        return true
    }
}
