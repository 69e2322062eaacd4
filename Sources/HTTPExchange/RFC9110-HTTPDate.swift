package import Encodings

/// A date as servers send it (RFC 9110 §5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
package enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `nil` for everything else, the two obsolete forms included: no server of today sends them. The name of the day is
    /// not looked at.
    package static func date(_ text: String) -> NumericDate? {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map { Array($0.utf8) }
        guard words.count == 6, words[0].count == 4, words[0].last == UInt8(ascii: ","),
            words[5].elementsEqual("GMT".utf8), words[1].count == 2, words[3].count == 4,
            let month = months.firstIndex(where: { $0.utf8.elementsEqual(words[2]) })
        else { return nil }
        let day = words[3] + Array("-\(Int64(month + 1).padded(2))-".utf8) + words[1]
        return try? RFC3339.date(String(decoding: day + Array("T".utf8) + words[4] + Array("Z".utf8), as: UTF8.self))
    }
}

extension HTTPResponse {
    /// What time it was for the server when this answer came (RFC 9110 §6.6.1), to the second; `nil` where it does not say.
    /// What a cache has kept for `Age` seconds (RFC 9111 §5.1) is counted on to now.
    package var date: NumericDate? {
        guard let date = header("Date").flatMap(HTTPDate.date) else { return nil }
        let age = header("Age").flatMap { Int64($0) } ?? 0
        return (0...(1 << 31)).contains(age) ? date + .seconds(age) : date
    }
}
