internal import CommandOptions
internal import Deployment
internal import Encodings

/// `authkeys convex rotate`
struct ConvexRotateCommand: Command {
    static let specification = CommandSpec(
        "rotate", abstract: "Replace the key pair of a self-hosted deployment of Convex Auth, in two phases.",
        discussion: [
            "Sets the new JWKS, asks the backend with a probe token until it accepts the new key, and only then sets the "
                + "new private key. Where it never does, the old JWKS is put back, and the signer was never changed.",
            "It costs what every rotation of Convex Auth costs: \(RotationSession.cost).",
            "The replaced pair is written to a file before anything is changed: '--undo FILE' puts it back. A run that was "
                + "interrupted is finished by the next one, with the file or without it: the deployment alone tells what "
                + "has to be done.",
            "With '--if-older-than' it can run every day: \(RotationVariable.rotatedAt) of the deployment tells since when "
                + "the key signs, \(RotationVariable.keyID) of which key that is said. Where there is no such record, the "
                + "first run makes one and rotates nothing. A broken pair is always due.",
            ConvexCommands.settings,
        ],
        options: [
            ConvexPushCommand.yes.spec, RotateOptions.undo.spec, RotateOptions.ifOlderThan.spec,
            GenerateOptions.bits.spec, GenerateOptions.kid.spec, RotateOptions.issuer.spec,
            RotateOptions.giveUpAfter.spec, RotateOptions.journal.spec, RotateOptions.dropOtherKeys.spec,
        ],
        optionGroups: [
            .atMostOne(RotateOptions.undo.spec, RotateOptions.ifOlderThan.spec),
            .atMostOne(RotateOptions.undo.spec, GenerateOptions.kid.spec),
            .atMostOne(RotateOptions.undo.spec, RotateOptions.journal.spec),
            .atMostOne(RotateOptions.undo.spec, RotateOptions.dropOtherKeys.spec),
        ],
        examples: [
            .init("authkeys convex rotate", "Show what would change and what it costs."),
            .init("authkeys convex rotate --yes", "Rotate."),
            .init("authkeys convex rotate --yes --if-older-than 80d", "From cron or a CI job, every day."),
            .init("authkeys convex rotate --undo convex-rotation-127.0.0.1-3210.json --yes", "Put the old pair back."),
        ],
        exitStatuses: [
            .init(0, "It is done, or nothing is due."),
            .init(
                1,
                "'--yes' was not given; or the backend did not accept the key, or what is there keeps it from being "
                    + "rotated. The signer is the old one."),
            .init(
                2,
                "Something could not be read, the deployment could not be reached or refused the request, or somebody "
                    + "else rotates at the same time."),
            .init(64, "The command line is wrong."),
        ])

    private let options: RotateOptions

    init(_ arguments: ParsedArguments) throws(UsageError) {
        options = try RotateOptions(arguments)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let client = try DeploymentClient(context)
        let file = JournalFile(
            path: options.undoFile ?? options.journal ?? RotationJournal.fileName(for: client.api),
            isForUndo: options.undoFile != nil)
        // Before anything is made beside it.
        let journal = try read(file, client)
        guard options.isApproved else {
            return try run(RotationSession(context, options, client, file), journal)
        }
        return try file.locked { () throws(AuthKeysError) in
            try run(RotationSession(context, options, client, file), read(file, client))
        }
    }

    private func read(_ file: JournalFile, _ client: DeploymentClient) throws(AuthKeysError) -> RotationJournal? {
        let journal = try file.read(for: client.api.url)
        guard journal != nil || options.undoFile == nil else {
            throw AuthKeysError(
                FileCode.missing, "there is no file '\(file.path)'",
                hint: "a rotation says where it keeps the pair that it replaced")
        }
        return journal
    }

    private func run(_ session: RotationSession, _ journal: RotationJournal?) throws(AuthKeysError) -> ExitStatus {
        if options.undoFile != nil, let journal {
            return try UndoneRotation(session: session, journal: journal).run()
        }
        if let journal, journal.isUnfinished,
            let status = try ResumedRotation(session: session, journal: journal).run()
        {
            return status
        }
        return try NewRotation(session).run(replacing: journal)
    }
}
