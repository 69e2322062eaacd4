import Encodings
import Foundation
import HTTPExchange
import HostSystem
import TestSupport
import Testing

/// Whatever a value holds, curl takes it for that value and for nothing else.
@Suite struct CurlConfigurationTests {
    @Test(arguments: [
        ("plain", #"user-agent = "plain""#), ("", #"user-agent = """#), (#"a"b"#, #"user-agent = "a\"b""#),
        (#"a\b"#, #"user-agent = "a\\b""#), (#"\""#, #"user-agent = "\\\"""#), (#"\n"#, #"user-agent = "\\n""#),
        ("# no comment", ##"user-agent = "# no comment""##), ("--output x", #"user-agent = "--output x""#),
        ("é 鍵 🔑", #"user-agent = "é 鍵 🔑""#), ("a\"\u{301}", "user-agent = \"a\\\"\u{301}\""),
        ("\\\u{301}", "user-agent = \"\\\\\u{301}\""),
    ])
    func quotesAndBackslashesAreEscaped(_ value: String, _ line: String) throws {
        var configuration = CurlConfiguration()
        try configuration.add("user-agent", value)
        #expect(configuration.text == line + "\n")
    }

    @Test(arguments: Array(0...0x1F) + Array(0x7F...0x9F) as [UInt32])
    func controlCharactersAreRefused(_ number: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(number))
        for value in ["\(scalar)", "s3cr3t\(scalar)output = x", "\r\(scalar)\n", "a\(scalar)\u{301}"] {
            var configuration = CurlConfiguration()
            let errors = [
                thrownError { () throws(AuthKeysError) in try configuration.add("url", value) },
                thrownError { () throws(AuthKeysError) in try configuration.addHeader("X", value) },
            ]
            #expect(errors.map(\.?.code) == [NetworkCode.invalidRequest.code, NetworkCode.invalidRequest.code])
            #expect(errors.allSatisfy { $0?.everyWord.contains("s3cr3t") == false })
            #expect(configuration.text == "")
        }
    }

    /// `@file` would send the lines of a file, and other characters end the name.
    @Test(arguments: ["", "@/etc/passwd", "A B", "A:", "A;", "É", "A\n", "\"", "A\u{301}", "(x)"])
    func namesOfHeadersAreTokens(_ name: String) {
        var configuration = CurlConfiguration()
        let error = thrownError { () throws(AuthKeysError) in try configuration.addHeader(name, "v") }
        #expect(error?.code == NetworkCode.invalidRequest.code)
    }

    @Test(arguments: [" ", " v", "v ", "  "]) func headersHaveNoSpacesAtTheirEnds(_ value: String) {
        var configuration = CurlConfiguration()
        let error = thrownError { () throws(AuthKeysError) in try configuration.addHeader("X", value) }
        #expect(error?.code == NetworkCode.invalidRequest.code)
    }

    @Test func aLineFeedInQuotesAddsAnOptionToACarelessConfiguration() throws {
        let place = try TemporaryFolder()
        let server = try LoopbackServer()
        let value = "x\noutput = \(place["written"])\nuser-agent = y"
        try CurlSamples.runCarelessly(
            ["-q", "--config", "-"],
            configuration: "silent\nurl = \"\(server.url("/length/3"))\"\nheader = \"X: \(value)\"\n")
        #expect(try place.tree().keys.sorted() == ["written"])
        var configuration = CurlConfiguration()
        let error = thrownError { () throws(AuthKeysError) in try configuration.addHeader("X", value) }
        #expect(error?.code == NetworkCode.invalidRequest.code)
    }

    /// The server says in bytes what it got.
    @Test func curlSendsEveryValueAsItIs() throws {
        var generator = SeededGenerator.printingSeed("curlSendsEveryValueAsItIs")
        let server = try LoopbackServer()
        let alphabet =
            Array(#"\"' #=-@:;,{}[]%$`~<>&|()nrtv0aZ"#.unicodeScalars) + ["é", "鍵", "🔑", "\u{301}", "\u{2028}"]
        for _ in 0..<6 {
            let values = (0..<50).map { _ in
                var scalars = String.UnicodeScalarView()
                for _ in 0..<Int.random(in: 0...12, using: &generator) {
                    scalars.append(alphabet.randomElement(using: &generator) ?? "a")
                }
                return String(scalars)
            }.map { value in
                // By bytes: a combining mark after a space hides it from hasPrefix.
                let space = UInt8(ascii: " ")
                return value.utf8.first == space || value.utf8.last == space ? "x\(value)x" : value
            }
            let headers = values.enumerated().map { HTTPField(name: "X-\($0.offset)", value: $0.element) }
            let response = try CurlSamples.fetcher().fetch(
                HTTPRequest(url: server.url("/echo"), headers: headers))
            let request = try JSONDecoder().decode(LoopbackServer.Request.self, from: Data(response.body))
            for header in headers {
                let got = request.values(of: header.name)
                // An empty one is sent as 'Name:', where the server finds no space after the colon.
                #expect(got == [Array(header.value.utf8)] || header.value.isEmpty && request.hasEmpty(header.name))
            }
        }
    }
}

extension LoopbackServer.Request {
    fileprivate func hasEmpty(_ name: String) -> Bool {
        headers.contains { $0[0] == "\(name):" && $0[1].isEmpty }
    }
}
