package import CryptoOpenSSL
package import Encodings
package import HostSystem

/// Reads the passphrase of a key from where it was named, or asks for it on the terminal; never from an argument.
package struct PassphraseReader: Sendable {
    /// In bytes; libcrypto's own prompt takes no longer one.
    package static let longest = 1_024

    private let inputs: InputReader
    private let terminal: TerminalPrompt

    package init(inputs: InputReader, terminal: TerminalPrompt = TerminalPrompt()) {
        self.inputs = inputs
        self.terminal = terminal
    }

    /// The passphrase of something that is already encrypted.
    ///
    /// - Parameters:
    ///   - subject: what it opens, as messages call it: ``InputSource/displayName``.
    ///   - source: what `--passphrase-from` names; nil asks.
    /// - Throws: `passphrase.*`; what ``InputReader/read(_:limit:)`` throws.
    package func passphrase(
        of subject: String, from source: InputSource?
    ) throws(AuthKeysError) -> SecretBytes {
        if let source { return try read(source) }
        return try ask("Passphrase of \(subject): ")
    }

    /// The passphrase for something that is about to be encrypted: asked for twice, because a slip would lose it.
    ///
    /// - Throws: what ``passphrase(of:from:)`` throws; `passphrase.mismatch`.
    package func newPassphrase(
        for subject: String, from source: InputSource?
    ) throws(AuthKeysError) -> SecretBytes {
        if let source { return try read(source) }
        let passphrase = try ask("New passphrase for \(subject): ")
        guard try ask("The same again: ").isEqual(to: passphrase) else {
            throw AuthKeysError(
                PassphraseCode.mismatch, "the passphrase was typed twice, and the two differ", hint: "try again")
        }
        return passphrase
    }

    private func ask(_ question: String) throws(AuthKeysError) -> SecretBytes {
        var builder = SecretBuilder(reservingCapacity: Self.longest)
        try terminal.readHidden(question, limit: Self.longest, into: &builder)
        let passphrase = builder.finish()
        guard passphrase.count > 0 else { throw Self.empty("what was typed is empty") }
        return passphrase
    }

    /// One line feed at the end of a file belongs to the file: editors and `echo` put it there. A variable has none.
    private func read(_ source: InputSource) throws(AuthKeysError) -> SecretBytes {
        let text: SecretBytes
        do throws(AuthKeysError) { text = try inputs.read(source, limit: Self.longest + 2) } catch {
            throw Self.withoutRepeating(source, error)
        }
        let isVariable = if case .environment = source { true } else { false }
        return try text.withBytes { bytes throws(AuthKeysError) in
            var count = bytes.count
            if !isVariable, count > 0, bytes[count - 1] == UInt8(ascii: "\n") {
                count -= 1
                if count > 0, bytes[count - 1] == UInt8(ascii: "\r") { count -= 1 }
            }
            let line = bytes.extracting(..<count)
            guard count > 0 else { throw Self.empty("\(source.displayName) holds an empty passphrase") }
            guard count <= Self.longest else {
                throw AuthKeysError(
                    PassphraseCode.tooLong,
                    "\(source.displayName) holds a passphrase of more than \(Self.longest) bytes",
                    hint: "check that it is the file that was meant")
            }
            for index in line.indices where [0x0A, 0x0D].contains(line[index]) {
                throw AuthKeysError(
                    PassphraseCode.severalLines,
                    "\(source.displayName) holds more than one line; a passphrase is one",
                    hint: "keep the passphrase in a file of its own: openssl would read its first line alone")
            }
            return SecretBytes(copying: line)
        }
    }

    /// A name that leads nowhere may be the passphrase itself.
    private static func withoutRepeating(_ source: InputSource, _ error: AuthKeysError) -> AuthKeysError {
        guard case .file = source, [FileCode.missing.code, FileCode.notAFolder.code].contains(error.code) else {
            return error
        }
        return AuthKeysError(
            FileCode.missing, "there is no such file to read the passphrase from; its name is not repeated here",
            hint: "give the path of a file that holds the passphrase, not the passphrase, and no 'file:' or 'pass:' "
                + "before it; or env:NAME")
    }

    private static func empty(_ what: String) -> AuthKeysError {
        AuthKeysError(
            PassphraseCode.empty, "\(what); a passphrase has at least one character",
            hint: "a key without a passphrase needs none of these options")
    }
}
