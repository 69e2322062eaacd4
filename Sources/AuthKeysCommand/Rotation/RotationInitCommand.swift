internal import AuthKeysJOSE
internal import CommandOptions
internal import Consumers
internal import CryptoOpenSSL
internal import Encodings
internal import HostSystem
internal import KeyRotation

/// `authkeys rotation init`
struct RotationInitCommand: Command {
    static let profile = Option(
        "profile", metavar: "NAME", help: "Whose tokens the keys sign, and so which verifiers are waited for.",
        allowed: Profile.all.map(\.name), default: .value(Profile.generic.name),
        convert: GenerateOptions.profile.convert)
    static let key = Option(
        "key", metavar: .source, help: "A private key that is in use already: a path, '-', or env:NAME."
    ) { (text: String) throws(UsageError) -> InputSource in try InputSource(text) }
    static let jwks = Option(
        "jwks", metavar: .source, help: "The set that publishes it now: a path, '-', env:NAME or a URL."
    ) { (text: String) throws(UsageError) -> InputSource in try InputSource(text, allowsURL: true) }
    static let since = Option(
        "since", metavar: "TIME", help: "Since when that key signs: \(TimeArgument.forms).", default: .described("now"),
        convert: RotationCommands.atToRead.convert)
    static let keyPassphraseFrom = Option(
        "key-passphrase-from", metavar: .source, help: "Where the passphrase of that key is, when it is encrypted.",
        default: .described("a prompt on the terminal"), convert: key.convert)
    static let seal = Flag("seal", help: "Seal the keyring with a passphrase that is asked for.")
    static let passphraseFrom = Option(
        "passphrase-from", metavar: .source,
        help: "Seal the keyring with the passphrase in a file, '-', or env:NAME.", convert: key.convert)
    static let test = Flag("test", help: "Make a keyring for tests, whose commands take --at.")

    static let specification = CommandSpec(
        "init", abstract: "Make a keyring.",
        discussion: [
            "Makes a new key that signs at once, or takes over the key that is in use with the set that publishes it. The "
                + "file has mode 0600 and holds private keys; with a passphrase all of it is encrypted and authenticated.",
            "The terms of the policy say what is waited for. Each has a default from the profile; what lies between the "
                + "set and its verifiers, such as a CDN, is yours to add with --cache.",
        ],
        arguments: [KeyringFile.argument],
        options: [
            profile.spec, key.spec, jwks.spec, since.spec, keyPassphraseFrom.spec, GenerateOptions.bits.spec, seal.spec,
            passphraseFrom.spec, RotationDelivery.jwksOut.spec, test.spec, RotationCommands.atToChange.spec,
        ] + RotationPolicyOptions.specs,
        optionGroups: [.atMostOne(seal.spec, passphraseFrom.spec)],
        examples: [
            .init("authkeys rotation init keyring.json --jwks-out jwks.json", "A new key, replaced every 90 days."),
            .init(
                "authkeys rotation init keyring.json --key jwt_private_key.pem --jwks https://auth.example.com/.well-known/jwks.json",
                "Take over the key that is in use."),
        ],
        exitStatuses: [
            .init(0, "The keyring is there."),
            .init(1, "This profile cannot have two keys side by side; 'authkeys convex rotate' replaces its key."),
            .init(2, "A key, set or file could not be read or written, or exists."),
            .init(64, "The command line is wrong."),
        ])

