/// A moment, in seconds since 1970-01-01T00:00:00Z without leap seconds (RFC 7519 §2).
public struct NumericDate: Sendable, Hashable, Comparable {
    public let secondsSince1970: Int64
    /// The fraction, 0 to 999,999,999; it counts forwards from the second, before 1970 too.
    public let nanoseconds: UInt32

    public init(secondsSince1970: Int64) {
        self.secondsSince1970 = secondsSince1970
        nanoseconds = 0
    }

    /// The fraction is below 1,000,000,000; anything from there up is taken as the last nanosecond.
    public init(secondsSince1970: Int64, nanoseconds: UInt32) {
        self.secondsSince1970 = secondsSince1970
        self.nanoseconds = min(nanoseconds, 999_999_999)
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.secondsSince1970, left.nanoseconds) < (right.secondsSince1970, right.nanoseconds)
    }
}
