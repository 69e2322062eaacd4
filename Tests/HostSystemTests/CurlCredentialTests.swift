import Encodings
import Foundation
import HTTPExchange
import HostSystem
import TestSupport
import Testing

/// A credential reaches the server that it is meant for, and nobody else.
@Suite struct CurlCredentialTests {
    @Test func itArrives() throws {
        let server = try LoopbackServer()
        _ = try CurlSamples.fetcher().fetch(
            HTTPRequest(url: server.url("/echo"), headers: [HTTPField(name: "X", value: "1")]),
            credential: CurlSamples.credential)
        #expect(try server.stop().map { $0.text(of: "Authorization") } == [CurlSamples.credential.value])
    }

    @Test(arguments: [
        "http://example.invalid/", "http://10.0.0.1:3210", "http://127.0.0.1.example.invalid", "http://[::2]",
    ])
    func overPlainHTTPItStaysOnThisMachine(_ url: String) throws {
        let place = try TemporaryFolder()
        let fetcher = try CurlSamples.fetcher(faking: "touch \"$here/started\"", in: place)
        let byHeader = thrownError { () throws(AuthKeysError) in
            _ = try fetcher.fetch(HTTPRequest(url: url, headers: [CurlSamples.credential]))
        }
        for error in [CurlSamples.error(fetcher, url, credential: CurlSamples.credential), byHeader] {
            #expect(error?.code == NetworkCode.cleartextCredential.code)
            #expect(error?.everyWord.contains("s3cr3t") == false)
        }
        #expect(try place.tree()["started"] == nil)
    }

    @Test func carelessCurlShowsItToTheProxy() throws {
        let (server, proxy) = (try LoopbackServer(), try LoopbackServer())
        try CurlSamples.runCarelessly(
            ["-q", "-s", "-H", "Authorization: s3cr3t", server.url("/echo")],
            environment: CurlSamples.environment.merging(["http_proxy": proxy.url("")]) { $1 })
        #expect(try proxy.stop().map { $0.text(of: "Authorization") } == ["s3cr3t"])
    }

    @Test(arguments: ["http_proxy", "ALL_PROXY", "all_proxy"]) func aProxyDoesNotSeeIt(_ variable: String) throws {
        let (server, proxy) = (try LoopbackServer(), try LoopbackServer())
        let fetcher = CurlSamples.fetcher(adding: [variable: proxy.url("")])
        #expect(try fetcher.fetch(HTTPRequest(url: server.url("/echo"))).status == 502)
        let response = try fetcher.fetch(
            HTTPRequest(url: server.url("/echo")), credential: CurlSamples.credential)
        #expect(response.status == 200)
        let seen = try proxy.stop()
        #expect(seen.map(\.target) == [server.url("/echo")])
        #expect(seen.allSatisfy { $0.values(of: "Authorization").isEmpty })
        #expect(try server.stop().count == 1)
    }

    /// For https a proxy is asked to connect, and only the server behind it would see the header.
    @Test func aProxyThatTunnelsDoesNotSeeIt() throws {
        let proxy = try LoopbackServer()
        let fetcher = CurlSamples.fetcher(adding: ["https_proxy": proxy.url("")])
        let error = CurlSamples.error(fetcher, "https://127.0.0.1:1/", credential: CurlSamples.credential)
        #expect(error != nil)
        let seen = try proxy.stop()
        #expect(seen.map(\.method) == ["CONNECT"])
        #expect(seen.allSatisfy { request in !request.headers.contains { $0[0].lowercased() == "authorization" } })
    }
}
