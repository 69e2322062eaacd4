internal import CommandOptions
internal import CryptoOpenSSL
internal import Encodings
internal import KeyFormats

/// `authkeys pem wrap`
struct PEMWrapCommand: Command {
    static let source = ArgumentSpec("SOURCE", help: "The key in PEM: a path, '-', or env:NAME.")
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
        ])

    private let source: InputSource
    private let style: KeyWrapping
    private let output: OutputOption

    init(_ arguments: ParsedArguments) throws(UsageError) {
        source = try InputSource(arguments.required(Self.source))
        style = try arguments.required(Self.style)
        output = try OutputOption(arguments)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let text = try KeyInputs(context).text(source)
        let keyText = text.withBytes { KeyText(reading: $0) }
        try KeyAgreement.require(keyText.repaired().text, in: source)
        let line = try text.withBytes { bytes throws(AuthKeysError) in try style.wrap(bytes) }
        try PEMOutput(output, keyText.content).write(line, endingLine: true, context.console)
        return .success
    }
}
