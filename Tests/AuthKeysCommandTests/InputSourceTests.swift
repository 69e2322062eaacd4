import AuthKeysCommand
import CommandOptions
import Encodings
import HTTPExchange
import HostSystem
import Testing

/// What an argument names, and that a secret in its place is not repeated.
@Suite struct InputSourceTests {
    private func refusal(_ argument: String, allowsURL: Bool = true) -> UsageError? {
        do throws(UsageError) {
            _ = try InputSource(argument, allowsURL: allowsURL)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("key.pem", InputSource.file("key.pem"), "'key.pem'"), ("/a/b c", .file("/a/b c"), "'/a/b c'"),
        ("-", .standardInput, "standard input"), ("./-", .file("./-"), "'./-'"), ("-k", .file("-k"), "'-k'"),
        ("env:JWT_PRIVATE_KEY", .environment(name: "JWT_PRIVATE_KEY"), "the environment variable JWT_PRIVATE_KEY"),
        ("env:_a1", .environment(name: "_a1"), "the environment variable _a1"), ("ENV:X", .file("ENV:X"), "'ENV:X'"),
        ("./env:X", .file("./env:X"), "'./env:X'"), ("./eyJhbGciOi", .file("./eyJhbGciOi"), "'./eyJhbGciOi'"),
        ("./{x}", .file("./{x}"), "'./{x}'"), ("C:/key", .file("C:/key"), "'C:/key'"),
        ("a/b://c", .file("a/b://c"), "'a/b://c'"), ("a=b", .file("a=b"), "'a=b'"), ("MIIE", .file("MIIE"), "'MIIE'"),
        ("./K=-----BEGIN", .file("./K=-----BEGIN"), "'./K=-----BEGIN'"),
        ("./https://h", .file("./https://h"), "'./https://h'"), ("-\u{301}", .file("-\u{301}"), "'-\u{301}'"),
    ])
    func named(_ argument: String, _ source: InputSource, _ name: String) throws {
        for allowsURL in [false, true] {
            let parsed = try InputSource(argument, allowsURL: allowsURL)
            #expect(parsed == source)
            #expect(parsed.displayName == name)
        }
    }

    @Test(arguments: [
        "https://h.example/jwks.json?token=s3cr3t", "http://127.0.0.1:3211/.well-known/jwks.json", "HTTPS://h.example",
    ])
    func urlsAreForWhatIsPublic(_ argument: String) throws {
        let source = try InputSource(argument, allowsURL: true)
        #expect(source == .url(try HTTPURL(argument)))
        #expect(!source.displayName.contains("s3cr3t"))
        let error = try #require(refusal(argument, allowsURL: false))
        #expect(error.kind == .invalidValue)
        #expect(error.message == "a URL was given where no URL is read")
    }

    @Test(arguments: [
        "", "env:", "env:A-B", "env:1A", "env:$KEY", "env:É", "env:A B", "env:A=s3cr3t", "file:///etc/passwd",
        "file:/etc/passwd", "ftp://h/x", "https://user:s3cr3t@h/", "https://", "https://h/ x", "s3://bucket/key",
    ])
    func refused(_ argument: String) throws {
        let error = try #require(refusal(argument))
        #expect(error.kind == .invalidValue)
        #expect(error.hint != nil)
        #expect(!"\(error.message) \(error.hint ?? "")".contains("s3cr3t"))
    }

    @Test(arguments: [
        "-----BEGIN PRIVATE KEY-----s3cr3t", " \n-----BEGIN s3cr3t", "\"-----BEGIN s3cr3t", "\u{FEFF}-----BEGIN s3cr3t",
        #"{"kty":"RSA","d":"s3cr3t"}"#, #"{"keys":["s3cr3t"]}"#, #"'{"kty":"s3cr3t"}'"#, "eyJs3cr3t",
        "eyJhbGciOiJSUzI1NiJ9.s3cr3t",
        "LS0tLS1CRUdJTis3cr3t", "s3cr3t\nmore", "s3cr3t\r", "s3cr3t" + String(repeating: "A", count: 4_096),
        "env:s3cr3t\nmore", "-----BEGIN\u{301}s3cr3t", "JWT_PRIVATE_KEY=-----BEGIN PRIVATE KEY----- s3cr3t",
        "export K='LS0tLS1CRUdJTis3cr3t'", #"JWKS={"keys":[{"d":"s3cr3t"}]}"#,
        "MIIEs3cr3t" + String(repeating: "AAA/", count: 64),
        "K=\"MIIEs3cr3t" + String(repeating: "A+A/", count: 64) + "\"",
        "a/s3cr3t" + String(repeating: "A", count: 256),
    ])
    func aPastedSecretIsNotRepeated(_ argument: String) throws {
        for allowsURL in [false, true] {
            let error = try #require(refusal(argument, allowsURL: allowsURL))
            #expect(error.kind == .invalidValue)
            #expect(!"\(error.message) \(error.hint ?? "")".contains("s3cr3t"))
            #expect(error.hint?.contains("name a file, env:NAME, or - for standard input") == true)
        }
    }

    @Test(
        arguments: [
            ([], false), ([.standardInput], false), ([.standardInput, nil, .file("-")], false),
            ([.standardInput, .file("x"), .standardInput], true),
        ] as [([InputSource?], Bool)])
    func standardInputIsNamedOnce(_ sources: [InputSource?], _ isRefused: Bool) {
        var kind: UsageError.Kind?
        do throws(UsageError) { try InputSource.checkStandardInputIsReadOnce(sources) } catch { kind = error.kind }
        #expect(kind == (isRefused ? .conflictingOptions : nil))
    }
}
