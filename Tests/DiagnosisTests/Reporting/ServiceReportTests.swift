import Diagnosis
import Encodings
import Foundation
import Testing

/// What goes to the services around a job.
@Suite struct ServiceReportTests {
    private static let date = NumericDate(secondsSince1970: 1_700_000_000)

    @Test(arguments: [SampleReports.broken, SampleReports.healthy, SampleReports.crowded])
    func tests_are_what_the_schema_describes(report: DiagnosisReport) throws {
        let read = try #require(try ReadReport.read([JUnitReport(date: Self.date).text(of: report)], as: .junit).first)
        #expect(read.errors == [])
        let cases = read.tags.count { $0 == "testcase classname name time" }
        #expect(cases == report.findings.count + report.passed.count + report.notChecked.count)
        #expect(read.tags.count { $0 == "failure type message" } == report.count(of: .error))
        #expect(read.tags.count { $0 == "skipped message" } == report.notChecked.count)
    }

    @Test func the_schema_refuses_what_it_does_not_know() throws {
        let text = JUnitReport(date: Self.date).text(of: SampleReports.healthy)
        for (old, new) in [
            ("<system-err>", "<system-oops>"), (" time=\"0\"", ""), ("2023-11-14T22:13:20", "2023-11-14"),
        ] {
            let changed = text.replacing(old, with: new).replacing(
                "</system-err>", with: old == "<system-err>" ? "</system-oops>" : "</system-err>")
            #expect(text.contains(old))
            #expect(try ReadReport.read([changed], as: .junit).first?.errors != [])
        }
    }

    @Test func a_suite_counts_its_tests() {
        let text = JUnitReport(date: Self.date).text(of: SampleReports.broken)
        #expect(
            text.hasPrefix(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites><testsuite id=\"0\" package=\"authkeys\""))
        #expect(
            text.contains(
                "timestamp=\"2023-11-14T22:13:20\" tests=\"10\" failures=\"3\" errors=\"0\" skipped=\"2\" time=\"0\">"))
        #expect(text.contains("<testcase classname=\"authkeys.jwk.missing-kid\" name=\"note: a key has no kid\""))
        #expect(
            text.contains(
                "<failure type=\"issuer.trailing-slash\" message=\"the issuer ends in a slash\">at deploy/prod.env:14\n"
            ))
    }

    @Test func annotations_point_at_the_line() throws {
        let lines = GitHubAnnotations().text(of: SampleReports.broken).split(separator: "\n").map(String.init)
        let commands = lines.compactMap { WorkflowCommand($0) }
        #expect(commands.map(\.name) == ["error", "error", "warning", "error", "notice"])
        #expect(commands[0].properties.map(\.name) == ["file", "line", "title"])
        #expect(commands[0].properties.map(\.value).prefix(2) == ["convex.env", "2"])
        #expect(commands[1].properties.map(\.name) == ["title"])
        #expect(commands[2].properties.map(\.name) == ["file", "title"])
        #expect(
            commands[0].message.hasPrefix("the JWKS holds no key that matches the private key\n- JWT_PRIVATE_KEY of"))
        #expect(lines.filter { $0.hasPrefix("good - ") }.count == 3)
        #expect(
            lines.contains(
                "not checked - whether the deployment has the same values: no deployment was named; to check it: "
                    + "authkeys doctor --live https://api.example.com"))
    }

    @Test func a_summary_has_what_was_found() throws {
        let text = GitHubJobSummary().text(of: SampleReports.broken)
        let read = try #require(try ReadReport.read([text], as: .summary).first)
        #expect(read.errors == [])
        #expect(read.text.hasPrefix("\n✗ 3 errors, 1 warning, 1 note; first of all: the JWKS holds no key that"))
        #expect(read.tags.count { $0 == "tr" } == 1 + SampleReports.broken.pictures[0].links.count)
        #expect(read.tags.count { $0.hasPrefix("details") } == SampleReports.broken.findings.count)
        #expect(!text.dropLast(2).contains("\n\n") && text.hasSuffix("</div>\n\n"))
    }

    @Test func a_summary_has_a_table_for_each_environment() throws {
        let report = SampleReports.severalEnvironments
        let text = GitHubJobSummary().text(of: report)
        #expect(try ReadReport.read([text], as: .summary).first?.errors == [])
        let tables = text.split(separator: "\n").filter { $0.contains("<table>") }
        #expect(tables.count == report.pictures.count)
        for (table, picture) in zip(tables, report.pictures) {
            #expect(table.hasPrefix("<p><strong>\(picture.environment)</strong></p><table>"))
            #expect(table.components(separatedBy: "<tr>").count == 2 + picture.links.count)
        }
        #expect(!GitHubJobSummary().text(of: SampleReports.broken).contains("</p><table>"))
    }

    /// GitHub refuses what is larger than a mebibyte, all that a step wrote taken together.
    @Test(arguments: [0, 400_000, 1_040_000, 1_047_800, 1_048_576, 2_000_000]) func a_summary_keeps_to_its_limit(
        used: Int
    ) throws {
        let finding = SampleReports.broken.findings[0]
        let many = DiagnosisReport(
            profile: "convex-auth", findings: Array(repeating: finding, count: 3_000), passed: ["good"])
        let text = GitHubJobSummary(used: used).text(of: many)
        #expect(used + text.utf8.count <= 1 << 20 || text.isEmpty)
        if !text.isEmpty {
            #expect(text.hasSuffix("<p>The rest does not fit here; the log of the job has it.</p>\n</div>\n\n"))
            #expect(try ReadReport.read([text], as: .summary).first?.errors == [])
        }
        #expect(text.isEmpty == (used > 1_047_900))
        #expect(used > 400_000 || text.utf8.count > 500_000)
    }
}
