package import Encodings

extension NumericDate {
    /// ISO 8601 basic format in UTC, such as `20260131T235959Z`: it sorts, and suits the name of a file.
    package var compactTimestamp: String {
        let time = UTCTime(self)
        return "\(time.year.padded(4))\(time.month.padded(2))\(time.day.padded(2))"
            + "T\(time.hour.padded(2))\(time.minute.padded(2))\(time.second.padded(2))Z"
    }
}
