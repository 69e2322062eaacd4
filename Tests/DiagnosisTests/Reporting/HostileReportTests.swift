import Diagnosis
import Encodings
import Foundation
import TestSupport
import Testing

/// Text from outside stays text in every format: a report that holds it has the same parts as one that holds a word, and
/// a reader of the format sees the text.
@Suite struct HostileReportTests {
    private static let texts = HostileCorpus.all.filter { !$0.isEmpty }
    private static let date = NumericDate(secondsSince1970: 1_700_000_000)

    private static func visible(_ text: String) -> [UInt8] { Array(Escaper.terminal(text).utf8) }

    /// What there is for each format that is markup.
    static let markup: [(format: ReadReport.Format, write: @Sendable (DiagnosisReport) -> String)] = [
        (.junit, { JUnitReport(date: date).text(of: $0) }),
        (.summary, { GitHubJobSummary().text(of: $0) }),
        (.html, { HTMLReport().text(of: $0) }),
    ]

    @Test(arguments: markup.indices)
    func markup_gets_no_other_parts(index: Int) throws {
        let (format, write) = Self.markup[index]
        let read = try ReadReport.read((["plain"] + Self.texts).map { write(SampleReports.holding($0)) }, as: format)
        let plain = try #require(read.first)
        #expect(plain.errors == [])
        for (text, report) in zip(Self.texts, read.dropFirst()) {
            #expect(report.errors == [], "\(format): \(Array(text.utf8))")
            let tags = format == .html ? report.tags.filter { $0 != Self.labelRow } : report.tags
            #expect(
                tags == (format == .html ? plain.tags.filter { $0 != Self.labelRow } : plain.tags),
                "\(format): \(Array(text.utf8))")
            #expect(Array(report.text.utf8).contains(Self.visible("it says " + text)), "\(format): \(Array(text.utf8))")
        }
    }

    /// The words of a link take one row or two.
    private static let labelRow = "text class x y text-anchor"

    @Test func lines_of_text_stay_what_they_are() {
        for surface in [TextReport.Surface.terminal, .gitHubLog] {
            for text in Self.texts {
                let report = DiagnosisTextReport(surface).text(of: SampleReports.holding(text))
                let lines = report.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                // What is at the left edge is ours: the headline, and a word for each finding and each list.
                let starts = lines.filter { $0.first.map { $0 != UInt8(ascii: " ") } ?? false }
                    .map { String(Substring($0.prefix(6))) }
                #expect(starts == ["1 erro", "for co", "error:", "note: ", "good:", "not ch"], "\(Array(text.utf8))")
                #expect(report.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F })
                if surface == .gitHubLog {
                    #expect(
                        !Array(report.utf8).contains(Array("::".utf8))
                            && !Array(report.utf8).contains(Array("##[".utf8)))
                }
            }
        }
    }

    @Test func a_runner_sees_three_commands() throws {
        for text in Self.texts {
            let report = GitHubAnnotations().text(of: SampleReports.holding(text))
            let lines = report.utf8.split(separator: UInt8(ascii: "\n")).map { Array($0) }
            let commands = lines.filter { $0.contains(Array("::".utf8)) }.map { String(decoding: $0, as: UTF8.self) }
            #expect(lines.count == 7 && commands.count == 3, "\(Array(text.utf8))")
            for (command, name) in zip(commands, ["error", "warning", "notice"]) {
                let read = try #require(WorkflowCommand(command), "\(Array(text.utf8))")
                #expect(read.name == name)
                #expect(read.properties.map(\.name) == ["file", "line", "title"])
                #expect(Array(read.properties[0].value.utf8) == Self.visible(text))
                #expect(read.properties[1].value == "7")
                // Decoded, it is printed to the log.
                #expect(!Array(read.message.utf8).contains(Array("::".utf8)), "\(Array(text.utf8))")
                #expect(read.message.utf8.split(separator: UInt8(ascii: "\n")).count == (name == "warning" ? 6 : 5))
            }
        }
    }

    @Test func json_holds_the_text_itself() throws {
        struct Report: Decodable {
            struct Finding: Decodable {
                let evidence: [String]
                let place: Place
            }
            struct Place: Decodable {
                let path: String
            }
            let findings: [Finding]
            let passed: [String]
        }
        for text in Self.texts where !text.unicodeScalars.contains(where: { $0.value & 0xFFFE == 0xFFFE }) {
            let output = DiagnosisJSONReport().text(of: SampleReports.holding(text))
            #expect(output.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
            let report = try JSONDecoder().decode(Report.self, from: Data(output.utf8))
            #expect(report.findings.count == 3)
            #expect(report.findings.allSatisfy { Array($0.evidence[0].utf8) == Array(text.utf8) })
            #expect(report.findings.allSatisfy { Array($0.place.path.utf8) == Array(text.utf8) })
            #expect(Array(report.passed[0].utf8) == Array(text.utf8))
        }
    }
}

/// A workflow command as a runner reads it.
struct WorkflowCommand {
    let name: String
    let properties: [(name: String, value: String)]
    let message: String

    /// `nil` for a line that is none.
    init?(_ line: String) {
        let bytes = Array(line.utf8)
        guard bytes.starts(with: "::".utf8), let end = Self.firstIndex(of: "::", in: bytes, from: 2) else { return nil }
        let head = String(decoding: bytes[2..<end], as: UTF8.self)
        let parts = head.split(separator: " ", maxSplits: 1)
        name = String(parts[0])
        properties = (parts.count > 1 ? parts[1].split(separator: ",") : []).compactMap { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return sides.count == 2 ? (String(sides[0]), Self.decoded(String(sides[1]), more: true)) : nil
        }
        message = Self.decoded(String(decoding: bytes[(end + 2)...], as: UTF8.self), more: false)
    }

    private static func firstIndex(of mark: String, in bytes: [UInt8], from start: Int) -> Int? {
        (start..<bytes.count).first { bytes[$0...].starts(with: mark.utf8) }
    }

    private static func decoded(_ text: String, more: Bool) -> String {
        let names = [("%0D", "\r"), ("%0A", "\n")] + (more ? [("%3A", ":"), ("%2C", ",")] : []) + [("%25", "%")]
        return names.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal) }
    }
}

extension [UInt8] {
    func contains(_ part: [UInt8]) -> Bool {
        guard !part.isEmpty, count >= part.count else { return part.isEmpty }
        return (0...(count - part.count)).contains { self[$0] == part[0] && self[$0...].starts(with: part) }
    }
}
