import TestSupport
import Testing

@Suite struct ChildProcessTests {
    @Test func keeps_the_streams_apart() throws {
        let outcome = try ChildProcess("sh", ["-c", "echo out; echo err >&2; exit 7"]).run()
        #expect(outcome.outputText == "out\n")
        #expect(outcome.errorText == "err\n")
        #expect(outcome.termination == .exited(7))
    }

    @Test func moves_more_than_a_pipe_holds_in_both_directions() throws {
        let input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let outcome = try ChildProcess("sh", ["-c", "tee /dev/stderr"]).run(input: input)
        #expect(outcome.standardOutput == input)
        #expect(outcome.standardError == input)
    }

    @Test func survives_a_child_that_does_not_read() throws {
        let input = [UInt8](repeating: 0, count: 1_000_000)
        #expect(try ChildProcess("sh", ["-c", "exec 0<&-; echo done"]).run(input: input).outputText == "done\n")
    }

    @Test func reports_a_signal() throws {
        #expect(try ChildProcess("sh", ["-c", "kill -TERM $$"]).run().termination == .signalled(15))
    }

    @Test func gives_a_broken_pipe_its_default_meaning() throws {
        let outcome = try ChildProcess("sh", ["-c", "kill -PIPE $$; echo survived"]).run()
        #expect(outcome.termination == .signalled(13))
    }

    @Test func replaces_environment_and_folder() throws {
        let child = ChildProcess(
            "/bin/sh", ["-c", "echo $NAME $HOME; pwd"], environment: ["NAME": "v"], workingDirectory: "/usr")
        #expect(try child.run().outputText == "v\n/usr\n")
    }

    @Test func starts_a_program_by_its_path() throws {
        #expect(try ChildProcess("sh", ["-c", "echo $0"]).run().outputText == Executable.path(of: "sh") + "\n")
    }

    @Test func ends_a_child_that_does_not_end() {
        var child = ChildProcess("sh", ["-c", "tail -f /dev/null & tail -f /dev/null"])
        child.timeLimit = .milliseconds(200)
        let failure = #expect(throws: ChildProcess.Failure.self) { try child.run() }
        #expect(failure?.description.contains("did not end within its time limit") == true)
    }

    @Test(arguments: ["authkeys-no-such-program", "/nowhere/authkeys"])
    func names_a_program_that_is_missing(executable: String) {
        let failure = #expect(throws: ChildProcess.Failure.self) { try ChildProcess(executable).run() }
        #expect(failure?.description.contains(executable) == true)
    }
}
