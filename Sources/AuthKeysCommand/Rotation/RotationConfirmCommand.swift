internal import AuthKeysJOSE
internal import CommandOptions
internal import Encodings
internal import KeyRotation

/// `authkeys rotation confirm`
struct RotationConfirmCommand: Command {
    static let jwks = Option(
        "jwks", metavar: .source, help: "The live set: its URL, or a path, '-' or env:NAME for one fetched otherwise."
    ) { (text: String) throws(UsageError) -> InputSource in try InputSource(text, allowsURL: true) }
    static let signing = Option(
        "signing", metavar: .file("TOKEN"),
        help: "A token that the live system has just issued: a path, '-' or env:NAME.",
        isSecret: true
    ) { (text: String) throws(UsageError) -> TokenInput in try TokenInput(text) }
    static let date = Option(
        "date", metavar: "TIME", help: "When the set was fetched, by the clock of the server.",
        default: .described("the Date of the answer"), convert: RotationCommands.atToRead.convert)

    static let specification = CommandSpec(
        "confirm", abstract: "Look at the live system: nothing is waited for before it was seen there.",
        discussion: [
            "'--jwks' compares the live set with the keyring, by n and e and not only by kid, and the server's Date with the "
                + "clock of this machine. A key that is there counts from now on; one that was there and is gone counts "
                + "anew. A key that this keyring does not know is refused: the keyring may be an old copy.",
            "'--signing' shows which key the system signs with. A key that was replaced counts from the first token of its "
                + "successor, and anew when a token of it turns up after that.",
        ],
        arguments: [KeyringFile.argument],
        options: [
            jwks.spec, signing.spec, date.spec, KeyringFile.passphraseFrom.spec, RotationCommands.atToChange.spec,
        ],
        examples: [
            .init(
                "authkeys rotation confirm keyring.json --jwks https://auth.example.com/.well-known/jwks.json",
                "From cron, every hour."),
            .init("get-a-token | authkeys rotation confirm keyring.json --signing -", "After a new key began to sign."),
        ],
        exitStatuses: RotationCommands.exitStatuses)

