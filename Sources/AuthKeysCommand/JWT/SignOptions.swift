internal import AuthKeysJOSE
internal import CommandOptions
internal import Consumers
internal import Encodings
internal import KeyFormats
internal import KeyRotation

/// What signs, and how: the options of `jwt sign` that are not about claims.
struct SignOptions: Sendable {
    /// `nil` for a keyring.
    let keySource: InputSource?
    let keyringPath: String?
    let passphraseSource: InputSource?
    /// `nil` for the kid of a JWK, or the thumbprint; of a keyring, the key to sign with.
    let keyID: KeyID?
    let omitsKeyID: Bool
    let algorithm: JWSAlgorithm?
    let profile: Profile
    let count: Int
    let time: TimeArgument

    init(_ arguments: ParsedArguments) throws(UsageError) {
        keySource = try arguments.value(of: Self.key)
        keyringPath = try arguments.value(of: Self.keyring)
        passphraseSource = try arguments.value(of: KeyConvertCommand.passphraseFrom)
        keyID = try arguments.value(of: Self.kid)
        omitsKeyID = arguments.contains(Self.noKid)
        algorithm = try arguments.value(of: Self.algorithm)
        profile = try arguments.required(Self.profile)
        count = try arguments.required(Self.count)
        time = try arguments.value(of: Self.at) ?? .relative(.zero)
        if keyringPath != nil, omitsKeyID {
            throw UsageError(
                .conflictingOptions, "the keys of a keyring are told apart by their kids", hint: "leave --no-kid out")
        }
        if keyID != nil, !profile.tokensCarryKeyID {
            throw UsageError(
                .conflictingOptions, "'--kid' names the key in the header, and \(profile.name) signs without a kid",
                hint: "leave one of them out")
        }
        if omitsKeyID, profile.tokenClaims != nil, profile.tokensCarryKeyID {
            throw UsageError(
                .conflictingOptions, "\(profile.name) signs with a kid", hint: "leave --no-kid out")
        }
        if profile.tokenClaims != nil, let algorithm, algorithm != .rs256 {
            throw UsageError(
                .conflictingOptions, "\(profile.name) signs with RS256 and nothing else", hint: "leave --algorithm out")
        }
    }

    // MARK: - The key

    func signingKey(_ context: CommandContext) throws(AuthKeysError) -> SigningKey {
        if let keyringPath { return try signingKey(ofKeyring: keyringPath, context) }
        guard let keySource else { throw UsageError(.missingOption, "no key is named").asAuthKeysError }
        let given = try KeyInputs(context, passphraseSource: passphraseSource).key(keySource)
        guard case .privateKey(let key) = given.material else {
            throw AuthKeysError(
                KeyCode.publicOnly, "\(keySource.displayName) is a public key, and a private one signs",
                hint: "give the private key; a public key verifies")
        }
        try KeyAgreement.require(key, in: keySource)
        if let algorithm, let own = given.algorithm, own != algorithm {
            throw AuthKeysError(
                JOSECode.algorithm, "the JWK in \(keySource.displayName) is for \(own.name), not for \(algorithm.name)",
                hint: "leave --algorithm out")
        }
        let algorithm = self.algorithm ?? given.algorithm ?? .rs256
        let thumbprint = try key.publicKey.thumbprint()
        let keyID = omitsKeyID || !profile.tokensCarryKeyID ? nil : self.keyID ?? given.keyID ?? thumbprint
        do throws(AuthKeysError) {
            let signer = try JWTSigner(key: key, algorithm: algorithm, keyID: keyID, type: profile.tokenType)
            return SigningKey(signer: signer, algorithm: algorithm, keyID: keyID, thumbprint: thumbprint)
        } catch {
            throw error.about(keySource.displayName)
        }
    }

    /// The active key, or the one that is named.
    private func signingKey(ofKeyring path: String, _ context: CommandContext) throws(AuthKeysError) -> SigningKey {
        let file = KeyringFile(path: path, passphraseSource: passphraseSource, isQuiet: false)
        let keyring = try file.read(context).keyring
        let active = keyring.signingKey
        let name = keyID ?? active?.keyID
        guard let name, let key = keyring.privateKey(name) else {
            throw AuthKeysError(
                RotationCode.unknownKey, "\(file.name) has no private half of the key \(name?.quoted ?? "that signs")",
                hint: "see which it has: authkeys rotation status \(file.word)")
        }
        guard profile.tokensCarryKeyID else {
            throw AuthKeysError(
                UsageCode.conflictingOptions,
                "\(profile.name) signs without a kid, and the keys of a keyring are told apart by it",
                hint: "--profile \(keyring.profile.name)")
        }
        let algorithm = algorithm ?? .rs256
        return SigningKey(
            signer: try JWTSigner(key: key, algorithm: algorithm, keyID: name, type: profile.tokenType),
            algorithm: algorithm, keyID: name, thumbprint: try key.publicKey.thumbprint())
    }

    // MARK: - The options

    static let keyring = Option(
        "keyring", metavar: .file("FILE"),
        help: "A keyring instead: its active key signs, or the one that '--kid' names."
    ) { (text: String) throws(UsageError) -> String in try KeyringFile.path(text) }

    static let key = Option(
        "key", metavar: .source, help: "The private key: a path, '-', or env:NAME; PEM, DER or a JWK."
    ) { (text: String) throws(UsageError) -> InputSource in try InputSource(text) }

    static let kid = Option(
        "kid", metavar: "KID", help: "The name of the key in the header.",
        default: .described("the kid of a JWK, or the RFC 7638 thumbprint"), convert: GenerateOptions.kid.convert)

    static let noKid = Flag("no-kid", help: "Put no kid into the header.")

    static let algorithm = Option(
        "algorithm", metavar: "ALG", help: "The signature algorithm.", allowed: JWSAlgorithm.all.map(\.name),
        default: .described("the alg of a JWK, or RS256")
    ) { (text: String) throws(UsageError) -> JWSAlgorithm in
        guard let algorithm = JWSAlgorithm.named(text) else { throw .invalidValue(text, "is no algorithm") }
        return algorithm
    }

    static let profile = Option(
        "profile", metavar: "NAME", help: "Whose tokens to sign.", allowed: Profile.all.map(\.name),
        default: .value(Profile.generic.name), convert: GenerateOptions.profile.convert)

    static let count = Option(
        "count", metavar: "N", help: "Sign this many tokens, each with a jti of its own, one a line.",
        in: 1...1_000_000_000, default: 1)

    static let at = Option(
        "at", metavar: "TIME", help: "Sign as of this moment: \(TimeArgument.forms).", default: .described("now")
    ) { (text: String) throws(UsageError) -> TimeArgument in try TimeArgument(text) }
}

/// A key that is ready to sign.
struct SigningKey: Sendable {
    let signer: JWTSigner
    let algorithm: JWSAlgorithm
    let keyID: KeyID?
    let thumbprint: KeyID
}
