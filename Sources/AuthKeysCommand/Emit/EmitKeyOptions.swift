internal import AuthKeysJOSE
internal import CommandOptions
internal import Consumers
internal import Deployment
internal import Encodings
internal import HostSystem
internal import KeyRotation

/// The key that is emitted: a folder of `generate`, `--key`, or `--keyring`.
struct EmitKeyOptions: Sendable {
    static let folder = ArgumentSpec(.folder("DIR"), .optional, help: "A folder that 'authkeys generate' made.")
    static let key = Option(
        "key", metavar: .source, help: "The private key instead, in any form: a path, '-', or env:NAME."
    ) { (text: String) throws(UsageError) -> InputSource in try InputSource(text) }
    static let kid = Option(
        "kid", metavar: "KID", help: "The name of the key in the JWKS; with --key.",
        default: .described("its RFC 7638 thumbprint, or the kid of a JWK"), convert: GenerateOptions.kid.convert)

    static let keyring = Option(
        "keyring", metavar: .file("FILE"), help: "A keyring instead: its active key, and the set that it publishes."
    ) { (text: String) throws(UsageError) -> String in try KeyringFile.path(text) }

    static let specs = [key.spec, keyring.spec, kid.spec, KeyConvertCommand.passphraseFrom.spec]

    private let folder: String?
    private let source: InputSource?
    private let keyringPath: String?
    private let namesProfile: Bool
    private let keyID: KeyID?
    private let passphraseSource: InputSource?

    init(_ arguments: ParsedArguments) throws(UsageError) {
        folder = arguments.value(of: Self.folder)
        source = try arguments.value(of: Self.key)
        keyringPath = try arguments.value(of: Self.keyring)
        let profile = GenerateOptions.profile.spec
        namesProfile = arguments.command.options.contains(profile) && arguments.isGiven(profile)
        keyID = try arguments.value(of: Self.kid)
        passphraseSource = try arguments.value(of: KeyConvertCommand.passphraseFrom)
        try InputSource.checkStandardInputIsReadOnce([source, passphraseSource])
        if keyringPath != nil {
            guard folder == nil, source == nil, keyID == nil else {
                throw UsageError(
                    .conflictingOptions, "a keyring says which key it is and what it is called",
                    hint: "leave the folder, '--key' and '--kid' out")
            }
            return
        }
        switch (folder, source) {
        case (nil, nil):
            throw UsageError(
                .missingArgument, "no key is named",
                hint:
                    "name the folder that 'authkeys generate' made, a private key with --key SOURCE, or a keyring with "
                    + "--keyring FILE")
        case (.some, .some):
            throw UsageError(
                .conflictingOptions, "a folder and '--key' are two keys", hint: "leave one of them out")
        case (.some, nil) where keyID != nil:
            throw UsageError(
                .conflictingOptions, "'--kid' names the key of '--key'; the folder has the kid in its JWKS",
                hint: "leave '--kid' out, or give the private key with --key SOURCE")
        default: break
        }
    }

    /// Reads it, and tries it out as the consumer will use it.
    func read(_ context: CommandContext, for profile: Profile) throws(AuthKeysError) -> EmittedKey {
        if let keyringPath {
            let file = KeyringFile(path: keyringPath, passphraseSource: passphraseSource, isQuiet: false)
            let keyring = try file.read(context).keyring
            guard let signer = keyring.signingKey else {
                throw AuthKeysError(RotationCode.unknownKey, "\(file.name) has no key that signs")
            }
            let emitted = try EmittedKey(signer.key, jwks: try keyring.publishedSet())
            try emitted.tryOut(namesProfile ? profile : keyring.profile, at: context.now())
            return emitted
        }
        let emitted = if let folder { try inFolder(folder, context) } else { try alone(context) }
        try emitted.tryOut(profile, at: context.now())
        return emitted
    }

    private func inFolder(_ folder: String, _ context: CommandContext) throws(AuthKeysError) -> EmittedKey {
        let file: (String) -> InputSource = { .file("\(folder)/\($0)") }
        let (key, _) = try privateKey(file(KeyPairFolder.privateKeyName), context)
        let source = file(KeyPairFolder.jwksName)
        let text = try context.inputs.read(source, limit: 262_144)
        do throws(AuthKeysError) {
            let jwks = try text.withBytes { text throws(AuthKeysError) in try JWKSet(parsing: text) }
            return try EmittedKey(key, jwks: jwks)
        } catch { throw error.about(source.displayName) }
    }

    private func alone(_ context: CommandContext) throws(AuthKeysError) -> EmittedKey {
        guard let source else { throw UsageError(.missingArgument, "no key is named").asAuthKeysError }
        let (key, ownID) = try privateKey(source, context)
        return try EmittedKey(key, keyID: keyID ?? ownID)
    }

    private func privateKey(
        _ source: InputSource, _ context: CommandContext
    ) throws(AuthKeysError) -> (RSAPrivateKey, KeyID?) {
        let given = try KeyInputs(context, passphraseSource: passphraseSource).key(source)
        guard case .privateKey(let key) = given.material else {
            throw AuthKeysError(
                KeyCode.publicOnly,
                "\(source.displayName) holds a public key (\(given.form)); the private one is needed",
                hint: "name the file of the private key")
        }
        try KeyAgreement.require(key, in: source)
        return (key, given.keyID)
    }
}
