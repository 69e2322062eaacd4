internal import CommandOptions
internal import CryptoOpenSSL
internal import Encodings
internal import KeyFormats

/// `authkeys pem wrap`
struct PEMWrapCommand: Command {
    static let source = ArgumentSpec(.source, help: "The key in PEM: a path, '-', or env:NAME.")
    static let style = Option<KeyWrapping>(
        "style", metavar: "STYLE", help: "How line ends are written.", isRequired: true,
        allowed: KeyWrapping.allCases.map(\.rawValue)
    ) { (text: String) throws(UsageError) -> KeyWrapping in
        guard let style = KeyWrapping(rawValue: text) else { throw .invalidValue(text, "is no style") }
        return style
    }

    static let specification = CommandSpec(
        "wrap", abstract: "Put a multi-line PEM on one line, for an environment variable.",
        discussion: [
            "'spaces' is what Convex Auth stores and what jose's importPKCS8 reads; 'base64' is for code that decodes it; "
                + "'escaped' has \\n in two characters. The line is read back and compared with the key before it is "
                + "written."
        ],
        arguments: [source], options: [style.spec] + OutputOption.specs,
        examples: [
            .init("authkeys pem wrap key.pem --style spaces --out key.line", "One line with spaces, in a 0600 file.")
        ],
        exitStatuses: [
            .init(0, "The line is written."),
            .init(2, "The text cannot be repaired, or a file could not be read or written."),
            .init(64, "The command line is wrong."),
        ])

    private let source: InputSource
    private let style: KeyWrapping
    private let output: OutputOption
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        source = try InputSource(arguments.required(Self.source))
        style = try arguments.required(Self.style)
        output = try OutputOption(arguments)
        isQuiet = arguments.contains(CommandTree.quiet)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let text = try KeyInputs(context).text(source)
        let keyText = text.withBytes { KeyText(reading: $0) }
        let line: SecretBytes
        let repairs: [KeyText.Anomaly]
        do throws(AuthKeysError) {
            let repair = try keyText.repaired()
            try KeyAgreement.require(repair.text, in: source)
            line = try text.withBytes { bytes throws(AuthKeysError) in try style.wrap(bytes) }
            repairs = repair.repairs
        } catch { throw error.about(source.displayName) }
        try PEMOutput(output, keyText.content).write(line, endingLine: true, context.console)
        if !isQuiet { for anomaly in repairs { context.console.note("repaired: \(anomaly)") } }
        return .success
    }
}
