import Encodings
import Foundation
import TestSupport
import Testing

/// `authkeys jwt verify --lines` while tokens still come: the built binary.
@Suite struct JWTVerifyLinesConversationTests {
    private static let key = Repository.root.appending(path: "Fixtures/keys/rfc7515-a2.pkcs8.pem").path
    private static let command = [
        Repository.commandBinary.path, "jwt", "verify", "--lines", "--key", key, "--any-issuer", "--any-audience",
    ]

    /// - Parameter starter: what starts it in place of the test.
    private func process(_ starter: String...) throws -> PipedProcess {
        let words = starter + Self.command
        // The address sanitizer would keep much of what is freed, and memory is measured here.
        let environment = ["PATH": "/usr/bin:/bin", "ASAN_OPTIONS": "quarantine_size_mb=1"]
        return try PipedProcess(ChildProcess(words[0], Array(words.dropFirst()), environment: environment))
    }

    private static func beginning(_ line: Int) -> String {
        #"{"schema":"authkeys.verify-line/1","line":\#(line),"accepted":false,"#
    }

    @Test func aSlowWriterGetsItsAnswersBeforeItGoesOn() throws {
        let process = try process()
        for line in 1...20 {
            process.write("x\n")
            #expect(try process.readLine()?.hasPrefix(Self.beginning(line)) == true)
        }
        process.write("x\nx\nx")
        for line in 21...22 { #expect(try process.readLine()?.hasPrefix(Self.beginning(line)) == true) }
        process.write("y\n")
        #expect(try process.readLine()?.hasPrefix(Self.beginning(23)) == true)
        process.closeInput()
        #expect(try process.readLine() == nil)
        let end = try process.finish()
        #expect(end.termination == .exited(1))
        #expect(end.error.hasPrefix("authkeys: note: 23 tokens: 0 accepted, 23 refused\n"), "\(end.error)")
    }

    /// Though more could come on standard input.
    @Test func itEndsWhenNobodyReadsAnyMore() throws {
        let process = try process()
        process.write("x\n")
        #expect(try process.readLine()?.hasPrefix(Self.beginning(1)) == true)
        process.closeOutput()
        process.write("x\n")
        let end = try process.finish()
        #expect(end.termination == .exited(2))
        #expect(end.error == "")
    }

    /// What has been read of a line that is not there yet is no token.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP], ["", "ha"])
    func aSignalEndsItWithTheSummary(signal: Int32, rest: String) throws {
        let process = try process()
        process.write("x\n" + rest)
        #expect(try process.readLine()?.hasPrefix(Self.beginning(1)) == true)
        process.send(signal)
        #expect(try process.readLine() == nil)
        let end = try process.finish()
        #expect(end.termination == .signalled(signal))
        #expect(end.error.hasPrefix("authkeys: note: 1 token: 0 accepted, 1 refused\n"), "\(end.error)")
    }

    /// As `nohup` starts it, and a script what it puts into the background.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func aSignalThatWasIgnoredAtTheStartStaysIgnored(signal: Int32) throws {
        let process = try process("sh", "-c", "trap '' \(signal); exec \"$@\"", "sh")
        process.write("x\n")
        #expect(try process.readLine()?.hasPrefix(Self.beginning(1)) == true)
        process.send(signal)
        process.write("x\n")
        #expect(try process.readLine()?.hasPrefix(Self.beginning(2)) == true)
        process.closeInput()
        #expect(try process.readLine() == nil)
        let end = try process.finish()
        #expect(end.termination == .exited(1))
        #expect(end.error.hasPrefix("authkeys: note: 2 tokens: 0 accepted, 2 refused\n"), "\(end.error)")
    }

