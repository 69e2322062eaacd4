internal import CommandOptions

/// `authkeys rotation`
enum RotationCommands {
    static let specification = CommandSpec(
        group: "rotation",
        abstract: "Replace the key that signs, in steps that refuse no valid token.",
        discussion: [
            "A keyring is one file with the private keys, the policy that moves them and their history. A key is staged "
                + "(published, not signing), then active (it signs), then retiring (published, no longer signing), then "
                + "retired (gone for ever). A step that is too early is refused with the date from which on it is not.",
            "Twice an hour from cron: 'authkeys rotation apply KEYRING --if-due --hook …' and 'authkeys rotation confirm "
                + "KEYRING --jwks URL'.",
        ],
        subcommands: [
            RotationInitCommand.specification, RotationStatusCommand.specification, RotationPlanCommand.specification,
            RotationApplyCommand.specification, RotationConfirmCommand.specification,
            RotationSimulateCommand.specification, RotationRollbackCommand.specification,
            RotationRevokeCommand.specification,
        ])

    /// For a command that only reads.
    static let atToRead = Option(
        "at", metavar: "TIME", help: "As of this moment: \(TimeArgument.forms).", default: .described("now")
    ) { (text: String) throws(UsageError) -> TimeArgument in try TimeArgument(text) }

    /// For a command that changes a keyring.
    static let atToChange = Option(
        "at", metavar: "TIME", help: "As of this moment; for a keyring that was made with --test only.",
        default: .described("now"), convert: atToRead.convert)

    static let exitStatuses: [CommandSpec.ExitStatus] = [
        .init(0, "Done, or nothing was to be done."),
        .init(
            1, "Refused: too early, impossible, or a clock or the live system disagrees; or a confirmation is overdue."),
        .init(2, "The keyring or a file could not be read or written, or a hook or the network failed."),
        .init(64, "The command line is wrong."),
    ]
}