    private let file: KeyringFile
    private let profile: Profile
    private let policy: RotationPolicy
    private let keySource: InputSource?
    private let setSource: InputSource?
    private let since: TimeArgument?
    private let keyPassphraseSource: InputSource?
    private let size: RSAPrivateKey.Size
    private let isSealed: Bool
    private let passphraseSource: InputSource?
    private let jwksPath: String?
    private let isTest: Bool
    private let clock: RotationClock
    private let printsJSON: Bool
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        isQuiet = arguments.contains(CommandTree.quiet)
        printsJSON = arguments.contains(CommandTree.json)
        passphraseSource = try arguments.value(of: Self.passphraseFrom)
        file = KeyringFile(
            path: try KeyringFile.path(arguments.required(KeyringFile.argument)), passphraseSource: passphraseSource,
            isQuiet: isQuiet)
        profile = try arguments.required(Self.profile)
        policy = try RotationPolicyOptions.policy(arguments, for: profile)
        keySource = try arguments.value(of: Self.key)
        setSource = try arguments.value(of: Self.jwks)
        since = try arguments.value(of: Self.since)
        keyPassphraseSource = try arguments.value(of: Self.keyPassphraseFrom)
        size = try arguments.required(GenerateOptions.bits)
        isSealed = arguments.contains(Self.seal) || passphraseSource != nil
        jwksPath = try arguments.value(of: RotationDelivery.jwksOut)
        isTest = arguments.contains(Self.test)
        clock = RotationClock(given: try arguments.value(of: RotationCommands.atToChange))
        guard (keySource == nil) == (setSource == nil) else {
            throw UsageError(
                .missingOption,
                "'--key' and '--jwks' belong together: the key that signs and the set that publishes it",
                hint: keySource == nil ? "add --key SOURCE" : "add --jwks SOURCE")
        }
        guard keySource != nil || (since == nil && keyPassphraseSource == nil) else {
            throw UsageError(.conflictingOptions, "'--since' and '--key-passphrase-from' belong to '--key'")
        }
        guard keySource == nil || !arguments.isGiven(GenerateOptions.bits.spec) else {
            throw UsageError(
                .conflictingOptions, "'--bits' is for a new key, and '--key' gives one", hint: "leave one of them out")
        }
        guard isTest || clock.given == nil else {
            throw UsageError(.conflictingOptions, "'--at' is for a keyring for tests", hint: "add --test")
        }
        try InputSource.checkStandardInputIsReadOnce([keySource, setSource, keyPassphraseSource, passphraseSource])
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        try file.check()
        let set = jwksPath.map { PublishedSetFile(path: $0) }
        try set?.check(beside: file)
        var keyring = try makeKeyring(context)
        let passphrase =
            try isSealed
            ? context.passphrases.newPassphrase(for: file.name, from: passphraseSource) : nil
        try file.create(&keyring, passphrase: passphrase, context)
        if let set { try publish(keyring, set, context) }
        let outlook = RotationOutlook(keyring, at: clock.now(context), console: context.console)
        if printsJSON {
            let json = outlook.json(
                schema: "authkeys.rotation-init/1",
                [
                    JSONMember(name: "file", value: .string(file.path)),
                    JSONMember(
                        name: "kid", value: (keyring.schedule.active?.keyID).map { .string($0.description) } ?? .null),
                ])
            try context.console.print(json)
        } else if !isQuiet {
            let escaped = context.console.escaped
            try context.console.print(
                "Made the keyring \(escaped(file.path)), which holds the private key of \(outlook.signer).\n"
                    + outlook.actions(file: file))
        }
        return .success
    }

    private func publish(
        _ keyring: Keyring, _ set: PublishedSetFile, _ context: CommandContext
    ) throws(AuthKeysError) {
        do throws(AuthKeysError) { try set.write(keyring, beside: file, context, isQuiet: isQuiet) } catch {
            throw AuthKeysError(
                RotationCode.deliveryFailed,
                "the keyring is made, \(file.name), and its set could not be written: \(error.message)",
                hint:
                    "mend that, then: authkeys rotation apply \(file.word) --if-due --jwks-out \(shellWord(set.path))",
                underlying: [error.description])
        }
    }

    private func makeKeyring(_ context: CommandContext) throws(AuthKeysError) -> Keyring {
        let now = clock.now(context)
        let user = context.userName
        guard let keySource, let setSource else {
            // Refused before seconds are spent on a key.
            try Keyring.requireOverlap(profile)
            try policy.check()
            let key = try NewRotationKey.make(size, context, isQuiet: isQuiet)
            return try Keyring(
                creating: key, profile: profile, policy: policy, at: now, isTest: isTest, user: user)
        }
        let given = try KeyInputs(context, passphraseSource: keyPassphraseSource).key(keySource)
        guard case .privateKey(let key) = given.material else {
            throw AuthKeysError(
                KeyCode.publicOnly, "\(keySource.displayName) is a public key, and a private one signs",
                hint: "give the private key")
        }
        try KeyAgreement.require(key, in: keySource)
        let text = try JWKSInput.text(setSource, context)
        do throws(AuthKeysError) {
            try JWKSInput.refuseKey(text, in: setSource)
            let set = try text.withBytes { bytes throws(AuthKeysError) in try JWKSet(parsing: bytes) }
            return try Keyring(
                importing: key, publishedIn: set, profile: profile, policy: policy, at: now,
                activatedAt: since?.date(at: now), isTest: isTest, user: user)
        } catch {
            throw ["jwks", "jwk", "json", "key", "jose"].contains(error.family)
                ? error.about(setSource.displayName) : error
        }
    }
}
