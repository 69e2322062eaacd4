import AuthKeysCommand
import CryptoOpenSSL
import Encodings
import Foundation
import HostSystem
import Synchronization
import TestSupport
import Testing

/// A passphrase is one line, from where it was named or from the terminal.
@Suite struct PassphraseReaderTests {
    private func reader(_ variables: [String: String] = [:], terminal: String = "/none") -> PassphraseReader {
        let entries = variables.map { Array("\($0.key)=\($0.value)".utf8) }
        return PassphraseReader(
            inputs: InputReader(environment: ProcessEnvironment(entries: entries)),
            terminal: TerminalPrompt(device: terminal))
    }

    @Test(
        arguments: [
            ("secret", "secret", nil), ("secret\n", "secret", nil), ("secret\r\n", "secret", nil),
            (" a b \n", " a b ", nil),
            ("secret\n\n", nil, PassphraseCode.severalLines), ("\nsecret", nil, .severalLines),
            ("a\rb", nil, .severalLines),
            ("", nil, .empty), ("\n", nil, .empty), ("\r\n", nil, .empty), ("café\n", "café", nil),
        ] as [(String, String?, PassphraseCode?)])
    func oneLineFeedAtTheEndOfAFileIsNotPartOfIt(
        _ content: String, _ passphrase: String?, _ code: PassphraseCode?
    ) throws {
        try withTemporaryFolder { folder in
            let path = folder.appending(path: "pass").path
            try Data(content.utf8).write(to: URL(filePath: path))
            if let passphrase {
                #expect(text(try reader().passphrase(of: "'k'", from: .file(path))) == Array(passphrase.utf8))
                #expect(text(try reader().newPassphrase(for: "'k'", from: .file(path))) == Array(passphrase.utf8))
            } else {
                let error = #expect(throws: AuthKeysError.self) {
                    try reader().passphrase(of: "'k'", from: .file(path))
                }
                #expect(error?.code == code?.code)
                #expect(error?.message.contains("secret") == false)
            }
        }
    }

    @Test(arguments: ["hunter2", "pass:hunter2", "/dev/null/hunter2"])
    func aPassphraseInPlaceOfItsFileIsNotRepeated(_ argument: String) {
        let error = #expect(throws: AuthKeysError.self) {
            try reader().passphrase(of: "'k'", from: .file(argument))
        }
        #expect(error?.family == "file")
        #expect(error.map { "\($0)\($0.hint ?? "")\($0.underlying)".contains("hunter2") } == false)
    }

    @Test func aVariableIsTakenAsItIs() throws {
        let reader = reader(["P": "secret", "L": "secret\n", "E": ""])
        #expect(text(try reader.passphrase(of: "'k'", from: .environment(name: "P"))) == Array("secret".utf8))
        let cases: [(String, any CodeFamily)] = [
            ("L", PassphraseCode.severalLines), ("E", EnvironmentCode.empty), ("U", EnvironmentCode.unset),
        ]
        for (name, code) in cases {
            #expect(codeThrown { try reader.passphrase(of: "'k'", from: .environment(name: name)) } == code.code)
        }
    }

    @Test(arguments: [(1_024, nil), (1_025, PassphraseCode.tooLong), (1_026, .tooLong)] as [(Int, PassphraseCode?)])
    func theLimitIsTheLastLengthAccepted(_ length: Int, _ code: PassphraseCode?) throws {
        let reader = reader(["P": String(repeating: "x", count: length)])
        #expect(codeThrown { try reader.passphrase(of: "'k'", from: .environment(name: "P")) } == code?.code)
    }

    @Test func withoutASourceAndATerminalThereIsNone() {
        #expect(codeThrown { try reader().passphrase(of: "'k'", from: nil) } == PassphraseCode.noTerminal.code)
    }

    @Test(
        arguments: [
            (["secret\n"], false, "secret", nil), (["secret\n", "secret\n"], true, "secret", nil),
            (["secret\n", "other\n"], true, nil, PassphraseCode.mismatch), (["\n"], false, nil, .empty),
            (["\n"], true, nil, .empty), (["\u{4}"], false, nil, .cancelled),
        ] as [([String], Bool, String?, PassphraseCode?)])
    func theTerminalIsAskedTwiceForANewOne(
        _ lines: [String], _ isNew: Bool, _ passphrase: String?, _ code: PassphraseCode?
    ) throws {
        let terminal = try PseudoTerminal()
        let reader = reader(terminal: terminal.path)
        let result = Mutex<Result<[UInt8], any Error>?>(nil)
        let done = DispatchSemaphore(value: 0)
        Thread {
            let outcome = Result {
                text(
                    isNew
                        ? try reader.newPassphrase(for: "'k\u{1B}'", from: nil)
                        : try reader.passphrase(of: "'k\u{1B}'", from: nil))
            }
            result.withLock { $0 = outcome }
            done.signal()
        }.start()
        for line in lines {
            terminal.readPrompt()
            terminal.type(line)
        }
        done.wait()
        let outcome = try #require(result.withLock { $0 })
        #expect((try? outcome.get()) == passphrase.map { Array($0.utf8) })
        #expect(codeThrown { try outcome.get() } == code?.code)
        #expect(terminal.shown.hasPrefix(isNew ? "New passphrase for 'k\\u{1B}': " : "Passphrase of 'k\\u{1B}': "))
        #expect(!terminal.shown.contains("secret"))
    }
}

/// A terminal that nobody's process belongs to.
private final class PseudoTerminal {
    let path: String
    private(set) var shown = ""
    private let master: Int32
    /// Held open, so that reading from the other end goes on between two questions.
    private let slave: Int32

    init() throws {
        // What posix_openpt(3), unlockpt(3) and ptsname(3) do; Swift's Glibc module has none of them.
        let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
        master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (lock, number): (Int32, Int32) = (0, 0)
        try #require(unsafe ioctl(master, setLock, &lock) == 0)
        try #require(unsafe ioctl(master, getNumber, &number) == 0)
        path = "/dev/pts/\(number)"
        slave = unsafe open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    }

    deinit {
        close(slave)
        close(master)
    }

    /// Waits for the next question.
    func readPrompt() {
        var text = ""
        while !text.hasSuffix(": ") {
            var buffer = [UInt8](repeating: 0, count: 1_024)
            let count = unsafe read(master, &buffer, buffer.count)
            guard count > 0 else { return }
            text += String(decoding: buffer.prefix(count), as: UTF8.self)
        }
        shown += text
    }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = unsafe write(master, bytes, bytes.count)
    }
}
