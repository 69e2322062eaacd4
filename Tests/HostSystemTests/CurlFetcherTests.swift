import Encodings
import Foundation
import HTTPExchange
import HostSystem
import TestSupport
import Testing

/// Requests and responses as they are, and every way a server has to misbehave.
@Suite struct CurlFetcherTests {
    private let server: LoopbackServer

    init() throws {
        server = try LoopbackServer()
    }

    private func echo(_ request: HTTPRequest) throws -> LoopbackServer.Request {
        let response = try CurlSamples.fetcher().fetch(request)
        #expect(response.status == 200)
        return try JSONDecoder().decode(LoopbackServer.Request.self, from: Data(response.body))
    }

    @Test func aGetSendsWhatItWasGivenAndNoMore() throws {
        let request = try echo(
            HTTPRequest(url: server.url("/echo/a/../b?x=[1-2]")))
        #expect(request.method == "GET")
        #expect(request.target == "/echo/b?x=[1-2]")
        #expect(request.headers.map { $0[0].lowercased() }.sorted() == ["accept", "host", "user-agent"])
        #expect(request.body == "")
    }

    /// Any byte, beginning with '@', longer than a pipe and than a line of a configuration.
    @Test(arguments: ["POST", "PUT", "PATCH", "DELETE"])
    func bodiesArriveByteForByte(_ method: String) throws {
        let place = try TemporaryFolder()
        try place.makeFile("file", "s3cr3t")
        let bodies: [[UInt8]] = [
            Array("@\(place["file"])".utf8), Array("@-".utf8), Array("a&b=c\r\n\0\"\\".utf8), Array(0...255),
            [UInt8](repeating: 0x61, count: 300_000),
        ]
        for body in bodies {
            let request = try echo(
                HTTPRequest(
                    method: method, url: server.url("/echo"),
                    headers: [HTTPField(name: "content-type", value: "application/json")], body: body))
            #expect(request.method == method)
            #expect(bytes(hexadecimal: request.body) == body)
            #expect(request.values(of: "Content-Type") == [Array("application/json".utf8)])
            #expect(request.values(of: "Expect").isEmpty)
        }
    }

    @Test func aCarelessBodyIsAFile() throws {
        let place = try TemporaryFolder()
        try place.makeFile("file", "s3cr3t")
        try CurlSamples.runCarelessly(["-q", "-s", "--data", "@\(place["file"])", server.url("/echo")])
        #expect(try server.stop().map { bytes(hexadecimal: $0.body) } == [Array("s3cr3t".utf8)])
    }

    @Test func anEmptyPostHasALength() throws {
        let request = try echo(HTTPRequest(method: "POST", url: server.url("/echo")))
        #expect(request.text(of: "Content-Length") == "0")
        #expect(request.values(of: "Content-Type").isEmpty)
    }

    @Test func aHeadHasHeadersAlone() throws {
        let response = try CurlSamples.fetcher().fetch(HTTPRequest(method: "HEAD", url: server.url("/echo")))
        #expect(response.status == 200)
        #expect(response.body == [])
        #expect(response.header("content-length") != nil)
    }

    @Test(arguments: [200, 204, 304, 400, 404, 500, 503, 999]) func everyStatusIsAnAnswer(_ status: Int) throws {
        #expect(try CurlSamples.fetcher().fetch(HTTPRequest(url: server.url("/status/\(status)"))).status == status)
    }

    @Test func headersKeepEveryByte() throws {
        let response = try CurlSamples.fetcher().fetch(HTTPRequest(url: server.url("/bytes/x")))
        #expect(response.header("x-latin") == "caf\u{E9}")
        #expect(response.header("X-UTF8") == "caf\u{E9}")
        #expect(response.header("X-Escape") == "\u{1B}[31m")
        #expect(response.header("X-Folded") == "one two")
        #expect(response.header("X-Empty") == "")
        #expect(response.headers.filter { $0.name.lowercased() == "x-twice" }.map(\.value) == ["1", "2"])
    }

    @Test func interimHeadsAndTrailersAreLeftOut() throws {
        let response = try CurlSamples.fetcher().fetch(HTTPRequest(url: server.url("/interim/x")))
        #expect(response.status == 200)
        #expect(response.body == Array("body".utf8))
        #expect(response.header("X-Late") == "1")
        #expect(response.header("X-Early") == nil)
    }

