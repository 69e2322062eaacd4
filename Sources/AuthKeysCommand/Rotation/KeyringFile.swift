internal import AuthKeysJOSE
internal import CommandOptions
internal import CryptoOpenSSL
internal import Encodings
internal import HostSystem
internal import KeyRotation

/// The file of a keyring: read as it is, changed under its lock.
struct KeyringFile: Sendable {
    static let argument = ArgumentSpec(
        .file("KEYRING"), help: "The keyring, a file that 'authkeys rotation init' made.")

    static let passphraseFrom = Option(
        "passphrase-from", metavar: .source,
        help: "Where the passphrase of a sealed keyring is: a file, '-', or env:NAME.",
        default: .described("a prompt on the terminal")
    ) { (text: String) throws(UsageError) -> InputSource in try InputSource(text) }

    let path: String
    let passphraseSource: InputSource?
    private let isQuiet: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        self.init(
            path: try Self.path(arguments.required(Self.argument)),
            passphraseSource: try arguments.value(of: Self.passphraseFrom),
            isQuiet: arguments.contains(CommandTree.quiet))
    }

    init(path: String, passphraseSource: InputSource?, isQuiet: Bool) {
        self.path = path
        self.passphraseSource = passphraseSource
        self.isQuiet = isQuiet
    }

    static func path(_ text: String) throws(UsageError) -> String {
        guard case .file(let path) = try InputSource(text) else {
            throw UsageError(.invalidValue, "a keyring is a file, and this is none", hint: "name the file")
        }
        return path
    }

    var name: String { "'\(path)'" }
    /// As it is typed in a hint.
    var word: String { shellWord(path) }

    struct Opened: Sendable {
        var keyring: Keyring
        /// `nil` for a keyring that is not sealed.
        let passphrase: SecretBytes?
    }

    /// Without the lock: a rename shows the old file or the new one.
    func read(_ context: CommandContext) throws(AuthKeysError) -> Opened {
        // First, so that a change in between makes the keyring the newer of the two.
        let mark = LockMark.value(beside: path)
        let text = try context.inputs.read(.file(path), limit: Keyring.fileSizeLimit)
        let isSealed = text.withBytes { SealedKeyring.isSealed($0) }
        let passphrase = try isSealed ? context.passphrases.passphrase(of: name, from: passphraseSource) : nil
        let keyring = try parse(text, passphrase)
        try requireNewest(keyring, mark)
        return Opened(keyring: keyring, passphrase: passphrase)
    }

    /// - Throws: `rotation.rolled-back`.
    private func requireNewest(_ keyring: Keyring, _ mark: Int64?) throws(AuthKeysError) {
        guard let mark, mark > keyring.generation else { return }
        throw AuthKeysError(
            RotationCode.rolledBack,
            "\(name) is of generation \(keyring.generation), and generation \(mark) was written here: an old copy was put "
                + "back",
            hint:
                "nothing was changed; use the newest copy. If this is the one that is meant, and it publishes what is "
                + "live: rm \(shellWord("\(path).lock"))")
    }

    /// The lock is held while a hook runs, which would wait for itself.
    /// - Throws: `rotation.impossible`.
    private func refuseInsideHook(_ context: CommandContext) throws(AuthKeysError) {
        guard context.environment["AUTHKEYS_GENERATION"] != nil, let other = context.environment["AUTHKEYS_KEYRING"]
        else { return }
        let place = FilePlace(of: path)
        guard path.utf8.elementsEqual(other.utf8) || place != nil && place == FilePlace(of: other) else { return }
        throw AuthKeysError(
            RotationCode.impossible,
            "a hook of \(name) runs this, and the keyring is locked until the hook has ended",
            hint: "nothing was changed; change and confirm it after the hook, from cron")
    }

    private func parse(_ text: SecretBytes, _ passphrase: SecretBytes?) throws(AuthKeysError) -> Keyring {
        do throws(AuthKeysError) {
            let isSealed = text.withBytes { SealedKeyring.isSealed($0) }
            guard isSealed == (passphrase != nil), isSealed || passphraseSource == nil else {
                throw AuthKeysError(
                    RotationCode.notSealed,
                    isSealed ? "it was sealed meanwhile" : "a passphrase was given, and the keyring is not sealed",
                    hint: "if it was, somebody put another file in its place; else leave --passphrase-from out")
            }
            let opened =
                if let passphrase {
                    try text.withBytes { bytes throws(AuthKeysError) in
                        try SealedKeyring.open(bytes, passphrase: passphrase)
                    }
                } else { text }
            return try opened.withBytes { bytes throws(AuthKeysError) in try Keyring(parsing: bytes) }
        } catch { throw error.about(name) }
    }

    // MARK: - Changing it

    /// Reads it once more under its lock, and lets `body` change and save it, more than once if it must.
    func update<Result>(
        _ opened: Opened, _ context: CommandContext, patience: LockPatience = LockPatience(),
        _ body: (inout Keyring, (inout Keyring) throws(AuthKeysError) -> Void) throws(AuthKeysError) -> Result
    ) throws(AuthKeysError) -> Result {
        try refuseInsideHook(context)
        return try writer(replacing: true).lockedByFile(
            patience: patience, onWait: { if !isQuiet { context.console.noteWaitForKeyring(path) } }
        ) { file throws(AuthKeysError) in
            var builder = SecretBuilder()
            try file.read(limit: Keyring.fileSizeLimit, into: &builder)
            var keyring = try parse(builder.finish(), opened.passphrase)
            try requireNewest(keyring, file.mark?.value)
            return try body(&keyring) { keyring throws(AuthKeysError) in
                keyring.generation += 1
                try file.write(contents(of: keyring, opened.passphrase))
                file.mark?.set(keyring.generation)
            }
        }
    }

    /// Makes the file of a new keyring.
    func create(_ keyring: inout Keyring, passphrase: SecretBytes?, _ context: CommandContext) throws(AuthKeysError) {
        keyring.generation = 1
        let contents = try contents(of: keyring, passphrase)
        try writer(replacing: false).lockedByFile(
            onWait: { if !isQuiet { context.console.noteWaitForKeyring(path) } }
        ) { file throws(AuthKeysError) in
            // What is left of another keyring of that name says nothing about this one.
            file.mark?.set(0)
            try file.write(contents)
            file.mark?.set(1)
        }
    }

    func check() throws(AuthKeysError) { try writer(replacing: false).check() }

    private func writer(replacing: Bool) -> FileWriter {
        FileWriter(
            destination: path, isSecret: true, replacing: replacing,
            wording: OptionWording(destinationOption: "KEYRING", replaceOption: nil, suggestedName: "keyring.json"))
    }

    /// Read back before it is written: a keyring that cannot be opened again would be lost.
    private func contents(
        of keyring: Keyring, _ passphrase: SecretBytes?
    ) throws(AuthKeysError) -> any ByteSource {
        let text = try keyring.fileContents()
        do throws(AuthKeysError) {
            let again = try text.withBytes { bytes throws(AuthKeysError) in try Keyring(parsing: bytes) }
            guard again.schedule == keyring.schedule, again.history == keyring.history else {
                throw AuthKeysError(InternalCode.proofFailed, "it holds something else")
            }
        } catch {
            throw AuthKeysError(
                InternalCode.proofFailed, "the keyring did not pass its own check: \(error.message)",
                hint: "nothing was written; please report this with the output of 'authkeys --version'",
                underlying: [error.description])
        }
        guard let passphrase else { return text }
        return try SealedKeyring.seal(text, passphrase: passphrase)
    }
}

extension Console {
    func noteWaitForKeyring(_ path: String) {
        note("waiting for another process, which holds the lock of '\(path)'")
    }
}
