public import Encodings

/// A span of true time, from its first moment to just before its last.
public struct TimeSpan: Sendable, Hashable {
    public let from: NumericDate
    /// `nil` where it has no end.
    public let until: NumericDate?

    /// `nil` for a span without a moment in it.
    init?(from: NumericDate, until: NumericDate?) {
        if let until, until <= from { return nil }
        self.from = from
        self.until = until
    }

    func intersection(_ other: Self) -> Self? {
        let ends = [until, other.until].compactMap(\.self)
        return Self(from: max(from, other.from), until: ends.min())
    }
}
