package import Encodings

extension NumericDate {
    /// ISO 8601 basic format in UTC, such as `20260131T235959Z`: it sorts, and suits the name of a file.
    package var compactTimestamp: String {
        let (days, second) = secondsSince1970.flooredQuotientAndRemainder(by: 86_400)
        // Years are counted from March, so that the leap day is the last; 719,468 days lead from there to 1970.
        let (era, dayOfEra) = (days + 719_468).flooredQuotientAndRemainder(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(year.padded(4))\(month.padded(2))\(day.padded(2))"
            + "T\((second / 3_600).padded(2))\((second / 60 % 60).padded(2))\((second % 60).padded(2))Z"
    }
}

extension Int64 {
    fileprivate func flooredQuotientAndRemainder(by divisor: Self) -> (Self, Self) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    fileprivate func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
    }
}