    /// The answers to these lines fill every pipe, so that it waits in the middle of writing one.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func aSignalEndsItThoughNobodyReads(signal: Int32) throws {
        let process = try process()
        process.write(String(repeating: "x\n", count: 5_000))
        #expect(try process.readLine()?.hasPrefix(Self.beginning(1)) == true)
        process.send(signal)
        let end = try process.finish()
        #expect(end.termination == .signalled(signal))
        #expect(end.error == "")
    }

    /// It was not ended by the signal, and not all was read.
    @Test func aSignalThatDoesNotEndItIsNoSuccess() throws {
        let script = Repository.root.appending(path: "Tests/Clients/signal_without_effect.py").path
        let process = try process("python3", script)
        process.write("x\n")
        #expect(try process.readLine()?.hasPrefix(Self.beginning(1)) == true)
        process.send(SIGTERM)
        #expect(try process.readLine() == nil)
        let end = try process.finish()
        #expect(end.termination == .exited(2))
        #expect(end.error.hasPrefix("authkeys: note: 1 token: 0 accepted, 1 refused\n"), "\(end.error)")
        #expect(end.error.contains("a signal ended the stream before its end [file.interrupted]"), "\(end.error)")
    }

    // MARK: - Progress

    private struct Shown: Decodable {
        let watched: String
        let quiet: String
        let dumb: String
    }

    /// On a terminal each, until the first has drawn it three times.
    @Test func theProgressIsDrawnOnATerminal() throws {
        let script = Repository.root.appending(path: "Tests/Clients/lines_progress.py").path
        let run = try ChildProcess("python3", [script] + Self.command).run()
        try #require(run.succeeded, "\(run.errorText)")
        let shown = try JSONDecoder().decode(Shown.self, from: Data(run.standardOutput))

        let drawn = shown.watched.matches(of: /\r\e\[Kauthkeys: (\d+) tokens, (\d+) refused/)
        let counts = drawn.compactMap { Int($0.1) }
        #expect(counts.count >= 3)
        #expect(counts == Array(Set(counts)).sorted())
        #expect(drawn.allSatisfy { $0.1 == $0.2 })
        let rest = shown.watched.dropFirst(drawn.map(\.0.count).reduce(0, +))
        // Taken away before the summary is there.
        let summary = try #require(
            rest.prefixMatch(of: /\r\e\[Kauthkeys: note: (\d+) tokens: 0 accepted, (\d+) refused/))
        #expect(try #require(counts.last) <= #require(Int(summary.1)))
        #expect(summary.1 == summary.2)

        #expect(shown.quiet == "")
        #expect(shown.dumb.hasPrefix("authkeys: note: \(summary.1) tokens: "), "\(shown.dumb)")
    }

    // MARK: - Memory

    /// - Parameter stalls: whether nobody reads an answer until it waits for that, with all that it keeps.
    @Test(arguments: [false, true]) func theMemoryDoesNotGrowWithTheStream(stalls: Bool) throws {
        let (few, many) = (try peak(lines: 10_000, stalls: stalls), try peak(lines: 200_000, stalls: stalls))
        #expect(many <= few * 6 / 5 + 2048, "\(few) kB for 10,000 lines, \(many) kB for 200,000")
    }

    /// The most memory that it had at once, in kB, as the kernel counts it for the program alone: what `wait4` reports
    /// begins with the memory of the process that started it.
    private func peak(lines: Int, stalls: Bool) throws -> Int {
        let process = try process()
        let thousand = String(repeating: "x\n", count: 1_000)
        let writer = Thread { for _ in 0..<(lines / 1_000) { process.write(thousand) } }
        writer.start()
        for line in 1...lines {
            guard try process.readLine() != nil else {
                Issue.record("ended in line \(line)")
                break
            }
            if stalls, line == 1 { process.waitUntilItWaits() }
        }
        let status = try String(contentsOfFile: "/proc/\(process.identifier)/status", encoding: .utf8)
        process.closeInput()
        #expect(try process.finish().termination == .exited(1))
        return try #require(status.firstMatch(of: /VmHWM:\s*([0-9]+) kB/).flatMap { Int($0.1) })
    }
}
