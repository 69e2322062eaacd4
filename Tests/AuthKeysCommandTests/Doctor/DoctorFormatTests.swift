import AuthKeysCommand
import Foundation
import TestSupport
import Testing

@Suite struct DoctorFormatTests {
    /// A set that is not JSON, so that there is something to say.
    private static let environment = ["JWKS": "{<img src=x>\n::error::x"]

    private static func run(
        _ arguments: [String], _ more: [String: String] = [:], output: BufferStream = BufferStream()
    ) -> ToolRun {
        ToolRun(["doctor"] + arguments, environment: environment.merging(more) { $1 }, output: output)
    }

    @Test(arguments: [
        ([], "1 error: "), (["--format", "text"], "1 error: "), (["--json"], "{\"schema\":\"authkeys.doctor/1\","),
        (["--format", "json", "--json"], "{\"schema\":\"authkeys.doctor/1\","), (["--format", "junit"], "<?xml "),
        (["--format", "sarif"], "{\"$schema\":\"https://docs.oasis-open.org/sarif/"),
        (["--format", "github"], "1 error: "),
        (["--format", "html"], "<!DOCTYPE html>\n"), (["--format", "html", "--out", "-"], "<!DOCTYPE html>\n"),
    ])
    func each_format_goes_to_standard_output(arguments: [String], start: String) {
        let run = Self.run(arguments)
        #expect(run.status == .negative && run.output.hasPrefix(start) && run.error == "")
        #expect(run.output.hasSuffix("\n"))
    }

    @Test func a_report_goes_to_a_file() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "report.html").path
            let first = Self.run(["--format", "html", "--out", file])
            #expect(first.status == .negative && first.output == "")
            #expect(first.error.hasPrefix("authkeys: note: 1 error: "))
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.hasPrefix("<!DOCTYPE html>") && !text.contains("<img"))
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o644)
            #expect(Self.run(["--format", "html", "--out", file]).error.contains("[file.exists]"))
            let again = Self.run(["--format", "text", "--out", file, "--force", "--quiet"])
            #expect(again.status == .negative && again.error == "")
            #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("1 error: "))
        }
    }

    @Test(arguments: [
        ["--json", "--format", "text"], ["--json", "--format", "html"], ["--format", "pdf"], ["--force"],
        ["--out", ""],
    ])
    func what_contradicts_itself_is_a_usage_error(arguments: [String]) {
        #expect(Self.run(arguments).status.rawValue == 64)
    }

    @Test func a_summary_is_added_to_that_of_the_job() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "summary").path
            try Data("# What others wrote\n\n".utf8).write(to: URL(filePath: file))
            for format in ["text", "github", "html"] {
                _ = Self.run(["--format", format], ["GITHUB_STEP_SUMMARY": file])
            }
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.hasPrefix("# What others wrote\n\n<div>\n<h2>✗ 1 error: ") && text.hasSuffix("</div>\n\n"))
            #expect(text.components(separatedBy: "<h2>").count == 2)
            // What is there counts towards the limit.
            try Data(count: 1 << 20).write(to: URL(filePath: file))
            _ = Self.run(["--format", "github"], ["GITHUB_STEP_SUMMARY": file])
            #expect(try Data(contentsOf: URL(filePath: file)).count == 1 << 20)
        }
    }

    @Test func a_summary_that_cannot_be_written_is_a_warning() {
        let run = Self.run(["--format", "github"], ["GITHUB_STEP_SUMMARY": "/nowhere/summary"])
        #expect(run.status == .negative && run.output.hasPrefix("1 error: "))
        #expect(
            run.error.hasPrefix(
                "authkeys: warning: the summary of the job is left out: cannot write '/nowhere/summary'"))
    }

    @Test func colour_is_for_terminals() {
        let escape = "\u{1B}["
        #expect(Self.run([], output: BufferStream(isTerminal: true)).output.contains(escape))
        #expect(!Self.run([], ["NO_COLOR": "1"], output: BufferStream(isTerminal: true)).output.contains(escape))
        #expect(!Self.run([]).output.contains(escape))
        #expect(!Self.run(["--format", "junit"], output: BufferStream(isTerminal: true)).output.contains(escape))
    }

    @Test func a_job_obeys_nothing_of_the_text() {
        let run = Self.run([], ["GITHUB_ACTIONS": "true"])
        #expect(!run.output.contains("::") && !run.output.contains("##"))
    }

    @Test func quiet_leaves_out_what_is_not_wrong() {
        #expect(Self.run([]).output.contains("\nnot checked:\n"))
        #expect(!Self.run(["--quiet"]).output.contains("not checked:"))
        #expect(Self.run(["--quiet"]).output.contains("error: "))
    }
}
