internal import AuthKeysJOSE
internal import CommandOptions
internal import Encodings

/// `authkeys jwks add`
struct JWKSAddCommand: Command {
    static let key = ArgumentSpec(.source, help: "The key, private or public, in any form: a path, '-', or env:NAME.")

    static let specification = CommandSpec(
        "add", abstract: "Add a key to a set, in place.",
        discussion: [
            "The key goes to the end: it is published and does not sign yet. A kid that is there already is refused. What "
                + "else is in the file stays as it is, byte for byte."
        ],
        arguments: [JWKSFile.argument, key],
        options: [JWKSDeriveCommand.kid.spec, KeyConvertCommand.passphraseFrom.spec],
        examples: [.init("authkeys jwks add jwks.json next.pem", "Publish the next key beside the one in use.")],
        exitStatuses: [
            .init(0, "The key was added."),
            .init(2, "It could not be, and the set is as it was."),
            .init(64, "The command line is wrong."),
        ])

    private let file: JWKSFile
    private let source: InputSource
    private let keyID: KeyID?
    private let passphraseSource: InputSource?

    init(_ arguments: ParsedArguments) throws(UsageError) {
        file = try JWKSFile(arguments)
        source = try InputSource(arguments.required(Self.key))
        keyID = try arguments.value(of: JWKSDeriveCommand.kid)
        passphraseSource = try arguments.value(of: KeyConvertCommand.passphraseFrom)
        try InputSource.checkStandardInputIsReadOnce([source, passphraseSource])
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let jwk = try KeyInputs(context, passphraseSource: passphraseSource).publicJWK(source, keyID: keyID)
        let report = try file.edit(context) { editor throws(AuthKeysError) in
            try editor.add(jwk)
            return JWKSEditReport(added: [jwk.keyID], keyIDs: editor.keyIDs)
        }
        let kid = jwk.keyID.map { Escaper.json($0.description) } ?? ""
        try file.tell(report, "added \(kid) to \(file.name), \(report.countText)", context.console)
        return .success
    }
}
