import Encodings
import HTTPExchange
import Testing

@Suite struct RFC9110HTTPDateTests {
    @Test(
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Tue, 29 Feb 2028 23:59:59 GMT", 1_835_481_599), ("Mon, 31 Dec 9999 23:59:59 GMT", 253_402_300_799),
        ] as [(String, Int64)])
    func isRead(text: String, seconds: Int64) {
        #expect(HTTPDate.date(text) == NumericDate(secondsSince1970: seconds))
        let response = HTTPResponse(status: 200, headers: [HTTPField(name: "date", value: text)])
        #expect(response.date == NumericDate(secondsSince1970: seconds))
    }

    @Test(arguments: [
        "", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06 nov 1994 08:49:37 GMT", "Sun, 31 Feb 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 GMT ", " Sun, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49 GMT", "Sun,  06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37+01:00 GMT",
        "Sun, -6 Nov 1994 08:49:37 GMT", "\u{FF11}",
    ])
    func isNoDate(text: String) {
        #expect(HTTPDate.date(text) == nil)
        #expect(HTTPResponse(status: 200, headers: [HTTPField(name: "Date", value: text)]).date == nil)
    }

    @Test(arguments: [("0", 0), ("30", 30), ("-1", 0), ("soon", 0), ("99999999999999999999", 0)] as [(String, Int64)])
    func whatACacheKeptIsCountedOn(age: String, seconds: Int64) {
        let response = HTTPResponse(
            status: 200,
            headers: [
                HTTPField(name: "Date", value: "Thu, 01 Jan 1970 00:00:00 GMT"), HTTPField(name: "Age", value: age),
            ])
        #expect(response.date == NumericDate(secondsSince1970: seconds))
    }

    @Test func aResponseWithoutADateSaysNothing() {
        #expect(HTTPResponse(status: 200).date == nil)
    }
}
