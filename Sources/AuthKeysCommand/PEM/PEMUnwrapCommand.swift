internal import CommandOptions
internal import CryptoOpenSSL
internal import Encodings
internal import KeyFormats

/// `authkeys pem unwrap`
struct PEMUnwrapCommand: Command {
    static let source = ArgumentSpec(.source, help: "The text of a key, however damaged: a path, '-', or env:NAME.")

    static let specification = CommandSpec(
        "unwrap", abstract: "Canonical PEM from a wrapped or damaged text.",
        discussion: [
            "Takes off quotes, NAME= in front, escapes, base64, byte order marks and everything else that the way to an "
                + "environment variable puts on a key, and reports each repair on standard error. What cannot be repaired "
                + "without guessing is refused, with what is missing and where."
        ],
        arguments: [source], options: OutputOption.specs,
        examples: [
            .init("authkeys pem unwrap env:JWT_PRIVATE_KEY --out key.pem", "The key of a variable as a file."),
            .init("authkeys pem unwrap pasted.txt --out key.pem", "What somebody pasted, as it should be."),
        ],
        exitStatuses: [
            .init(0, "Done."),
            .init(2, "The text cannot be repaired, or a file could not be read or written."),
            .init(64, "The command line is wrong."),
        ])

    private let source: InputSource
    private let output: OutputOption
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        source = try InputSource(arguments.required(Self.source))
        output = try OutputOption(arguments)
        isQuiet = arguments.contains(CommandTree.quiet)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let text = try KeyInputs(context).text(source)
        let keyText = text.withBytes { KeyText(reading: $0) }
        let repair: KeyText.Repair
        do throws(AuthKeysError) {
            repair = try keyText.repaired()
            try refuseJSON(repair.content)
            try KeyAgreement.require(repair.text, in: source)
        } catch { throw error.about(source.displayName) }
        try PEMOutput(output, repair.content).write(repair.text, endingLine: false, context.console)
        if !isQuiet { for anomaly in repair.repairs { context.console.note("repaired: \(anomaly)") } }
        return .success
    }

    private func refuseJSON(_ content: KeyText.Content) throws(AuthKeysError) {
        let hint: String
        switch content {
        case .jwk(let isPrivate):
            hint = "authkeys key convert \(source.argument) --to \(isPrivate ? "pkcs8" : "spki") --out FILE"
        case .jwks(let isPrivate):
            hint =
                "take the key that is meant out of its array 'keys', and convert it: authkeys key convert KEY "
                + "--to \(isPrivate ? "pkcs8" : "spki") --out FILE"
        default: return
        }
        throw AuthKeysError(KeyTextCode.otherFormat, "\(content), which has no PEM of its own", hint: hint)
    }
}
