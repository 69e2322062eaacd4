import Encodings
import HTTPExchange
import Testing

@Suite struct RFC9110HTTPDateTests {
    @Test(
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Thu, 31 Dec 2026 23:59:59 GMT", 1_798_761_599), ("Sunday, 06-Nov-94 08:49:37 GMT", nil),
            ("Sun Nov  6 08:49:37 1994", nil), ("Sun, 31 Feb 1994 08:49:37 GMT", nil),
            ("Sun, 06 Nov 1994 08:49:37", nil), ("Sun, 06 Nov 1994 08:49:37 CET", nil),
            ("Sun, 06 nov 1994 08:49:37 GMT", nil), ("Sun, 6 Nov 1994 08:49:37 GMT", nil),
            ("Sun, 06 Nov 1994 08:49:37 GMT ", nil), ("", nil),
        ] as [(String, Int64?)])
    func dates(text: String, seconds: Int64?) {
        #expect(HTTPDate.date(text) == seconds.map { NumericDate(secondsSince1970: $0) })
    }

    @Test func ofAResponse() {
        let response = HTTPResponse(
            status: 200, headers: [HTTPField(name: "date", value: "Sun, 06 Nov 1994 08:49:37 GMT")])
        #expect(response.date == NumericDate(secondsSince1970: 784_111_777))
        #expect(HTTPResponse(status: 200).date == nil)
    }
}
