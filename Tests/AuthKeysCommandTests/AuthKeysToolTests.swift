import AuthKeysCommand
import CommandOptions
import Encodings
import Foundation
import TestSupport
import Testing

/// What leaves the tool: on which stream, escaped for whom, and with which exit status.
@Suite struct AuthKeysToolTests {
    typealias ExitStatus = AuthKeysCommand.ExitStatus  // not Testing's

    @Test func the_tables_of_the_commands_are_sound() {
        #expect(CommandTree.root.specificationFaults == [])
    }

    // MARK: - Streams

    @Test(arguments: [
        (arguments: ["--help"], status: ExitStatus.success, onOutput: true),
        (["--version"], .success, true), (["help", "generate"], .success, true), ([], .usage, false),
        (["generate", "--bits", "17"], .usage, false), (["nope"], .usage, false),
        (["generate", "--out", "/nowhere/to/be/found"], .failure, false), (["generate", "--out", "-"], .success, true),
    ])
    func data_goes_to_output_and_messages_to_error(arguments: [String], status: ExitStatus, onOutput: Bool) {
        let run = ToolRun(arguments)
        #expect(run.status == status)
        #expect(run.output.isEmpty != onOutput)
        #expect(run.error.isEmpty == onOutput)
    }

    @Test(arguments: [
        (failure: FileCode.closed, message: ""),
        (.noSpace, "authkeys: error: cannot write to a stream that fails [file.no-space]\n"),
        (.failed, "authkeys: error: cannot write to a stream that fails [file.failed]\n"),
    ])
    func an_output_that_cannot_be_written_is_a_failure(failure: FileCode, message: String) {
        for arguments in [["--help"], ["--version"], ["generate", "--out", "-"]] {
            let run = ToolRun(arguments, output: BufferStream(failingWith: failure))
            #expect(run.status == .failure)
            #expect(run.error == message)
        }
    }

    @Test(arguments: [FileCode.closed, .noSpace, .failed])
    func keys_that_are_there_are_not_kept_quiet_about(failure: FileCode) throws {
        try withTemporaryFolder { folder in
            let out = folder.appending(path: "keys").path
            let run = ToolRun(["generate", "--out", out], output: BufferStream(failingWith: failure))
            #expect(run.status == .failure)
            #expect(
                run.error.hasPrefix(
                    "authkeys: error: '\(out)' is written and whole, but cannot write to a stream that fails "
                        + "[file.not-reported]\n"))
        }
    }

    @Test func help_fits_the_terminal_and_is_bold_there() {
        let output = BufferStream(isTerminal: true, terminalWidth: 50)
        let run = ToolRun(["generate", "--help"], output: output)
        #expect(run.output.contains("\u{1B}[1mUsage:\u{1B}[0m\n"))
        let examples = run.output.split(separator: "\n").filter { !$0.contains("\u{1B}") && !$0.contains("authkeys ") }
        #expect(examples.allSatisfy { $0.unicodeScalars.count <= 50 })
        for plain in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
            let output = BufferStream(isTerminal: true)
            #expect(!ToolRun(["--help"], environment: plain, output: output).output.contains("\u{1B}"))
        }
    }

    // MARK: - Text from outside

    /// Text that does in the log of these tests, where its bytes are shown, nothing of what it is made for.
    struct Hostile: Sendable, CustomTestStringConvertible {
        let text: String
        var testDescription: String { text.utf8.map { String($0, radix: 16) }.joined(separator: " ") }
    }

    /// Each with what a terminal or the runner of a job would make a command of.
    static let hostile = [
        "\u{1B}[31mred", "\u{1B}]0;title\u{07}", "\u{9B}31m", "line\nauthkeys: error: forged", "back\r\u{8}\u{7F}",
        "\u{202E}gnp.exe", "\u{2066}isolate\u{2069}", "\u{2028}separator", "::error::x", "x\n::add-mask::y",
        "##[error]x",
        "##vso[task.setvariable]x", ":", "::", "#",
    ].map(Hostile.init)

    static let places: [[String]] = [
        ["%"], ["help", "%"], ["generate", "%"], ["generate", "--%"], ["generate", "-%"], ["generate", "--kid", "%"],
        ["generate", "--bits", "%"], ["generate", "--profile", "%"], ["generate", "--format=%"],
        ["generate", "--json=%"], ["generate", "--out", "%/nowhere"], ["generate", "--out", "/dev/null/%"],
        ["--version", "%"],
    ]

    @Test(arguments: hostile, places)
    func is_escaped_in_every_message(hostile: Hostile, place: [String]) {
        let arguments = place.map { $0.replacing("%", with: hostile.text) }
        for environment in [[:], ["GITHUB_ACTIONS": "true"]] {
            let run = ToolRun(arguments, environment: environment)
            #expect(run.status == .usage || run.status == .failure)
            #expect(run.output.isEmpty)
            #expect(run.error.hasSuffix("\n"))
            for line in run.error.utf8.dropLast().split(separator: UInt8(ascii: "\n")).map({ String($0) ?? "" }) {
                #expect(line.hasPrefix("authkeys: error: ") || line.hasPrefix("authkeys: hint: "))
                #expect(!line.unicodeScalars.contains(where: Self.isHostile))
                if !environment.isEmpty { #expect(!line.contains("::") && !line.contains("##")) }
            }
            #expect(run.error.utf8.count { $0 == UInt8(ascii: "\n") } <= 2)
        }
    }

    private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: scalar.properties.isBidiControl
        }
    }

    // MARK: - Masks

    /// A mask that comes after the secret is too late.
    @Test(arguments: ["dotenv", "json"])
    func masks_come_before_what_they_mask(format: String) throws {
        let both = BufferStream()
        let run = ToolRun(
            ["generate", "--out", "-", "--format", format], environment: ["GITHUB_ACTIONS": "true"], output: both,
            error: both)
        let lines = run.output.split(separator: "\n")
        let firstOther = try #require(lines.firstIndex { !$0.hasPrefix("::add-mask::") })
        #expect(firstOther > 5)
        #expect(lines[firstOther...].allSatisfy { !$0.hasPrefix("::") })
    }

    @Test func a_secret_that_cannot_be_masked_is_not_printed() {
        let run = ToolRun(
            ["generate", "--out", "-"], environment: ["GITHUB_ACTIONS": "true"],
            error: BufferStream(failingWith: .noSpace))
        #expect(run.status == .failure)
        #expect(run.output.isEmpty)
    }
}
