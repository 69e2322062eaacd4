import Encodings
import Foundation
import HTTPExchange
import HostSystem
import TestSupport
import Testing

/// The program that is run, what it is told, and that it is gone afterwards.
@Suite struct CurlProcessTests {
    private static let url = "http://127.0.0.1:1/"

    @Test(arguments: ["", "PLACE", "PLACE/none", ".", "PLACE/folder", ":::"])
    func withoutCurlThereIsAClearError(_ path: String) throws {
        let place = try TemporaryFolder()
        try place.makeFolder("folder/curl")
        try place.makeFile("curl", "#!/bin/sh\n", mode: 0o600)
        let fetcher = CurlFetcher(environment: ["PATH": path.replacing("PLACE", with: place.path)])
        let error = CurlSamples.error(fetcher, Self.url)
        #expect(error?.code == NetworkCode.noCurl.code)
        #expect(error?.hint?.contains("install curl") == true)
        #expect(CurlSamples.error(CurlFetcher(environment: [:]), Self.url)?.code == NetworkCode.noCurl.code)
    }

    /// The first argument is what keeps ~/.curlrc out, and no argument is a secret.
    @Test func argumentsAndEnvironmentAreTheSameForEveryRequest() throws {
        let place = try TemporaryFolder()
        var fetcher = try CurlSamples.fetcher(
            faking: #"printf '%s\n' "$@" > "$here/arguments"; env > "$here/environment"; exit 7"#, in: place)
        var environment: [String: String] = [:]
        for name in [
            "HOME", "CURL_HOME", "XDG_CONFIG_HOME", "SSLKEYLOGFILE", "LD_PRELOAD_NONE", "JWT_PRIVATE_KEY", "NETRC",
            "http_proxy", "HTTPS_PROXY", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE",
        ] {
            environment[name] = "value of \(name)"
        }
        environment["PATH"] = place.path
        environment["NO_PROXY"] = "a\0b"
        fetcher = CurlFetcher(environment: environment, limits: fetcher.limits)
        #expect(
            CurlSamples.error(fetcher, Self.url, credential: CurlSamples.credential)?.code
                == NetworkCode.unreachable.code)
        #expect(try String(contentsOfFile: place["arguments"], encoding: .utf8) == "-q\n--config\n-\n")
        let names = try String(contentsOfFile: place["environment"], encoding: .utf8).split(separator: "\n")
            .compactMap { $0.split(separator: "=").first }.filter { !["PWD", "_", "OLDPWD", "SHLVL"].contains($0) }
        #expect(
            names.sorted() == [
                "CURL_CA_BUNDLE", "HTTPS_PROXY", "LANG", "LC_ALL", "SSL_CERT_DIR", "SSL_CERT_FILE", "http_proxy",
                "no_proxy",
            ])
    }

    /// As after `exec 7< key.pem` in a shell: descriptors without close-on-exec, low and high ones.
    @Test(arguments: [[], [1, 2, 3]] as [[UInt8]]) func inheritsNothingThatIsOpenHere(_ body: [UInt8]) throws {
        let place = try TemporaryFolder()
        try place.makeFile("key.pem", "secret")
        let first = unsafe open(place["key.pem"], O_RDONLY)
        let opened = [first, fcntl(first, F_DUPFD, 7), fcntl(first, F_DUPFD, 300)]
        defer { for descriptor in opened { close(descriptor) } }
        try #require(opened.allSatisfy { $0 >= 0 })
        // The last is that of the folder which ls reads.
        let fetcher = try CurlSamples.fetcher(
            faking: "/bin/ls /proc/self/fd > \"$here/descriptors\"; exit 7", in: place)
        let error = thrownError { () throws(AuthKeysError) in
            _ = try fetcher.fetch(HTTPRequest(method: body.isEmpty ? "GET" : "POST", url: Self.url, body: body))
        }
        #expect(error?.code == NetworkCode.unreachable.code)
        let found = try String(contentsOfFile: place["descriptors"], encoding: .utf8)
        #expect(found.split(separator: "\n").joined(separator: " ") == (body.isEmpty ? "0 1 2 3 4" : "0 1 2 3 4 5"))
    }

    /// Even where curl finds a home: the real one is run behind a script that names one.
    @Test func aConfigurationInTheHomeFolderHasNoEffect() throws {
        let place = try TemporaryFolder()
        let server = try LoopbackServer()
        try place.makeFile(".curlrc", "header = \"X-Injected: 1\"\nuser-agent = \"injected\"\n")
        let home = ["HOME": place.path, "CURL_HOME": place.path, "PATH": CurlSamples.environment["PATH"] ?? ""]
        try CurlSamples.runCarelessly(["-s", server.url("/echo")], environment: home)
        let curl = try Executable.path(of: "curl")
        let fetcher = try CurlSamples.fetcher(
            faking: "export HOME=\"$here\" CURL_HOME=\"$here\"; exec \(curl) \"$@\"", in: place)
        #expect(try fetcher.fetch(HTTPRequest(url: server.url("/echo"))).status == 200)
        #expect(try server.stop().map { $0.values(of: "X-Injected").count } == [1, 0])
    }

    @Test(arguments: [
        ("exec tail -f /dev/null", NetworkCode.timeout), ("exec cat /dev/zero", .tooLarge),
        ("exec cat /dev/zero >&3", .tooLarge), ("exec > /dev/null 2>&1 3>&1; exec tail -f /dev/null", .timeout),
        ("exec cat /dev/zero >&2", .timeout), ("exit 2", .failed), ("exit 0", .invalidResponse),
        ("kill -9 $$", .failed),
        ("exec <&-; exit 60", .tls),
    ])
    func itIsGoneAfterwards(_ behaviour: String, _ code: NetworkCode) throws {
        let place = try TemporaryFolder()
        let fetcher = try CurlSamples.fetcher(faking: "echo $$ > \"$here/process\"; \(behaviour)", in: place) {
            // Only those that never end are cut short: on a busy machine the others may take their time.
            if code == .timeout { $0.time = .seconds(5) }
        }
        let error = thrownError { () throws(AuthKeysError) in
            _ = try fetcher.fetch(
                HTTPRequest(method: "POST", url: Self.url, body: [UInt8](repeating: 1, count: 200_000)))
        }
        #expect(error?.code == code.code)
        let text = try String(contentsOfFile: place["process"], encoding: .utf8)
        let process = try #require(pid_t(text.dropLast()))
        #expect(kill(process, 0) == -1 && errno == ESRCH)
    }

    /// Only the line of the error is told, escaped and cut, and not when it repeats the credential.
    @Test(arguments: [
        ("curl: (7) Failed\\nfor \\033[31mred", ": Failed"), ("curl: (7) \\033[31mred", ": \\u{1B}[31mred"),
        ("Warning: header s3cr3t-admin-key\\ncurl: (7) no", ": no"), ("curl: (7) s3cr3t-admin-key", ""),
        ("curl: (6) other", ""), ("curl: (7) \\377", ": \\x{FF}"), ("", ""),
    ])
    func whatCurlSaysIsToldInOneLine(_ messages: String, _ reason: String) throws {
        let place = try TemporaryFolder()
        let fetcher = try CurlSamples.fetcher(faking: "printf '\(messages)\\n' >&2; exit 7", in: place)
        let error = CurlSamples.error(fetcher, Self.url, credential: CurlSamples.credential)
        #expect(error?.message == "nothing answers at 'http://127.0.0.1:1'\(reason)")
        #expect(error?.everyWord.contains("s3cr3t") == false)
    }

    @Test(arguments: [
        (7, "Failed to connect to 127.0.0.1 port 9 after 0 ms: no", NetworkCode.proxy),
        (7, "Failed to connect to 127.0.0.1 port 1 after 0 ms: no", .unreachable),
        (7, "Failed to connect to 127.0.0.1 port 1 via proxy.example after 0 ms: no", .proxy),
        (7, "", .unreachable), (56, "CONNECT tunnel failed, response 407", .proxy), (56, "Recv failure", .interrupted),
        (56, "Received HTTP code 407 from proxy after CONNECT", .proxy),
    ])
    func aProxyThatFailsIsNotTheServer(_ status: Int, _ words: String, _ code: NetworkCode) throws {
        let place = try TemporaryFolder()
        var fetcher = try CurlSamples.fetcher(
            faking: "printf 'curl: (\(status)) \(words)\\n' >&2; exit \(status)", in: place)
        #expect(CurlSamples.error(fetcher, Self.url)?.code != NetworkCode.proxy.code)
        let environment = ["PATH": place.path, "http_proxy": "http://127.0.0.1:9"]
        fetcher = CurlFetcher(environment: environment, limits: fetcher.limits)
        #expect(CurlSamples.error(fetcher, Self.url)?.code == code.code)
    }

    /// curl repeats the whole URL of a proxy that it cannot read.
    @Test(arguments: [
        "nonsense://user:s3cr3t@127.0.0.1", "http://user:s3cr3t@127.0.0.1:99999999", "http://user:s3/cr3t@127.0.0.1",
        "user:s3cr3t\(String(repeating: "x", count: 400))@127.0.0.1:99999999",
    ])
    func thePasswordOfAProxyIsNotRepeated(_ proxy: String) throws {
        let fetcher = CurlSamples.fetcher(adding: ["http_proxy": proxy])
        let error = try #require(CurlSamples.error(fetcher, Self.url))
        #expect(error.code == NetworkCode.proxy.code)
        #expect(!error.everyWord.contains("s3"))
    }

    @Test func aLongReasonIsCut() throws {
        let place = try TemporaryFolder()
        let fetcher = try CurlSamples.fetcher(
            faking: "printf 'curl: (7) %01000d\\n' 0 >&2; exit 7", in: place)
        #expect(CurlSamples.error(fetcher, Self.url)?.message.utf8.count ?? 0 < 300)
    }

    @Test func everyStatusOfCurlHasAMeaning() throws {
        let place = try TemporaryFolder()
        for (status, code) in [
            (1, NetworkCode.invalidResponse), (2, .failed), (3, .url), (5, .proxy), (6, .unreachable),
            (18, .interrupted),
            (28, .timeout), (35, .tls), (52, .interrupted), (56, .interrupted), (63, .tooLarge), (77, .tls),
            (97, .proxy),
            (127, .failed),
        ] {
            try? FileManager.default.removeItem(atPath: place["curl"])
            let fetcher = try CurlSamples.fetcher(faking: "exit \(status)", in: place)
            let error = CurlSamples.error(fetcher, Self.url)
            #expect(error?.code == code.code, "\(status)")
            #expect(error?.message.contains("'http://127.0.0.1:1'") == true || status == 6)
            #expect(error?.hint != nil)
        }
    }
}
