import Encodings
import HTTPExchange
import Testing

/// What curl connects to is what was judged, or nothing is fetched.
@Suite struct HTTPURLTests {
    @Test(
        arguments: [
            ("https://example.com", "example.com", nil, "https://example.com"),
            ("HTTPS://Example.com/a?b=c#d", "Example.com", nil, "https://Example.com/a?b=c"),
            ("http://127.0.0.1:3210/x", "127.0.0.1", 3210, "http://127.0.0.1:3210/x"),
            ("http://[::1]:80", "::1", 80, "http://[::1]:80"),
            ("https://[2001:db8::7]/", "2001:db8::7", nil, "https://[2001:db8::7]/"),
            ("https://h?q", "h", nil, "https://h?q"),
            ("https://h/a/../b;c=d,e(f)*'!$&", "h", nil, "https://h/a/../b;c=d,e(f)*'!$&"),
            ("https://h/@user:pass@x", "h", nil, "https://h/@user:pass@x"),
            (
                "https://xn--bcher-kva.example:65535", "xn--bcher-kva.example", 65_535,
                "https://xn--bcher-kva.example:65535"
            ),
            ("https://a_b.c-d.", "a_b.c-d.", nil, "https://a_b.c-d."),
        ] as [(String, String, Int?, String)])
    func accepted(_ text: String, _ host: String, _ port: Int?, _ fetched: String) throws {
        let url = try HTTPURL(text)
        #expect(url.host == host)
        #expect(url.port == port)
        #expect(url.text == fetched)
    }

    @Test(arguments: [
        "", "example.com", "//h", "https:/h", "https:h", "https://", "https:///x", "https://:80", "https://h:",
        "https://h:0", "https://h:65536", "https://h:+1", "https://h:٣", "https://h:8 0", "https://[::1", "https://::1",
        "https://[]", "https://[h]", "https://[fe80::1%25eth0]", "https://[::1]x", "https://[::1]:x", "https://a:b:c",
        "file:///etc/passwd", "ftp://h", "gopher://h", "data:,x", "javascript:x", "https ://h", " https://h",
        "https://h ", "https://h/a b", "https://h\n", "https://h/\r\nX: y", "https://h/\t", "https://h\0.example",
        "https://h\\@evil.example", "https://h/\"", "https://h/{a,b}", "https://h/[1-9]`", "https://h/<x>",
        "https://h/|",
        "https://h/^", "https://bücher.example", "https://h/ü", "https://h\u{202E}", "https://h\u{301}",
        "https://%68", "https://h*", "https://.h", "https://-h", "https\u{1A}\u{0F}\u{0F}h", "h\u{301}ttps://h",
        "https://a&b", "https://a,b", "https://a;b", "https://~",
    ])
    func refused(_ text: String) {
        let error = #expect(throws: AuthKeysError.self) { try HTTPURL(text) }
        #expect(error?.code == NetworkCode.url.code)
        #expect(error?.hint != nil)
    }

    @Test(arguments: [
        "https://user@h", "https://user:s3cr3t@h/", "http://s3cr3t@127.0.0.1:80", "https://@h", "https://a@b@h",
        "http://127.0.0.1@s3cr3t.example", "http://127.0.0.1:80@s3cr3t.example", "https://s3cr3t%40@h",
    ])
    func userinfoIsRefusedAndNotRepeated(_ text: String) {
        let error = #expect(throws: AuthKeysError.self) { try HTTPURL(text) }
        #expect(error?.message == "the URL holds a user or a password before its host")
        let everyWord = ([error?.message, error?.hint].compactMap(\.self) + (error?.underlying ?? [])).joined()
        #expect(!everyWord.contains("s3cr3t"))
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.1.2.3", true), ("127.255.255.255", true), ("localhost", true), ("LocalHost", true),
        ("[::1]", true), ("127.0.0.1.example", false), ("127.1", false), ("127.0.0.256", false), ("0127.0.0.1", false),
        ("127.0.0.01", false), ("128.0.0.1", false), ("0.0.0.0", false), ("2130706433", false), ("0x7f.0.0.1", false),
        ("localhost.", false), ("localhost.example", false), ("[::]", false), ("[::ffff:127.0.0.1]", false),
        ("[::2]", false), ("10.0.0.1", false), ("127.0.0.1.", false),
    ])
    func loopbackIsWhatEverybodyTakesForIt(_ host: String, _ isLoopback: Bool) throws {
        #expect(try HTTPURL("http://\(host):8080/").isLoopback == isLoopback)
    }

    /// A path or a query may be secret, so a hint has no command that asks for something else instead.
    @Test(arguments: [
        ("https://h", "https://h"), ("https://h/", "https://h"), ("http://[::1]:80/", "'http://[::1]:80'"),
        ("https://h/s3cr3t", "and the whole URL"), ("https://h?s3cr3t", "and the whole URL"),
    ])
    func aHintAsksForAllOfItOrSaysSo(_ text: String, _ operand: String) throws {
        #expect(try HTTPURL(text).operandOfCurl == operand)
    }

    @Test(arguments: [
        ("https://h/a?b=c&d#e", "'https://h/a?b=c&d'"), ("https://h/'$(id)", #"'https://h/'\''$(id)'"#),
        ("https://h/a", "https://h/a"),
    ])
    func isAWordForAShell(_ text: String, _ word: String) throws {
        #expect(try HTTPURL(text).wholeOperandOfCurl == word)
    }
}
