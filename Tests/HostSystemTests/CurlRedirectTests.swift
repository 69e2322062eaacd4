import Encodings
import Foundation
import HTTPExchange
import HostSystem
import TestSupport
import Testing

/// A server decides where a request goes on to only as far as nothing can be lost by it.
@Suite struct CurlRedirectTests {
    /// A certificate for 127.0.0.1 that signs itself, with its key, and a fetcher that trusts it.
    private static func makeCertificate(in place: TemporaryFolder) throws -> String {
        let outcome = try ChildProcess(
            "openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1",
                "-subj", "/CN=127.0.0.1", "-addext",
                "subjectAltName=IP:127.0.0.1", "-keyout", place["key"], "-out", place["certificate"],
            ]
        ).run()
        guard outcome.succeeded else { throw LoopbackServer.Failure(message: outcome.errorText) }
        let both = try ["certificate", "key"].map { try String(contentsOfFile: place[$0], encoding: .utf8) }
        try place.makeFile("both", both.joined())
        return place["both"]
    }

    private static func escaped(_ location: String) -> String {
        location.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    @Test(arguments: [
        "http://127.0.0.1:1/", "http://127.0.0.1:1/x", "//127.0.0.1:1/", "/echo", "echo", "?echo/x",
        "HTTP://127.0.0.1:1/",
        "http://example.invalid/s3cr3t",
    ])
    func onlyHTTPSIsFollowed(_ location: String) throws {
        let server = try LoopbackServer()
        let error = CurlSamples.error(
            CurlSamples.fetcher(), server.url("/redirect?\(Self.escaped(location))"))
        #expect(error?.code == NetworkCode.redirect.code)
        #expect(error?.message.hasSuffix("redirects are followed to https only") == true)
        #expect(error?.everyWord.contains("s3cr3t") == false)
        #expect(try server.stop().count == 1)
    }

    @Test(arguments: [
        "file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1", "https://user:s3cr3t@127.0.0.1/",
        "https://127.0.0.1/a b", "https://127.0.0.1\\@evil.example/", "javascript:s3cr3t", "https://", "/caf\u{E9}",
    ])
    func whatIsNoURLIsNotFollowed(_ location: String) throws {
        let server = try LoopbackServer()
        let error = CurlSamples.error(
            CurlSamples.fetcher(), server.url("/redirect?\(Self.escaped(location))"))
        #expect(error?.code == NetworkCode.redirect.code)
        #expect(error?.everyWord.contains("s3cr3t") == false)
        // To ask for the origin alone would show another answer.
        #expect(error?.hint?.contains("curl -sI and the whole URL") ?? true)
        #expect(try server.stop().count == 1)
    }

    @Test func carelessCurlSendsItsHeadersAlong() throws {
        let (first, second) = (try LoopbackServer(), try LoopbackServer())
        let url = first.url("/redirect?\(Self.escaped(second.url("/echo", host: "localhost")))")
        try CurlSamples.runCarelessly(["-q", "-s", "-L", "-H", "X-Admin-Key: s3cr3t", url])
        #expect(try second.stop().map { $0.text(of: "X-Admin-Key") } == ["s3cr3t"])
    }

    /// To the same server, to another one, over https: a credential never goes on.
    @Test(arguments: ["Authorization", "cookie", "X-Admin-Key"])
    func aCredentialIsNotSentOn(_ name: String) throws {
        let place = try TemporaryFolder()
        let server = try LoopbackServer()
        let secure = try LoopbackServer(certificate: try Self.makeCertificate(in: place))
        let fetcher = CurlSamples.fetcher(adding: ["CURL_CA_BUNDLE": place["certificate"]])
        for location in ["/echo", secure.url("/echo", scheme: "https"), server.url("/echo", host: "localhost")] {
            let error = CurlSamples.error(
                fetcher, server.url("/redirect?\(Self.escaped(location))"),
                credential: HTTPField(name: name, value: "s3cr3t-key"))
            #expect(error?.code == NetworkCode.redirect.code)
            #expect(error?.message.hasSuffix("and a credential is not sent on") == true)
        }
        #expect(try secure.stop().isEmpty)
        let requests = try server.stop()
        #expect(requests.map { $0.text(of: name) } == ["s3cr3t-key", "s3cr3t-key", "s3cr3t-key"])
    }

    @Test func aRequestThatChangesSomethingIsNotSentOn() throws {
        let place = try TemporaryFolder()
        let server = try LoopbackServer(certificate: try Self.makeCertificate(in: place))
        let fetcher = CurlSamples.fetcher(adding: ["SSL_CERT_FILE": place["certificate"]])
        let error = CurlSamples.error(fetcher, server.url("/redirect?%2Fecho", scheme: "https"), method: "POST")
        #expect(error?.code == NetworkCode.redirect.code)
        #expect(try server.stop().count == 1)
    }

    @Test func redirectsToHTTPSAreFollowedFiveTimes() throws {
        let place = try TemporaryFolder()
        let server = try LoopbackServer()
        let secure = try LoopbackServer(certificate: try Self.makeCertificate(in: place))
        let fetcher = CurlSamples.fetcher(adding: ["CURL_CA_BUNDLE": place["certificate"]])
        let target = secure.url("/length/9", scheme: "https")
        let response = try fetcher.fetch(HTTPRequest(url: server.url("/redirect?\(Self.escaped(target))")))
        #expect(response.body.count == 9)
        let error = CurlSamples.error(fetcher, secure.url("/loop/0", scheme: "https"))
        #expect(error?.code == NetworkCode.redirect.code)
        #expect(error?.message.hasSuffix("redirects again after 5 redirects") == true)
        #expect(
            try secure.stop().map(\.target)
                == ["/length/9", "/loop/0", "/loop/1", "/loop/2", "/loop/3", "/loop/4", "/loop/5"])
    }

    @Test func aCertificateThatNobodyVouchesForIsRefused() throws {
        let place = try TemporaryFolder()
        let secure = try LoopbackServer(certificate: try Self.makeCertificate(in: place))
        let error = CurlSamples.error(
            CurlSamples.fetcher(), secure.url("/echo", scheme: "https"), credential: CurlSamples.credential)
        #expect(error?.code == NetworkCode.tls.code)
        #expect(error?.message.contains("certificate") == true)
        #expect(try secure.stop().isEmpty)
    }
}
