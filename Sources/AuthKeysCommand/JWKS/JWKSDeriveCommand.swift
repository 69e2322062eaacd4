internal import AuthKeysJOSE
internal import CommandOptions
internal import Encodings

/// `authkeys jwks derive`
struct JWKSDeriveCommand: Command {
    static let sources = ArgumentSpec(
        .source, .oneOrMore, help: "Keys, private or public, in any form: paths, '-', or env:NAME.")
    static let kid = Option(
        "kid", metavar: "KID", help: "The name of the key; with one key only.",
        default: .described("its RFC 7638 thumbprint, or the kid of a JWK"), convert: GenerateOptions.kid.convert)

    static let specification = CommandSpec(
        "derive", abstract: "The public JWK set of one or more keys.",
        discussion: [
            "The keys stand in the order given: the one that signs first. Each has kty, use, alg, kid, n and e, in that "
                + "order, and no private member."
        ],
        arguments: [sources],
        options: [kid.spec, KeyConvertCommand.passphraseFrom.spec] + OutputOption.specs,
        examples: [
            .init("authkeys jwks derive jwt_private_key.pem", "Print the JWKS of a key."),
            .init("authkeys jwks derive new.pem old.pem --out jwks.json", "Two keys, the signing one first."),
        ],
        exitStatuses: [
            .init(0, "The set is written."),
            .init(2, "A key or file could not be read or written."),
            .init(64, "The command line is wrong."),
        ])

    private let sources: [InputSource]
    private let keyID: KeyID?
    private let passphraseSource: InputSource?
    private let output: OutputOption

    init(_ arguments: ParsedArguments) throws(UsageError) {
        var sources: [InputSource] = []
        for text in arguments.values(of: Self.sources) { sources.append(try InputSource(text)) }
        self.sources = sources
        keyID = try arguments.value(of: Self.kid)
        passphraseSource = try arguments.value(of: KeyConvertCommand.passphraseFrom)
        output = try OutputOption(arguments, isJSON: true)
        try InputSource.checkStandardInputIsReadOnce(sources + [passphraseSource])
        if keyID != nil, sources.count > 1 {
            throw UsageError(
                .conflictingOptions, "'--kid' names one key, and \(sources.count) are given",
                hint: "leave it out, and each key gets its thumbprint")
        }
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        try output.check(isSecret: false)
        let inputs = KeyInputs(context, passphraseSource: passphraseSource)
        var jwks: [JWK] = []
        for source in sources { jwks.append(try inputs.publicJWK(source, keyID: keyID)) }
        let text = try JWKSet(distinct: jwks).json.compactJSON + "\n"
        try output.write(Array(text.utf8), isSecret: false, context.console)
        return .success
    }
}

extension KeyInputs {
    /// The public JWK of a key: under the kid that is given, the one that a JWK has, or the thumbprint.
    func publicJWK(_ source: InputSource, keyID: KeyID?) throws(AuthKeysError) -> JWK {
        let given = try key(source)
        if case .privateKey(let key) = given.material { try KeyAgreement.require(key, in: source) }
        let publicKey = given.material.publicKey
        if let keyID = keyID ?? given.keyID { return JWK(publicKey, keyID: keyID) }
        return JWK(publicKey, keyID: try publicKey.thumbprint())
    }
}

extension JWKSet {
    /// - Throws: `jwks.duplicate-key` for a key that was given twice, and what ``init(_:)`` throws.
    fileprivate init(distinct jwks: [JWK]) throws(AuthKeysError) {
        var seen: [RSAPublicKey: Int] = [:]
        for (index, jwk) in jwks.enumerated() {
            guard let earlier = seen.updateValue(index, forKey: jwk.key) else { continue }
            throw AuthKeysError(
                JOSECode.duplicateKey, "key \(earlier + 1) and key \(index + 1) of those given are the same",
                hint: "give each key once, its private or its public half")
        }
        try self.init(jwks)
    }
}
