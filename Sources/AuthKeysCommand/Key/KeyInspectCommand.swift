internal import AuthKeysJOSE
internal import CommandOptions
internal import CryptoOpenSSL
internal import Encodings
internal import KeyFormats
internal import KeyStrength

/// `authkeys key inspect`
struct KeyInspectCommand: Command {
    static let source = ArgumentSpec(.source, help: "Anything: a path, '-', or env:NAME.")

    static let specification = CommandSpec(
        "inspect", abstract: "Say what something is, however damaged.",
        discussion: [
            "Names the kind, the form, the size and the thumbprint of a key, whether the numbers of a private key agree, "
                + "and each thing that is unusual about its text. Nothing secret is printed."
        ],
        arguments: [source], options: [KeyConvertCommand.passphraseFrom.spec],
        examples: [
            .init("authkeys key inspect jwt_private_key.pem", "Say what this file is."),
            .init("authkeys key inspect env:JWT_PRIVATE_KEY", "Say whether this variable holds a key."),
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
        var wasRepaired = false
        let key = try key(in: text, keyText, keys, wasRepaired: &wasRepaired)
        let report = try KeyInspection(source, keyText, key: key, wasRepaired: wasRepaired)
        if printsJSON {
            try context.console.print(report.json)
        } else {
            try context.console.print(report.text(escaping: context.console.escaped))
        }
        return report.isUsable ? .success : .negative
    }

    /// The key itself, read from the text as it is or as it is once repaired.
    private func key(
        in text: SecretBytes, _ keyText: KeyText, _ keys: KeyInputs, wasRepaired: inout Bool
    ) throws(AuthKeysError) -> Result<GivenKey, AuthKeysError> {
        // Nobody is asked for a passphrase just to look; one that was named is used.
        if keyText.content.isEncrypted, passphraseSource == nil {
            return .failure(
                AuthKeysError(
                    EncryptedKeyCode.passphraseNeeded, "the key is encrypted, so what is in it is not seen",
                    hint: "--passphrase-from SOURCE opens it"))
        }
        if case .jwks = keyText.content {
            return .failure(
                AuthKeysError(
                    JOSECode.jwkMember, "a JWK set where one key is expected",
                    hint: "authkeys jwks lint \(source.argument) judges a set"))
        }
        do throws(AuthKeysError) { return .success(try keys.read(text, of: source)) } catch {
            guard KeyInputs.isVerdict(error) else { throw KeyInputs.naming(source, error) }
            wasRepaired = true
            return try repairedKey(keyText, keys, orElse: error)
        }
    }

    private func repairedKey(
        _ keyText: KeyText, _ keys: KeyInputs, orElse error: AuthKeysError
    ) throws(AuthKeysError) -> Result<GivenKey, AuthKeysError> {
        do throws(AuthKeysError) {
            return .success(try keys.read(keyText.repaired().text, of: source))
        } catch let refusal {
            guard KeyInputs.isVerdict(refusal) else { throw KeyInputs.naming(source, refusal) }
            // The refusal of a repair knows the text as a whole; the reader stops at the first thing it does not expect.
            return .failure(refusal.hint == nil ? error : refusal)
        }
    }
}
