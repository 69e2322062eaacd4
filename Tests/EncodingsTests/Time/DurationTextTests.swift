import Encodings
import TestSupport
import Testing

struct DurationTextTests {
    @Test(
        arguments: [
            ("90s", 90), ("15m", 900), ("1h", 3_600), ("90d", 7_776_000), ("0s", 0), ("007s", 7), ("PT1H", 3_600),
            ("P90D", 7_776_000), ("PT15M", 900), ("PT90S", 90), ("P1DT12H", 129_600), ("P2W", 1_209_600),
            ("PT1H30M5S", 5_405), ("P0D", 0), ("9223372036854775807s", .max),
        ] as [(String, Int64)])
    func reads(text: String, seconds: Int64) throws {
        #expect(try DurationText.duration(text) == .seconds(seconds))
    }

    @Test(arguments: [
        "", "1", "s", "1x", "1hr", "1 h", "1h ", " 1h", "1h30m", "1.5h", "-1h", "+1h", "1H", "1M", "P", "PT", "P1",
        "1D",
        "P1DT", "P1Y", "P1M", "P1H", "PT1D", "PT1H1H", "PT1M1H", "PT1HT1M", "PT1S1S", "P1.5D", "P-1D", "p1d", "٣s",
        "9223372036854775808s", "153722867280912931m", "P9223372036854775807W", "P106751991167300DT24H15M30.08S",
    ])
    func refuses(text: String) {
        #expect(codeThrown { try DurationText.duration(text) } == "time.duration")
    }

    @Test(
        arguments: [
            (.zero, "0 s"), (.milliseconds(1), "less than 1 s"), (.milliseconds(-999), "less than 1 s"),
            (.seconds(1), "1 s"), (.seconds(59), "59 s"), (.seconds(60), "1 min"), (.seconds(192), "3 min 12 s"),
            (.seconds(-192), "3 min 12 s"), (.seconds(3_600), "1 h"), (.seconds(3_605), "1 h"),
            (.seconds(3_660), "1 h 1 min"), (.seconds(86_399), "23 h 59 min"), (.seconds(90_000), "1 d 1 h"),
            (.seconds(90 * 86_400), "90 d"), (.seconds(86_460), "1 d"),
            (Duration(attoseconds: .min), "1969226660422097 d 14 h"),
        ] as [(Duration, String)])
    func saysHowLong(duration: Duration, phrase: String) {
        #expect(duration.phrase == phrase)
    }
}
