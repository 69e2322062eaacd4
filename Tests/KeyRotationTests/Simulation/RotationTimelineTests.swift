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
            "signing: new tokens carry it", "Not confirmed yet: that nothing signs with a any more",
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

    /// All text of the document, as a real XML parser reads it.
    private static func textOfXML(_ document: String) throws -> String {
        let program =
            "import sys, xml.etree.ElementTree as tree\n"
            + "print(' '.join(tree.fromstring(sys.stdin.buffer.read()).itertext()))"
        return String(
            decoding: try RealClient.python.output(["-c", program], input: Data(document.utf8)), as: UTF8.self)
    }
}
