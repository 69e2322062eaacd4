internal import AuthKeysJOSE
internal import CommandOptions
internal import Consumers
internal import CryptoOpenSSL
internal import Encodings
internal import HostSystem

/// `authkeys generate`: the main job.
struct GenerateCommand: Command {
    static let specification = CommandSpec(
        "generate",
        abstract: "A key pair, its JWKS and the environment values, ready to use.",
        discussion: [
            "Makes an RSA key pair and writes a new folder with the private key (PKCS#8 PEM), the public key, the JWKS "
                + "and the values of JWT_PRIVATE_KEY and JWKS. The secret files have mode 0600, and a .gitignore in the "
                + "folder keeps them out of git.",
            "Before anything is written, the very text is read back, a token is signed with the private key in it and "
                + "verified with the JWKS in it, and the consumer's own reader and limits are applied. The folder "
                + "appears whole or not at all.",
            "No secret is printed unless '--out -' asks for it.",
        ],
        options: [
            GenerateOptions.out.spec, GenerateOptions.bits.spec, GenerateOptions.kid.spec, GenerateOptions.profile.spec,
            GenerateOptions.format.spec, GenerateOptions.force.spec,
        ],
        examples: [
            .init("authkeys generate", "Make the folder auth-keys for Convex Auth."),
            .init("authkeys generate --out - | npx convex env set", "Hand both values to a Convex deployment."),
            .init("authkeys generate --profile generic --bits 3072", "For any other service that signs RS256."),
        ],
        exitStatuses: [
            .init(0, "The keys are there, and were proved."),
            .init(
                2,
                "A file or folder could not be written, or exists; nothing was left behind, unless the message says so."
            ),
            .init(64, "The command line is wrong."),
            .init(70, "The keys did not pass their own proof; nothing was written."),
        ])

    private let options: GenerateOptions

    init(_ arguments: ParsedArguments) throws(UsageError) {
        options = try GenerateOptions(arguments)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        switch options.destination {
        case .standardOutput: try printValues(context)
        case .folder(let path): try writeFolder(path, context)
        }
        return .success
    }

    private func printValues(_ context: CommandContext) throws(AuthKeysError) {
        let pair = try makePair(context)
        let values = try pair.values(options.format)
        try KeyPairProof(pair, at: context.now()).check(values, options.format)
        if context.console.isGitHubActions { try context.console.printToError(GitHubMasks.commands(for: pair)) }
        try context.console.print(values)
    }

    private func writeFolder(_ path: String, _ context: CommandContext) throws(AuthKeysError) {
        let writer = FolderWriter(
            destination: path, fileNames: KeyPairFolder.everyFileName, replacing: options.isReplacing,
            wording: OptionWording(
                destinationOption: "--out", replaceOption: "--force", suggestedName: KeyPairFolder.defaultName))
        try writer.check()
        let pair = try makePair(context)
        let folder = try KeyPairFolder(pair, format: options.format)
        try KeyPairProof(pair, at: context.now()).check(folder)
        let written = try writer.write(folder.files, at: context.now())
        try tell(GenerateReport(pair: pair, folder: folder, written: written), context.console)
    }

    private func tell(_ report: GenerateReport, _ console: Console) throws(AuthKeysError) {
        do throws(AuthKeysError) {
            if options.printsJSON {
                try console.print(report.json)
            } else if !options.isQuiet {
                try console.print(report.text(console.escaped))
            }
        } catch {
            // Said even where the reader has only closed the pipe: the exit status alone reads as if there were no keys.
            throw AuthKeysError(
                FileCode.notReported, "'\(report.written.folder)' is written and whole, but \(error.message)",
                hint: "use the keys that are there; '--quiet' prints nothing", underlying: [error.description])
        }
    }

    private func makePair(_ context: CommandContext) throws(AuthKeysError) -> KeyPair {
        try KeyPair.generate(
            options.size, keyID: options.keyID, profile: options.profile, isQuiet: options.isQuiet, context)
    }
}
