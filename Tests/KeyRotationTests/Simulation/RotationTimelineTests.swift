import AuthKeysJOSE
import Consumers
import Encodings
import Foundation
import KeyRotation
import TestSupport
import Testing

struct RotationTimelineTests {
    @Test func it_shows_what_was_and_what_will_be() throws {
        let schedule = try Schedules.activated()
        let timeline = RotationTimeline(of: schedule, at: Schedules.after(21_000))
        #expect(timeline.rows.map(\.keyID) == ["a", "b", nil])
        #expect(timeline.rows.map(\.state) == [.retiring, .active, nil])
        #expect(timeline.rows[0].segments.map(\.phase) == [.signing, .retiring])
        #expect(timeline.rows[1].segments.map(\.phase) == [.published, .signing, .retiring])
        #expect(timeline.rows[2].segments.map(\.phase) == [.published, .signing])
        #expect(timeline.next?.transition == .retire || timeline.next?.transition == .forget)
        #expect(timeline.awaited.map(\.kind).contains(.demotion))
        for segment in timeline.rows.flatMap(\.segments) {
            #expect(segment.from < segment.until)
            #expect(segment.from >= timeline.start && segment.until <= timeline.end)
        }
    }

    @Test func its_picture_says_in_words_what_it_draws() throws {
        let timeline = RotationTimeline(of: try Schedules.activated(), at: Schedules.after(21_000))
        let picture = RotationTimelineSVG(timeline).document
        for words in [
            "Next: ", "a: no longer signs; its tokens run out", "b: signs now", "the next key, not made yet", "now, ",
            "signing: new tokens carry it", "Unconfirmed: that nothing signs with a any more",
            "prefers-color-scheme: dark",
        ] {
            #expect(picture.contains(words), "\(words)")
        }
        #expect(!picture.contains("<script"))
    }

    @Test func a_hostile_kid_stays_text() throws {
        let hostile: KeyID = "</text><script>alert(1)</script>\u{1b}[2J\u{202e}\"'&"
        var schedule = try KeySchedule(policy: Schedules.policy, signingWith: hostile, at: Schedules.start)
        _ = schedule.confirm(live: [hostile], at: Schedules.start)
        let picture = RotationTimelineSVG(RotationTimeline(of: schedule, at: Schedules.after(10))).document
        #expect(!picture.contains("<script"))
        #expect(!picture.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
        #expect(try Self.textOfXML(picture).contains("</text><script>"))
    }

    @Test(arguments: Profile.all.filter(\.tokensCarryKeyID).map(\.name), [0, 40, 84, 89, 90, 200])
    func the_picture_is_xml_whatever_the_moment(profile: String, day: Int) throws {
        let policy = RotationPolicy(for: try #require(Profile.named(profile)))
        let schedule = try KeySchedule(policy: policy, signingWith: "a", at: Schedules.start)
        let timeline = RotationTimeline(of: schedule, at: Schedules.after(day * 86_400))
        #expect(try Self.textOfXML(RotationTimelineSVG(timeline).document).contains("now, "))
    }

    /// In a real browser, light and dark, on a telephone and on a desk.
    @Test func it_can_be_read_everywhere() throws {
        struct Given: Encodable {
            let documents: [String]
            let widths = [390, 1280]
        }
        struct Measured: Decodable {
            let document, width: Int
            let scheme: String
            let complaints, outside, overlaps, drawings: [String]
            let scrollWidth, innerWidth, smallest: Double
        }
        let long: KeyID = "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"
        let policy = RotationPolicy(for: .jose)
        var schedule = try KeySchedule(
            policy: policy, signingWith: "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", at: Schedules.start)
        var pictures: [String] = []
        func draw(day: Double) {
            let timeline = RotationTimeline(of: schedule, at: Schedules.after(Int(day * 86_400)))
            pictures.append(RotationTimelineSVG(timeline).document)
        }
        draw(day: 0)
        _ = schedule.confirm(live: Set(schedule.keys.map(\.keyID)), at: Schedules.start)
        draw(day: 40)
        try schedule.stage(long, at: Schedules.after(82 * 86_400))
        draw(day: 83)
        _ = schedule.confirm(live: Set(schedule.keys.map(\.keyID)), at: Schedules.after(83 * 86_400))
        try schedule.activate(at: Schedules.after(90 * 86_400))
        draw(day: 90.02)
        draw(day: 300)
        let pages = pictures.map {
            "<!doctype html><html lang=\"en\"><title>t</title><meta name=\"viewport\" content=\"width=device-width\">"
                + "<style>body { margin: 0 } svg { width: 100%; max-width: 800px; height: auto }</style>\($0)"
        }
        let program = Repository.root.appending(path: "Tests/Clients/report_browser.py").path
        let folder = ProcessInfo.processInfo.environment["AUTHKEYS_SCREENSHOTS"]
        let output = try RealClient.python.output(
            [program] + (folder.map { [$0] } ?? []), input: JSONEncoder().encode(Given(documents: pages)))
        let measured = try JSONDecoder().decode([Measured].self, from: output)
        #expect(measured.count == pages.count * 4)
        for page in measured {
            let which = "document \(page.document), \(page.scheme), \(page.width) wide"
            #expect(page.drawings == ["diagram"], "\(which)")
            #expect(page.complaints == [] && page.outside == [] && page.overlaps == [], "\(which): \(page)")
            #expect(page.scrollWidth <= page.innerWidth, "\(which)")
            #expect(page.smallest >= 9.5, "\(which)")
        }
    }

    /// All text of the document, as a real XML parser reads it.
    private static func textOfXML(_ document: String) throws -> String {
        let program =
            "import sys, xml.etree.ElementTree as tree\n"
            + "print(' '.join(tree.fromstring(sys.stdin.buffer.read()).itertext()))"
        return String(
            decoding: try RealClient.python.output(["-c", program], input: Data(document.utf8)), as: UTF8.self)
    }
}
