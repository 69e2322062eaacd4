package import Encodings
internal import Glibc

/// Asks on the terminal of the process for what nobody may see, whatever standard input and output are.
///
/// While it waits, what is typed is not shown. INT, TERM, HUP, QUIT and TSTP first get the terminal back as it was and
/// then do what they do; a process that was stopped asks again when it goes on.
package struct TerminalPrompt: Sendable {
    private let device: String

    package init(device: String = "/dev/tty") {
        self.device = device
    }

    /// Whether there is a terminal to ask on.
    package var isAvailable: Bool {
        (try? openTerminal()) != nil
    }

    /// Shows `question`, reads one line, and hands it on without its line feed.
    ///
    /// - Parameters:
    ///   - question: escaped here, because it can hold the name of a file.
    ///   - limit: the most bytes that are accepted.
    ///   - sink: gets nothing but the whole line.
    /// - Throws: `passphrase.no-terminal`, `passphrase.cancelled` when the input ends first, `passphrase.too-long`,
    ///   `file.failed`.
    package func readHidden(
        _ question: String, limit: Int, into sink: inout (some ByteSink & ~Copyable)
    ) throws(AuthKeysError) {
        let terminal = try openTerminal()
        var line = WipedBuffer(size: max(1, limit) + 1)
        let outcome: HiddenLine.Outcome
        do throws(SystemError) {
            outcome = try HiddenLine.read(from: terminal.number, Escaper.terminal(question), into: &line)
        } catch {
            throw AuthKeysError(
                FileCode.failed, "cannot ask on the terminal: \(error.text)",
                hint: "name where the passphrase is: --passphrase-from FILE, or --passphrase-from env:NAME")
        }
        switch outcome {
        case .line(let count): line.withBytes(count) { sink.append($0) }
        case .end:
            throw AuthKeysError(
                PassphraseCode.cancelled, "the input on the terminal ended before a passphrase was typed",
                hint: "type it and press Enter, or name a file that holds it: --passphrase-from FILE")
        case .tooLong:
            throw AuthKeysError(
                PassphraseCode.tooLong, "what was typed is longer than \(limit) bytes",
                hint: "choose a shorter passphrase")
        }
    }

    private func openTerminal() throws(AuthKeysError) -> OpenDescriptor {
        do throws(SystemError) {
            let descriptor = OpenDescriptor(
                takingOwnershipOf: try SystemCalls().open(device, in: AT_FDCWD, O_RDWR))
            guard isatty(descriptor.number) == 1 else { throw SystemError(ENOTTY) }
            return descriptor
        } catch {
            throw AuthKeysError(
                PassphraseCode.noTerminal, "a passphrase is needed, and there is no terminal to ask for it",
                hint: "name where it is: --passphrase-from FILE, or --passphrase-from env:NAME",
                underlying: ["\(device): \(error.text)"])
        }
    }
}
