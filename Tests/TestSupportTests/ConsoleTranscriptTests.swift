import Foundation
import TestSupport
import Testing

@Suite struct ConsoleTranscriptTests {
    @Test func finds_commands_outputs_and_exit_statuses() throws {
        let transcript = try ConsoleTranscript(
            markdown: """
                Text.

                ```console
                $ first \\
                    --option
                one

                two
                [exit status 2]
                $ second
                ```

                1. In a list:

                   ```console
                   $ third
                     indented
                   ```

                ```sh
                $ not a transcript
                ```

                ````markdown
                ```console
                $ shown, not run
                ```
                ````

                ```console no-run
                $ reaches the network
                ```
                """)
        #expect(transcript.steps.map(\.command) == ["first \\\n    --option", "second", "third"])
        #expect(transcript.steps.map(\.expected.lines) == [["one", "", "two"], [], ["  indented"]])
        #expect(transcript.steps.map(\.exitStatus) == [2, 0, 0])
        #expect(transcript.steps.map(\.line) == [4, 10, 16])
        #expect(transcript.skippedBlocks == 1)
    }

    @Test(arguments: [
        (markdown: "```console\noutput\n```", line: 2),
        ("\n```console norun\n$ true\n```", 2),
        ("text\n```console\n$ true\n", 2),
    ])
    func refuses_what_would_be_passed_over(markdown: String, line: Int) {
        let error = #expect(throws: ConsoleTranscript.SyntaxError.self) {
            try ConsoleTranscript(markdown: markdown)
        }
        #expect(error?.line == line)
    }
}

@Suite struct TranscriptRunnerTests {
    /// Any executable will do: these transcripts use the shell alone.
    private let runner = TranscriptRunner(binary: URL(filePath: "/bin/sh"))

    private func mismatches(_ lines: String...) throws -> [TranscriptRunner.Mismatch] {
        try runner.run(ConsoleTranscript(markdown: (["```console"] + lines + ["```"]).joined(separator: "\n")))
    }

    @Test func merges_both_streams_in_order() throws {
        #expect(try mismatches("$ echo a; echo b >&2; echo c", "a", "b", "c").isEmpty)
    }

    @Test func keeps_files_from_step_to_step_and_starts_each_transcript_in_an_empty_folder() throws {
        #expect(try mismatches("$ ls -A", "$ echo kept > file", "$ cat file", "kept").isEmpty)
        #expect(try mismatches("$ ls -A").isEmpty)
    }

    @Test func gives_a_bare_environment_with_the_command_first_on_the_path() throws {
        #expect(
            try mismatches(
                "$ unset PWD OLDPWD SHLVL _; env | cut -d= -f1 | sort", "FIXTURES", "HOME", "LC_ALL", "PATH", "TZ",
                "$ test \"$HOME\" = \"$(pwd)\"",
                "$ authkeys -c 'echo run'", "run",
                "$ ls \"${PATH%%:*}\"", "authkeys"
            ).isEmpty)
    }

    @Test func has_no_input_and_no_terminal() throws {
        #expect(try mismatches("$ cat", "$ (: < /dev/tty) 2> /dev/null", "[exit status 2]").isEmpty)
    }

    @Test(arguments: [
        ["$ echo a", "b"],
        ["$ echo a", "a", "a"],
        ["$ printf 'a\\nb\\n'", "a"],
        ["$ false"],
        ["$ true", "[exit status 1]"],
        ["$ kill -9 $$", "[exit status 9]"],
        ["$ authkeys-that-is-not-there"],
    ])
    func tells_what_differs(lines: [String]) throws {
        let found = try runner.run(
            ConsoleTranscript(markdown: (["```console"] + lines + ["```"]).joined(separator: "\n")))
        #expect(found.count == 1)
        #expect(found.first?.step.line == 2)
    }

    @Test func shows_expected_and_actual() throws {
        let mismatch = try #require(try mismatches("$ echo a; exit 3", "b").first)
        #expect(
            mismatch.description == """
                $ echo a; exit 3
                expected:
                    b
                    [exit status 0]
                actual:
                    a
                    [exit status 3]
                """)
    }

    @Test func refuses_a_binary_that_is_not_there() throws {
        let transcript = try ConsoleTranscript(markdown: "```console\n$ true\n```")
        #expect(throws: ChildProcess.Failure.self) {
            try TranscriptRunner(binary: URL(filePath: "/nowhere/authkeys")).run(transcript)
        }
    }
}
