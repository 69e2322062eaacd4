internal import AuthKeysJOSE
internal import CommandOptions
internal import Consumers
internal import CryptoOpenSSL
internal import Encodings

/// `authkeys jwt verify`
struct JWTVerifyCommand: Command {
    static let lines = Flag(
        "lines", help: "Verify a stream, one token a line of standard input; print a line of JSON for each.")

    static let specification = CommandSpec(
        "verify", abstract: "Say whether a token is genuine, and why not.",
        discussion: [
            "Makes every check that can be made, and reports all that failed. The signature is verified with the one key "
                + "that the token names; nothing in the token chooses a key from elsewhere or an algorithm. Who signed and "
                + "for whom has to be said, or that it does not matter.",
            "Without anything else said, exp is required, RS256 is the only algorithm, and the clocks agree.",
            "'--profile NAME' also asks whether that consumer accepts the token, and repeats its words when it does not; "
                + "convex-auth verifies for the audience 'convex'.",
        ],
        arguments: [TokenInput.argument], options: VerifyOptions.specs + [lines.spec],
        optionGroups: VerifyOptions.groups,
        examples: [
            .init(
                "authkeys jwt verify token.jwt --jwks jwks.json --issuer https://example.com --audience api",
                "With the keys in a file."),
            .init(
                "pbpaste | authkeys jwt verify --discover https://example.com --audience api",
                "With the keys that the issuer publishes."),
            .init(
                "authkeys jwt verify token.jwt --jwks env:JWKS --profile convex-auth "
                    + "--issuer https://happy-animal-123.convex.site", "As Convex does it."),
        ],
        exitStatuses: [
            .init(0, "The token is accepted; of a stream, every one."),
            .init(1, "It is refused, or is no token; the checks say why."),
            .init(2, "The keys or the token could not be read or fetched."), .init(64, "The command line is wrong."),
        ])

    private let input: TokenInput
    private let options: VerifyOptions
    private let readsLines: Bool
    private let printsJSON: Bool
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let token = arguments.value(of: TokenInput.argument)
        input = try TokenInput(token)
        options = try VerifyOptions(arguments)
        readsLines = arguments.contains(Self.lines)
        printsJSON = arguments.contains(CommandTree.json)
        isQuiet = arguments.contains(CommandTree.quiet)
        if readsLines { try refuseWhatStreamsDoNotHave() }
        var sources = [options.keyOrigin.source, options.passphraseSource]
        if case .source(let source) = input { sources.append(source) }
        do throws(UsageError) {
            try InputSource.checkStandardInputIsReadOnce(sources)
        } catch {
            guard token == nil else { throw error }
            throw UsageError(
                error.kind, "standard input ('-') is named for the keys, and the token is read from there too",
                hint: "name a file or env:NAME for one of them")
        }
    }

    private func refuseWhatStreamsDoNotHave() throws(UsageError) {
        guard input == .source(.standardInput) else {
            throw UsageError(
                .conflictingOptions, "'--lines' reads tokens from standard input, and TOKEN names another place",
                hint: "leave one of them out; a file is read by '< FILE'")
        }
        guard options.profile.name == Profile.generic.name else {
            throw UsageError(
                .conflictingOptions, "'--lines' does not say what \(options.profile.name) makes of each token",
                hint: "leave --profile out, and name the audience")
        }
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let verification = try verification(context)
        if readsLines { return try verifyLines(with: verification.verifier, context) }
        let text = try input.read(context, limit: 4 * UnverifiedJWT.maximumLength, isQuiet: isQuiet)
        let token = text.withBytes { bytes in
            let token = bytes.extracting(TokenText.trimmed(bytes, 0..<bytes.count))
            return String(decoding: [UInt8](copying: token), as: UTF8.self)
        }
        guard !token.utf8.isEmpty else { throw input.nothingThere }
        let result = verification.result(of: token)
        if printsJSON {
            try context.console.print(result.json)
        } else if !result.isAccepted || !isQuiet {
            try context.console.print(result.lines.map { context.console.escaped($0) + "\n" }.joined())
        }
        return result.isAccepted ? .success : .negative
    }

    private func verifyLines(
        with verifier: JWTVerifier, _ context: CommandContext
    ) throws(AuthKeysError) -> ExitStatus {
        let options = options
        let summary = try JWTLines(
            verifier: verifier, now: { options.time.date(at: context.now()) }, console: context.console,
            isQuiet: isQuiet, processorCount: context.processorCount, descriptor: context.inputs.takeStandardInput()
        ).run()
        guard summary.total > 0 else {
            throw AuthKeysError(
                UsageCode.missingArgument, "there is no token on standard input",
                hint: "give one token a line; what was to write them may have failed")
        }
        return summary.refused == 0 ? .success : .negative
    }

    /// What one token and a stream of them are verified with: the keys are read, and the time is set.
    private func verification(_ context: CommandContext) throws(AuthKeysError) -> Verification {
        let keys = try options.keyOrigin.keys(
            context, passphraseSource: options.passphraseSource, isQuiet: isQuiet)
        return Verification(
            verifier: try keys.verifier(options), set: keys.document, profile: options.profile,
            settings: VerifierSettings(options.expectations), time: options.time.date(at: context.now()))
    }
}
