/// A second in the Gregorian calendar, carried on before it was in use, in UTC and without leap seconds.
package struct UTCTime: Sendable, Hashable {
    package let year: Int64
    /// 1 to 12.
    package let month: Int64
    /// 1 to 31.
    package let day: Int64
    package let hour: Int64
    package let minute: Int64
    package let second: Int64

    package init(_ date: NumericDate) {
        let (days, second) = date.secondsSince1970.flooredQuotientAndRemainder(by: 86_400)
        // Years are counted from March, so that the leap day is the last.
        let (era, dayOfEra) = (days + Self.daysFromYearZeroTo1970).flooredQuotientAndRemainder(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        hour = second / 3_600
        minute = second / 60 % 60
        self.second = second % 60
    }

    /// `nil` for a day or a time that there is not.
    package init?(year: Int64, month: Int64, day: Int64, hour: Int64, minute: Int64, second: Int64) {
        guard (0...9_999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, year: year), (0...23).contains(hour), (0...59).contains(minute),
            (0...59).contains(second)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    package var secondsSince1970: Int64 {
        let yearFromMarch = month > 2 ? year : year - 1
        let (era, yearOfEra) = yearFromMarch.flooredQuotientAndRemainder(by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let days = era * 146_097 + dayOfEra - Self.daysFromYearZeroTo1970
        return days * 86_400 + hour * 3_600 + minute * 60 + second
    }

    static func days(inMonth month: Int64, year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// From 1 March of the year 0 to 1 January 1970.
    private static let daysFromYearZeroTo1970: Int64 = 719_468
}

extension Int64 {
    fileprivate func flooredQuotientAndRemainder(by divisor: Self) -> (Self, Self) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    /// In decimal digits, with zeros before them up to `width`.
    package func padded(_ width: Int) -> String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}
