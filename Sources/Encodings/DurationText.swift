/// Lengths of time as people write them: `90s`, `15m`, `1h`, `90d`, and ISO 8601 `PT1H`, `P90D`, `P1DT12H`, `P2W`.
public enum DurationText {
    /// Whole numbers of fixed units: a day is 24 hours, and months and years, which have no one length, are refused.
    /// - Throws: `time.duration`.
    public static func duration(_ text: String) throws(AuthKeysError) -> Duration {
        var reader = DurationReader(text)
        return .seconds(try text.utf8.first == UInt8(ascii: "P") ? reader.iso8601() : reader.short())
    }
}

extension Duration {
    /// The length of it for a person, whichever way it goes: `3 min 12 s`, `90 d 4 h`. What is smaller than the two units
    /// shown is left out.
    package var phrase: String {
        let seconds = attoseconds.magnitude / 1_000_000_000_000_000_000
        if seconds == 0 { return attoseconds == 0 ? "0 s" : "less than 1 s" }
        let units: [(UInt128, String)] = [
            (seconds / 86_400, "d"), (seconds / 3_600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s"),
        ]
        let shown = units.drop { $0.0 == 0 }.prefix(2).filter { $0.0 > 0 }
        return shown.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }
}
