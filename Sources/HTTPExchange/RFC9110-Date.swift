package import Encodings

extension HTTPResponse {
    /// When the server answered, by its own clock and to the second (RFC 9110 §6.6.1); `nil` where it does not say so in the
    /// one form that is written today: `Sun, 06 Nov 1994 08:49:37 GMT`. What a cache has kept for `Age` seconds is counted
    /// on to now.
    package var date: NumericDate? {
        guard let text = header("Date"), let date = Self.date(text) else { return nil }
        let age = header("Age").flatMap { Int64($0) } ?? 0
        return (0...(1 << 31)).contains(age) ? date + .seconds(age) : date
    }

    private static func date(_ text: String) -> NumericDate? {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 6, words[0].utf8.count == 4, words[5].utf8.elementsEqual("GMT".utf8) else { return nil }
        let clock = words[4].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 3, words[1].utf8.count == 2, words[3].utf8.count == 4,
            clock.allSatisfy({ $0.utf8.count == 2 }),
            let month = months.firstIndex(where: { $0.utf8.elementsEqual(words[2].utf8) }), let day = number(words[1]),
            let year = number(words[3]), let hour = number(clock[0]), let minute = number(clock[1]),
            let second = number(clock[2])
        else { return nil }
        let time = UTCTime(
            year: year, month: Int64(month) + 1, day: day, hour: hour, minute: minute, second: min(second, 59))
        return time.map { NumericDate(secondsSince1970: $0.secondsSince1970) }
    }

    private static func number(_ text: Substring) -> Int64? {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int64(text) : nil
    }
}