    @Test(arguments: ["length", "chunked"]) func theLimitIsTheLastSizeAccepted(_ kind: String) throws {
        let fetcher = CurlSamples.fetcher()
        let limit = CurlFetcher.Limits().bodySize
        #expect(limit == 1_048_576)
        #expect(try fetcher.fetch(HTTPRequest(url: server.url("/\(kind)/\(limit)"))).body.count == limit)
        let error = CurlSamples.error(fetcher, server.url("/\(kind)/\(limit + 1)"))
        #expect(error?.code == NetworkCode.tooLarge.code)
        #expect(error?.message.contains("a body of more than 1048576 bytes") == true)
    }

    @Test func anEndlessBodyIsEnded() {
        #expect(CurlSamples.error(CurlSamples.fetcher(), server.url("/endless/x"))?.code == NetworkCode.tooLarge.code)
    }

    @Test func endlessHeadersAreEnded() throws {
        let fetcher = CurlSamples.fetcher()
        #expect(try fetcher.fetch(HTTPRequest(url: server.url("/headers/60000"))).headers.count > 60)
        let error = CurlSamples.error(fetcher, server.url("/headers/90000"))
        #expect(error?.code == NetworkCode.tooLarge.code)
        #expect(error?.message.contains("headers of more than 65536 bytes") == true)
    }

    @Test(arguments: ["silent", "stuck"]) func aServerThatDoesNotAnswerIsNotWaitedFor(_ path: String) {
        let fetcher = CurlSamples.fetcher { $0.time = .milliseconds(300) }
        let error = CurlSamples.error(fetcher, server.url("/\(path)/x"))
        #expect(error?.code == NetworkCode.timeout.code)
        #expect(error?.message == "'http://127.0.0.1:\(server.port)' did not answer within 0.3 seconds")
    }

    @Test(arguments: [
        ("cut", NetworkCode.interrupted), ("nothing", .interrupted), ("garbage", .invalidResponse),
    ])
    func aBrokenResponseIsNone(_ path: String, _ code: NetworkCode) {
        let error = CurlSamples.error(CurlSamples.fetcher(), server.url("/\(path)/x?token=s3cr3t"))
        #expect(error?.code == code.code)
        #expect(error?.message.contains("http://127.0.0.1:\(server.port)") == true)
        #expect(error?.everyWord.contains("s3cr3t") == false)
        #expect(error?.hint != nil)
    }

    @Test func aPortWhereNobodyListensIsUnreachable() throws {
        let url = server.url("/echo")
        _ = try server.stop()
        let error = CurlSamples.error(CurlSamples.fetcher(), url)
        #expect(error?.code == NetworkCode.unreachable.code)
        #expect(error?.message.hasPrefix("nothing answers at 'http://127.0.0.1:\(server.port)'") == true)
    }

    @Test func whatIsNoURLNeverReachesCurl() throws {
        let place = try TemporaryFolder()
        let fetcher = try CurlSamples.fetcher(faking: "touch \"$here/started\"", in: place)
        for url in ["file:///etc/passwd", "http://user@127.0.0.1/", "http://127.0.0.1/\noutput=x", "ftp://127.0.0.1"] {
            #expect(CurlSamples.error(fetcher, url)?.code == NetworkCode.url.code)
        }
        #expect(
            CurlSamples.error(fetcher, "http://127.0.0.1", method: "GET\nX")?.code == NetworkCode.invalidRequest.code)
        #expect(try place.tree()["started"] == nil)
    }

    @Test func theValueForTheLibraryDoesTheSame() async throws {
        let response = try await CurlSamples.fetcher().asynchronous(HTTPRequest(url: server.url("/length/7")))
        #expect(response.body.count == 7)
    }

    @Test(arguments: [(200, nil), (404, NetworkCode.status), (500, .status), (204, .status)] as [(Int, NetworkCode?)])
    func aDocumentIsAnAnswerOf200(_ status: Int, _ code: NetworkCode?) throws {
        let url = try HTTPURL(server.url("/status/\(status)"))
        let error = thrownError { () throws(AuthKeysError) in
            _ = try CurlSamples.fetcher().document(at: url, accepting: "application/json", limit: 10)
        }
        #expect(error?.code == code?.code)
        #expect(error?.hint?.contains("curl -si URL") != true)
    }
}