    private let file: KeyringFile
    private let setSource: InputSource?
    private let token: TokenInput?
    private let date: TimeArgument?
    private let clock: RotationClock
    private let printsJSON: Bool
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        file = try KeyringFile(arguments)
        setSource = try arguments.value(of: Self.jwks)
        token = try arguments.value(of: Self.signing)
        date = try arguments.value(of: Self.date)
        clock = RotationClock(given: try arguments.value(of: RotationCommands.atToChange))
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
        guard setSource != nil || token != nil else {
            throw UsageError(
                .missingOption, "nothing of the live system is named", hint: "add --jwks URL, or --signing TOKEN-FILE")
        }
        guard date == nil || setSource != nil else {
            throw UsageError(.conflictingOptions, "'--date' says when the set was fetched, and '--jwks' names none")
        }
        let tokenSource: InputSource? = if case .source(let source)? = token { source } else { nil }
        try InputSource.checkStandardInputIsReadOnce([setSource, tokenSource, file.passphraseSource])
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let opened = try file.read(context)
        // Before the lock: the network and a pipe take as long as they like.
        let live = try setSource.map { source throws(AuthKeysError) in try LiveSet(source, context) }
        let text = try token.map { token throws(AuthKeysError) in
            try token.read(context, limit: CompactJWS.maximumLength + 64, isQuiet: isQuiet)
        }
        let now = try clock.now(for: opened.keyring, context)
        let result = try file.update(opened, context) { keyring, save throws(AuthKeysError) in
            let before = keyring.history.count
            // A server's clock that agrees is what a long silence needs.
            let serverDate = date?.date(at: now) ?? live?.date
            try keyring.requireClock(at: now, isBacked: serverDate != nil)
            if let serverDate { try keyring.requireAgreement(of: now, with: serverDate) }
            let isSilent = now - keyring.lastDate > keyring.longestSilence
            let now = max(now, keyring.lastDate)
            let user = context.userName
            var sightings: [Sighting] = []
            if let live { sightings += try keyring.confirm(live: live.set, at: now, user: user) }
            if let text {
                let token = try IssuedToken(text, of: keyring, at: now)
                sightings += try keyring.confirm(
                    signing: token.keyID, lifetime: token.lifetime, at: now, user: user)
            }
            if isSilent, serverDate != nil { keyring.noteClock(at: now, user: user) }
            if keyring.history.count > before { try save(&keyring) }
            let raised = keyring.history[before...].first { $0.event == .lifetimeRaised }?.keyID
            return Result(
                keyring: keyring, sightings: sightings,
                raisedLifetime: raised.flatMap { keyring.schedule[$0]?.tokenLifetime })
        }
        return try tell(result, at: now, live, context)
    }

    private struct Result {
        let keyring: Keyring
        let sightings: [Sighting]
        /// That of a token that lives longer than the keyring knew.
        let raisedLifetime: Duration?
    }

    private func tell(
        _ result: Result, at now: NumericDate, _ live: LiveSet?, _ context: CommandContext
    ) throws(AuthKeysError) -> ExitStatus {
        let outlook = RotationOutlook(result.keyring, at: now, console: context.console)
        if printsJSON {
            let sightings = result.sightings.map { sighting in
                JSONValue.object([
                    "event": .string(sighting.kind.rawValue), "kid": .string(sighting.keyID.description),
                ])
            }
            let json = outlook.json(
                schema: "authkeys.rotation-confirm/1",
                [
                    JSONMember(name: "sightings", value: .array(sightings)),
                    JSONMember(
                        name: "raisedTokenLifetimeSeconds",
                        value: result.raisedLifetime.map { .integer($0.components.seconds) } ?? .null),
                ])
            try context.console.print(json)
        } else if !isQuiet {
            var lines = result.sightings.map { "\(Self.words($0.kind)): \(outlook.shown($0.keyID))\n" }
            if let lifetime = result.raisedLifetime {
                lines.append(
                    "tokens live longer than the keyring knew, and are waited for that long: \(lifetime.phrase)\n")
            }
            let none = "the live system is as the keyring says, and nothing is new\n"
            try context.console.print((lines.isEmpty ? none : lines.joined()) + outlook.actions(file: file))
        }
        if live?.date == nil, setSource.map({ if case .url = $0 { true } else { false } }) ?? false, !isQuiet {
            context.console.warn(
                "the server sends no Date, so that the clock of this machine was compared with nothing")
        }
        if let pending = result.keyring.pendingDelivery, !isQuiet {
            context.console.warn(
                "the change '\(pending.event.name)' was not handed over, yet: before it is, nothing that shows of it counts"
            )
        }
        let setbacks = result.sightings.filter(\.isSetback)
        for setback in setbacks { context.console.report(Self.error(setback, file)) }
        let isOverdue = outlook.reportOverdue(file: file)
        return setbacks.isEmpty && !isOverdue ? .success : .negative
    }

    private static func words(_ kind: Sighting.Kind) -> String {
        switch kind {
        case .published: "published, confirmed"
        case .lost: "no longer published"
        case .demoted: "replaced as the signer, confirmed"
        case .stillSigning: "still signing"
        case .removed: "gone from the live set, confirmed"
        case .returned: "in the live set again"
        }
    }

    private static func error(_ setback: Sighting, _ file: KeyringFile) -> AuthKeysError {
        switch setback.kind {
        case .published, .demoted, .removed, .lost:
            AuthKeysError(
                RotationCode.unconfirmed,
                "the live set does not hold \(setback.keyID.quoted), which it held before: what was waited for it counts anew",
                hint: "publish the set again: authkeys rotation apply \(file.word) --jwks-out FILE --if-due")
        case .stillSigning:
            AuthKeysError(
                RotationCode.unconfirmed,
                "the system signs with \(setback.keyID.quoted), which was replaced: what was waited for counts anew",
                hint: "bring every signer to the new key: authkeys emit dotenv --keyring \(file.word)")
        case .returned:
            AuthKeysError(
                RotationCode.unconfirmed,
                "the live set holds \(setback.keyID.quoted) again, which was removed: an old set was put back",
                hint: "publish the set again: authkeys rotation apply \(file.word) --jwks-out FILE --if-due")
        }
    }
}
