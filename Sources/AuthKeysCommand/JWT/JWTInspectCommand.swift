internal import AuthKeysJOSE
internal import CommandOptions
internal import Encodings

/// `authkeys jwt inspect`
struct JWTInspectCommand: Command {
    static let at = Option(
        "at", metavar: "TIME", help: "Say how far its times are from this moment: \(TimeArgument.forms).",
        default: .described("now")
    ) { (text: String) throws(UsageError) -> TimeArgument in try TimeArgument(text) }

    static let specification = CommandSpec(
        "inspect", abstract: "Show what is in a token, without verifying it.",
        discussion: [
            "Prints the header and the claims, with times a person can read, and what is unusual about the token. "
                + "The signature is left out, so that what is printed is no token. Nothing is verified: anybody can write "
                + "a token that says the same.",
            "White space, quotes, 'Bearer ' and JSON around the token are taken away and named.",
        ],
        arguments: [TokenInput.argument], options: [at.spec],
        examples: [
            .init("authkeys jwt inspect token.jwt", "Show what is in this file."),
            .init("pbpaste | authkeys jwt inspect", "Show the token on standard input."),
        ],
        exitStatuses: [
            .init(0, "It is a whole token, and this is what it says, true or not."),
            .init(1, "It is no whole token: what is wrong, and where, is said."),
            .init(2, "It could not be read."), .init(64, "The command line is wrong."),
        ])

    private let input: TokenInput
    private let time: TimeArgument
    private let printsJSON: Bool
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        input = try TokenInput(arguments.value(of: TokenInput.argument))
        time = try arguments.value(of: Self.at) ?? .relative(.zero)
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let text = try input.read(context, limit: 4 * UnverifiedJWT.maximumLength, isQuiet: isQuiet)
        guard !text.withBytes({ TokenText.trimmed($0, 0..<$0.count).isEmpty }) else { throw input.nothingThere }
        let token = text.withBytes { UnverifiedJWT(reading: $0) }
        let inspection = TokenInspection(token, from: input, at: time.date(at: context.now()))
        if printsJSON {
            try context.console.print(inspection.json)
        } else {
            try context.console.print(inspection.lines.map { context.console.escaped($0) + "\n" }.joined())
        }
        return token.isWellFormed ? .success : .negative
    }
}
