import Encodings
import Foundation
import HostSystem
import TestSupport
import Testing

/// A secret that is typed is not shown, and the terminal is as it was whatever happens. Each runs on a terminal of its
/// own.
@Suite struct TerminalPromptTests {
    private struct Seen: Decodable {
        let echoes_while_asking: Bool
        let echoes_after: Bool
        let ending: String
        let printed: String
        let shown: String
        let stopped: String?
        let echoes_while_stopped: Bool?
        let echoes_again: Bool?
    }

    /// Built beside these tests.
    private static let probe = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "PromptProbe").path

    private func see(_ scenario: String) throws -> Seen {
        let outcome = try ChildProcess(
            "python3", [Repository.root.appending(path: "Tests/Clients/terminal.py").path, Self.probe, scenario]
        ).run()
        guard outcome.succeeded else { throw LoopbackServer.Failure(message: outcome.errorText) }
        return try JSONDecoder().decode(Seen.self, from: Data(outcome.standardOutput))
    }

    @Test(arguments: [
        (#"hunter2\n"#, "answer hunter2"), (#"hun\x7f\x7f\x7fsecret\n"#, "answer secret"), (#"\n"#, "answer"),
        (#"caf\xc3\xa9\n"#, "answer café"), (#"\x04"#, "error passphrase.cancelled"),
        (#"12345678901234567890\n"#, "answer 12345678901234567890"),
        (#"123456789012345678901\n"#, "error passphrase.too-long"),
        (#"1234567890123456789012345678901234567890\n"#, "error passphrase.too-long"),
        (#"12345678901234567890123456789012345678901\n"#, "error passphrase.too-long"),
    ])
    func whatIsTypedIsNotShown(_ keys: String, _ printed: String) throws {
        let seen = try see(keys)
        #expect(!seen.echoes_while_asking)
        #expect(seen.echoes_after)
        #expect(seen.printed == printed)
        #expect(seen.shown == "Secret: \n")
        #expect(seen.ending == "exit 0")
    }

    @Test(arguments: [
        (#"half\x03"#, SIGINT), ("signal-\(SIGTERM)", SIGTERM), ("signal-\(SIGHUP)", SIGHUP),
        ("signal-\(SIGINT)", SIGINT),
    ])
    func aSignalEndsTheProcessAfterTheTerminalIsAsItWas(_ scenario: String, _ signal: Int32) throws {
        let seen = try see(scenario)
        #expect(!seen.echoes_while_asking)
        #expect(seen.echoes_after)
        #expect(seen.ending == "signal \(signal)")
        #expect(seen.printed == "")
    }

    @Test func aStoppedProcessAsksAgain() throws {
        let seen = try see("stop")
        #expect(!seen.echoes_while_asking)
        #expect(seen.stopped == "stopped \(SIGTSTP)")
        #expect(seen.echoes_while_stopped == true)
        #expect(seen.echoes_again == false)
        #expect(seen.echoes_after)
        #expect(seen.printed == "answer hunter2")
    }

    /// A child of these tests has no terminal; a file is none either.
    @Test(arguments: ["/dev/null", "/none", "/dev/tty"]) func withoutATerminalThereIsAClearError(_ device: String)
        throws
    {
        if device == "/dev/tty" {
            #expect(try ChildProcess(Self.probe).run().outputText == "error passphrase.no-terminal\n")
            return
        }
        var answer: [UInt8] = []
        let error = thrownError { () throws(AuthKeysError) in
            try TerminalPrompt(device: device).readHidden("?", limit: 10, into: &answer)
        }
        #expect(error?.code == PassphraseCode.noTerminal.code)
        #expect(error?.hint?.contains("--passphrase-from") == true)
        #expect(!TerminalPrompt(device: device).isAvailable)
    }
}
