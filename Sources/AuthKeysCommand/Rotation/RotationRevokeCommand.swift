internal import AuthKeysJOSE
internal import CommandOptions
internal import Encodings
internal import KeyRotation

/// `authkeys rotation revoke`
struct RotationRevokeCommand: Command {
    static let keyIDs = ArgumentSpec("KID", .oneOrMore, help: "The keys to revoke.")
    static let reason = Option("reason", metavar: "TEXT", help: "Why, for the history.")

    static let specification = CommandSpec(
        "revoke", abstract: "Remove stolen keys at once, and say what to do then.",
        discussion: [
            "A thief signs tokens with any exp, so that nothing but removing the key ends them, and every valid token of the "
                + "key is refused too. When the key that signs is revoked the staged one signs at once, or a new one.",
            RotationDelivery.discussion,
        ],
        arguments: [KeyringFile.argument, keyIDs],
        options: [reason.spec] + RotationDelivery.specs + [
            KeyringFile.passphraseFrom.spec, RotationCommands.atToChange.spec,
        ],
        examples: [
            .init("authkeys rotation revoke keyring.json KID --reason 'in a public log'", "One key was stolen."),
            .init("authkeys rotation revoke keyring.json KID1 KID2", "The keyring was stolen: all of its keys."),
        ],
        exitStatuses: RotationCommands.exitStatuses)

    private let file: KeyringFile
    private let revoked: [KeyID]
    private let note: String?
    private let delivery: RotationDelivery
    private let clock: RotationClock
    private let printsJSON: Bool
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        file = try KeyringFile(arguments)
        var seen: Set<KeyID> = []
        revoked = arguments.values(of: Self.keyIDs).map { KeyID($0) }.filter { seen.insert($0).inserted }
        note = try arguments.value(of: Self.reason)
        delivery = try RotationDelivery(arguments)
        clock = RotationClock(given: try arguments.value(of: RotationCommands.atToChange))
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let opened = try file.read(context)
        try delivery.check(opened.keyring, file)
        let now = try clock.now(for: opened.keyring, context)
        let replacement = try replacement(opened.keyring, at: now, context)
        let outcome = try file.update(opened, context, patience: delivery.patience) {
            keyring, save throws(AuthKeysError) in
            try keyring.requireClock(at: now, isBacked: true)
            let now = max(now, keyring.lastDate)
            if !isDone(keyring) {
                try keyring.revoke(revoked, replacement: replacement, at: now, note: note, user: context.userName)
                if delivery.isExpected { keyring.expectDelivery() }
                try save(&keyring)
            }
            // The change is made: whoever has it in hand is told what to do first, and what went wrong then.
            do throws(AuthKeysError) {
                try delivery.publish(keyring, after: .revoked, file, context)
                try delivery.deliver(&keyring, file, at: now, context, save)
                return Outcome(keyring: keyring, failure: nil)
            } catch { return Outcome(keyring: keyring, failure: error) }
        }
        try tell(outcome.keyring, at: now, context)
        if let failure = outcome.failure { throw failure }
        return .success
    }

    private struct Outcome {
        let keyring: Keyring
        let failure: AuthKeysError?
    }

    /// Whether an earlier run has revoked them all: then what is left is to hand that over, and to say what to do.
    private func isDone(_ keyring: Keyring) -> Bool {
        revoked.allSatisfy { keyring.schedule[$0]?.state == .revoked }
    }

    /// The key that has to be made, where no other can sign; before the lock is taken, because that takes seconds.
    private func replacement(
        _ keyring: Keyring, at now: NumericDate, _ context: CommandContext
    ) throws(AuthKeysError) -> RSAPrivateKey? {
        guard !isDone(keyring) else { return nil }
        var trial = keyring.schedule
        try trial.revoke(revoked, replacement: KeyID(""), at: now)
        guard trial[KeyID("")] != nil else { return nil }
        return try NewRotationKey.make(
            NewRotationKey.size(after: keyring.signingKey?.key), context, isQuiet: isQuiet)
    }

    private func tell(_ keyring: Keyring, at now: NumericDate, _ context: CommandContext) throws(AuthKeysError) {
        let outlook = RotationOutlook(keyring, at: now, console: context.console)
        let steps = RevocationSteps(keyring, revoked: revoked, file: file)
        if printsJSON {
            let json = outlook.json(
                schema: "authkeys.rotation-revoke/1",
                [
                    JSONMember(name: "revoked", value: .array(revoked.map { .string($0.description) })),
                    JSONMember(
                        name: "signer",
                        value: (keyring.schedule.active?.keyID).map { .string($0.description) } ?? .null),
                    JSONMember(
                        name: "alsoInTheKeyring",
                        value: .array(steps.alsoCompromised.map { .string($0.keyID.description) })),
                    JSONMember(name: "steps", value: .array(steps.lines.map { .string($0) })),
                ])
            try context.console.print(json)
        } else if !isQuiet {
            let numbered = steps.lines.enumerated().map { "\($0.offset + 1). \(context.console.escaped($0.element))\n" }
            try context.console.print(
                "revoked: \(revoked.map(outlook.shown).joined(separator: ", "))\nsigns from now on: \(outlook.signer)\n"
                    + "do this, in this order:\n" + numbered.joined())
        }
    }
}
