internal import AuthKeysJOSE
internal import CommandOptions
internal import Encodings
internal import KeyRotation

/// `authkeys rotation rollback`
struct RotationRollbackCommand: Command {
    static let force = Flag("force", help: "Go back although that is not safe; that is recorded.")

    static let specification = CommandSpec(
        "rollback", abstract: "Let the previous key sign again, while that is safe.",
        discussion: [
            "The previous key never left the set, so that every verifier knows it. The key that signed meanwhile stays "
                + "published until its tokens have expired. When the rollback window has passed the private half of the "
                + "previous key is dropped, and there is no way back.",
            RotationDelivery.discussion,
        ],
        arguments: [KeyringFile.argument],
        options: [force.spec] + RotationDelivery.specs + [
            KeyringFile.passphraseFrom.spec, RotationCommands.atToChange.spec,
        ],
        examples: [.init("authkeys rotation rollback keyring.json", "The new key does not work out.")],
        exitStatuses: RotationCommands.exitStatuses)

    private let file: KeyringFile
    private let delivery: RotationDelivery
    private let isForced: Bool
    private let clock: RotationClock
    private let printsJSON: Bool
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        file = try KeyringFile(arguments)
        delivery = try RotationDelivery(arguments)
        isForced = arguments.contains(Self.force)
        clock = RotationClock(given: try arguments.value(of: RotationCommands.atToChange))
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let opened = try file.read(context)
        try delivery.check(opened.keyring, file)
        let now = try clock.now(for: opened.keyring, context)
        let keyring = try file.update(opened, context, patience: delivery.patience) {
            keyring, save throws(AuthKeysError) in
            try keyring.requireClock(at: now, isBacked: true)
            let now = max(now, keyring.lastDate)
            let early = keyring.schedule.earlyRollback(at: now)
            if !isForced { try refuse(early, keyring, at: now) }
            try keyring.rollBack(at: now, forcing: early, user: context.userName)
            if delivery.isExpected { keyring.expectDelivery() }
            try save(&keyring)
            if let early, !isQuiet { context.console.warn("forced: \(early.sentence)") }
            try delivery.publish(keyring, after: .rolledBack, file, context)
            try delivery.deliver(&keyring, file, at: now, context, save)
            return keyring
        }
        let outlook = RotationOutlook(keyring, at: now, console: context.console)
        if printsJSON {
            let keyID = keyring.schedule.active?.keyID
            let json = outlook.json(
                schema: "authkeys.rotation-rollback/1",
                [JSONMember(name: "kid", value: keyID.map { .string($0.description) } ?? .null)])
            try context.console.print(json)
        } else if !isQuiet {
            try context.console.print("signs again from now on: \(outlook.signer)\n" + outlook.actions(file: file))
        }
        return .success
    }

    private func refuse(_ early: EarlyMove?, _ keyring: Keyring, at now: NumericDate) throws(AuthKeysError) {
        if let last = keyring.lastChange, last.event == .rolledBack {
            throw AuthKeysError(
                RotationCode.impossible,
                "the last change was a rollback, of \(last.date): another would return to the key that was given up",
                hint:
                    "--force does it all the same; to hand the rollback over, with the same --hook or --push: authkeys rotation "
                    + "apply \(file.word) --if-due")
        }
        if let early {
            throw AuthKeysError(
                RotationCode.tooEarly, "going back is not safe: \(early.sentence)", hint: early.hint)
        }
        guard let previous = keyring.schedule.previous, let end = keyring.schedule.rollbackEnd(of: previous), now > end
        else { return }
        throw AuthKeysError(
            RotationCode.impossible,
            "the way back to \(previous.keyID.quoted) was open until \(end), \((now - end).phrase) ago",
            hint: "--force goes back all the same; or go on to a new key: authkeys rotation apply \(file.word)")
    }
}
