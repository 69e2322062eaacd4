internal import Encodings

/// Round dates between two moments, few enough to stand beside each other.
struct TimelineAxis {
    struct Tick: Hashable {
        let date: NumericDate
        let label: String
    }

    let ticks: [Tick]

    /// Seconds: a minute to a day, and from there on in days.
    private static let steps: [Int64] =
        [60, 300, 900, 3_600, 10_800, 21_600, 43_200]
        + [1, 2, 7, 14, 30, 60, 90, 180, 365, 730, 3_650].map { $0 * 86_400 }

    init(from start: NumericDate, until end: NumericDate, atMost count: Int) {
        let length = max(1, (end - start).components.seconds)
        let step = Self.steps.first { length / $0 < Int64(count) } ?? length / Int64(count) + 1
        let first = start.secondsSince1970 / step * step
        ticks = (0...Int64(count)).map { NumericDate(secondsSince1970: first + $0 * step) }
            .filter { $0 >= start && $0 <= end }
            .map { Tick(date: $0, label: step < 86_400 ? $0.dayAndTime : $0.day) }
    }
}

extension NumericDate {
    /// `3 Mar 2027`, in UTC.
    var day: String {
        let time = UTCTime(self)
        return "\(time.day) \(Self.months[Int(time.month) - 1]) \(time.year)"
    }

    /// `3 Mar 14:05`, in UTC.
    var dayAndTime: String {
        let time = UTCTime(self)
        func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(time.day) \(Self.months[Int(time.month) - 1]) \(twoDigits(time.hour)):\(twoDigits(time.minute))"
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
