internal import AuthKeysJOSE
internal import CommandOptions
internal import CryptoOpenSSL
internal import Encodings
internal import KeyFormats
internal import KeyStrength

/// `authkeys key inspect`
struct KeyInspectCommand: Command {
    static let source = ArgumentSpec("SOURCE", help: "Anything: a path, '-', or env:NAME.")

    static let specification = CommandSpec(
        "inspect", abstract: "Say what something is, however damaged.",
        discussion: [
            "Names the kind, the form, the size and the thumbprint of a key, whether the numbers of a private key agree, "
                + "and each thing that is unusual about its text. Nothing secret is printed."
        ],
        arguments: [source], options: [KeyConvertCommand.passphraseFrom.spec],
        examples: [
            .init("authkeys key inspect jwt_private_key.pem", "What is this file?"),
            .init("authkeys key inspect env:JWT_PRIVATE_KEY", "Is the value of this variable what it should be?"),
        ],
        exitStatuses: [
            .init(0, "It is a key, or the text of one that can be repaired."),
            .init(1, "It is no key that can be used: what it is or what is missing is said."),
            .init(2, "It could not be read."), .init(64, "The command line is wrong."),
        ])

    private let source: InputSource
    private let passphraseSource: InputSource?
    private let printsJSON: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        source = try InputSource(arguments.required(Self.source))
        passphraseSource = try arguments.value(of: KeyConvertCommand.passphraseFrom)
        printsJSON = arguments.contains(CommandTree.json)
        try InputSource.checkStandardInputIsReadOnce([source, passphraseSource])
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let keys = KeyInputs(context, passphraseSource: passphraseSource)
        let text = try keys.text(source)
        let keyText = text.withBytes { KeyText(reading: $0) }
        let report = try KeyInspection(source, keyText, key: key(in: text, keyText, keys))
        try context.console.print(printsJSON ? report.json.compactJSON + "\n" : report.text)
        return report.isUsable ? .success : .negative
    }

    /// The key itself, read from the text as it is or as it is once repaired.
    private func key(
        in text: SecretBytes, _ keyText: KeyText, _ keys: KeyInputs
    ) throws(AuthKeysError) -> Result<GivenKey, AuthKeysError> {
        // Nobody is asked for a passphrase just to look; one that was named is used.
        if keyText.content.isEncrypted, passphraseSource == nil {
            return .failure(
                AuthKeysError(
                    EncryptedKeyCode.passphraseNeeded, "the key is encrypted, so what is in it is not seen",
                    hint: "--passphrase-from SOURCE opens it"))
        }
        do throws(AuthKeysError) {
            let readable = (try? keyText.repaired())?.text ?? text
            return .success(try keys.key(in: readable, of: source))
        } catch {
            if error.code == EncryptedKeyCode.wrongPassphrase.code { throw error }
            return .failure(error)
        }
    }
}
