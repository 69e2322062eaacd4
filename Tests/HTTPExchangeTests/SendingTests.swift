import Encodings
import HTTPExchange
import Testing

/// What a fetcher throws is one of our errors, or becomes one.
@Suite struct SendingTests {
    private struct Foreign: Error, CustomStringConvertible { let description = "no route" }

    private let request = HTTPRequest(url: "https://h.example/secret-path")

    @Test func anErrorOfOursIsHandedOn() async {
        let own = AuthKeysError(NetworkCode.timeout, "late")
        let error = await #expect(throws: AuthKeysError.self) { try await request.sent(by: { _ in throw own }) }
        #expect(error?.code == "network.timeout")
        #expect(error?.message == "late")
    }

    @Test func anErrorOfAnotherKindIsKept() async {
        let error = await #expect(throws: AuthKeysError.self) { try await request.sent(by: { _ in throw Foreign() }) }
        #expect(error?.code == "network.failed")
        #expect(error?.message == "nothing was fetched from 'https://h.example'")
        #expect(error?.underlying == ["no route"])
    }

    @Test(arguments: [
        ("<!DOCTYPE html>", true), ("\r\n <html>", true), ("\u{FEFF}<html>", true), ("{}", false), ("", false),
        (" ", false), ("[\"<\"]", false),
    ])
    func aWebPageIsRecognised(body: String, isMarkup: Bool) {
        #expect(HTTPResponse(status: 200, body: Array(body.utf8)).isMarkup == isMarkup)
    }

    @Test(arguments: [
        ("https://a.example", "https://a.example:443/x", true), ("http://a.example:80", "http://A.example/", true),
        ("https://a.example", "http://a.example", false), ("https://a.example", "https://a.example:8443", false),
        ("https://a.example", "https://b.example", false), ("https://a.example", "https://a.example.", false),
        ("http://[::1]:80", "http://[::1]/x", true), ("https://a.example:80", "http://a.example", false),
    ])
    func anOriginIsSchemeHostAndPort(one: String, other: String, isSame: Bool) throws {
        #expect(try HTTPURL(one).hasSameOrigin(as: HTTPURL(other)) == isSame)
        #expect(try HTTPURL(other).hasSameOrigin(as: HTTPURL(one)) == isSame)
    }
}
