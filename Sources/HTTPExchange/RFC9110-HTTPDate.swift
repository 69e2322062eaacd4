package import Encodings

/// Dates in header fields (RFC 9110 §5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
package enum HTTPDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `nil` for anything else than the one form that is still sent, IMF-fixdate; the name of the day is not looked at.
    package static func date(_ text: String) -> NumericDate? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].utf8.count == 4, parts[0].utf8.last == UInt8(ascii: ","), parts[5] == "GMT",
            parts[1].utf8.count == 2, let month = months.firstIndex(of: String(parts[2]))
        else { return nil }
        let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
        return try? RFC3339.date("\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z")
    }
}

extension HTTPResponse {
    /// When it was sent, by the clock of whoever sent it (RFC 9110 §6.6.1).
    package var date: NumericDate? { header("Date").flatMap { HTTPDate.date($0) } }
}
