import Diagnosis
import Encodings
import Foundation
import TestSupport
import Testing

/// In a real browser: light and dark, on a telephone and on a desk.
@Suite struct HTMLReportTests {
    struct Measured: Decodable, Sendable {
        struct Lowest: Decodable, Sendable {
            let contrast: Double
            let text: String?
        }

        let document, width: Int
        let scheme: String
        let complaints: [String]
        let scrollWidth, innerWidth: Double
        let outside: [String]
        let lowest: Lowest
        let smallest: Double
        let overlaps, badIDs: [String]
        let drawings, names, active: [String]
        let count: Int
        let ground: String
        let headings: [Int]
        let text: Int
        let language, title: String
    }

    static let widths = [390, 1280]

    /// With AUTHKEYS_SCREENSHOTS pictures of the pages are left in that folder, for people to look at.
    static func measure(_ reports: [DiagnosisReport]) throws -> [Measured] {
        struct Given: Encodable {
            let documents: [String]
            let widths: [Int]
        }
        let given = Given(documents: reports.map { HTMLReport().text(of: $0) }, widths: widths)
        let program = Repository.root.appending(path: "Tests/Clients/report_browser.py").path
        let folder = ProcessInfo.processInfo.environment["AUTHKEYS_SCREENSHOTS"]
        let output = try RealClient.python.output(
            [program] + (folder.map { [$0] } ?? []), input: JSONEncoder().encode(given))
        return try JSONDecoder().decode([Measured].self, from: output)
    }

    static let hostile = [
        "<img src=x onerror=alert(1)>", "</style><script>alert(1)</script>", "\" onmouseover=\"alert(1)",
        "</title></head><body onload=alert(1)>", "<svg onload=alert(1)>", "</svg><iframe src=javascript:alert(1)>",
        "<a href=javascript:alert(1)>x</a>", "\u{202E}gnp.exe\u{2066}", "<!--", "]]>", "&lt;b&gt;",
        "<style>*{display:none}",
        String(repeating: "W", count: 3000), String(repeating: "<b>", count: 400), String(repeating: "日本", count: 300),
        "a" + String(repeating: "\u{301}", count: 200),
    ]

    @Test func it_is_readable_everywhere_and_loads_nothing() throws {
        let own = [
            SampleReports.broken, SampleReports.healthy, SampleReports.crowded, SampleReports.severalEnvironments,
        ]
        let reports = own + Self.hostile.map(SampleReports.holding)
        let plain = reports.count
        let measured = try Self.measure(reports + [SampleReports.holding("plain")])
        #expect(measured.count == (plain + 1) * Self.widths.count * 2)
        let expectedNames = try #require(measured.last?.names)
        let expectedCount = try #require(measured.last?.count)
        for page in measured {
            let which = "document \(page.document), \(page.scheme), \(page.width) wide"
            #expect(page.complaints == [], "\(which)")
            #expect(page.scrollWidth <= page.innerWidth && page.innerWidth == Double(page.width), "\(which)")
            #expect(page.outside == [], "\(which)")
            #expect(page.lowest.contrast >= 4.5, "\(which): \(page.lowest)")
            #expect(page.smallest >= 11.5, "\(which)")
            let drawing = page.width < 700 ? "diagram narrow" : "diagram wide"
            let count = page.document < plain ? reports[page.document].pictures.count : 2
            #expect(page.drawings == Array(repeating: drawing, count: count), "\(which)")
            #expect(page.badIDs == [], "\(which)")
            #expect(page.overlaps == [], "\(which)")
            #expect(page.active == [], "\(which)")
            #expect(page.ground == (page.scheme == "light" ? "rgb(255, 255, 255)" : "rgb(18, 22, 27)"), "\(which)")
            #expect(page.language == "en" && page.title.hasPrefix("authkeys doctor: "))
            #expect(page.headings.first == 1 && page.headings.count { $0 == 1 } == 1, "\(which)")
            for (above, below) in zip(page.headings, page.headings.dropFirst()) {
                #expect(below <= above + 1, "\(which)")
            }
            if page.document >= own.count {
                #expect(page.names == expectedNames, "\(which)")
                // The words of each of the two links take one row or two.
                #expect(abs(page.count - expectedCount) <= 2, "\(which)")
            }
        }
    }

    @Test func the_policy_allows_its_own_style_sheet() throws {
        let text = HTMLReport().text(of: SampleReports.broken)
        let sheet = try #require(text.split(separator: "<style>").last?.split(separator: "</style>").first)
        let program =
            "import base64, hashlib, sys; print('sha256-' + base64.b64encode(hashlib.sha256(sys.stdin.buffer.read()).digest()).decode())"
        let output = try RealClient.python.output(["-c", program], input: Data(sheet.utf8))
        let hash = String(decoding: output, as: UTF8.self).split(separator: "\n").first.map(String.init)
        #expect(
            text.contains("style-src &#39;\(hash ?? "")&#39;"), "the hash is \(hash ?? "")")
    }

    @Test func what_the_picture_shows_is_said_in_words_too() {
        let text = HTMLReport().text(of: SampleReports.broken)
        for link in SampleReports.broken.pictures[0].links {
            #expect(text.contains("\(link.from.rawValue) – \(link.to.rawValue)</b>: \(link.label)"))
        }
        for id in ["wide", "narrow"] {
            #expect(text.contains("<title id=\"\(id)-title\">What matches what</title>"))
            #expect(text.contains("<desc id=\"\(id)-desc\">private key: good; "))
        }
    }

    @Test func each_environment_has_a_section_with_its_name() {
        let text = HTMLReport().text(of: SampleReports.severalEnvironments)
        for (index, picture) in SampleReports.severalEnvironments.pictures.enumerated() {
            let number = index + 1
            #expect(text.contains("<h3 id=\"picture-\(number)\">\(picture.environment)</h3>"))
            let title = "What matches what: \(picture.environment)</title>"
            #expect(text.contains("<title id=\"wide-\(number)-title\">\(title)"))
        }
        // The only one needs none.
        #expect(!HTMLReport().text(of: SampleReports.broken).contains("<h3 id="))
    }
}
