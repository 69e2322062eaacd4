import Encodings
import HTTPExchange

/// What is said of a run of curl that brought no response.
struct CurlFailure {
    let request: CurlRequest
    let limits: CurlFetcher.Limits
    /// Whether the environment names a proxy for the request; `no_proxy` may still except it.
    let mayUseProxy: Bool

    private var origin: String { request.url.origin }

    var timeout: AuthKeysError {
        AuthKeysError(
            NetworkCode.timeout, "'\(origin)' did not answer within \(limits.time)",
            hint: "see where it waits: curl -sv -o /dev/null \(request.url.operandOfCurl)")
    }

    /// - Parameter reason: what ``reason(_:_:)`` makes of curl's words.
    func invalidResponse(_ reason: String = "") -> AuthKeysError {
        AuthKeysError(
            NetworkCode.invalidResponse, "what '\(origin)' sent is not an HTTP response\(reason)",
            hint: "check the port: another service may be listening there")
    }

    /// nil when there is a response.
    func error(_ ending: CurlProcess.Ending, messages: [UInt8]) -> AuthKeysError? {
        switch ending {
        case .byItself(.exited(0)): nil
        case .byItself(.exited(let status)): error(status, words: words(status, messages))
        case .byItself(.signalled(let number)): failed("curl was ended by signal \(number)")
        case .byItself(.unknown): failed("how curl ended was not told to this process")
        case .tooLate: timeout
        case .tooLarge(.body): tooLarge("a body", limits.bodySize)
        case .tooLarge(.headers): tooLarge("headers", limits.headerSize)
        }
    }

    /// The statuses of curl(1), "EXIT CODES".
    private func error(_ status: Int32, words: String) -> AuthKeysError {
        let word = shellWord(origin)
        let reason = reason(words)
        if isOfProxy(status, words) { return proxy(reason) }
        return switch status {
        case 3:
            AuthKeysError(
                NetworkCode.url, "curl does not take the URL of '\(origin)'\(reason)",
                hint: "write it out: https://HOST/PATH")
        case 6:
            AuthKeysError(
                NetworkCode.unreachable, "there is no host '\(request.url.host)'\(reason)",
                hint: "check the name: getent hosts \(shellWord(request.url.host))")
        case 7:
            AuthKeysError(
                NetworkCode.unreachable, "nothing answers at '\(origin)'\(reason)",
                hint: "check that it runs and that the port is right: curl -sv -o /dev/null \(word)")
        case 28: timeout
        case 63: tooLarge("a body", limits.bodySize)
        case 5, 97: proxy(reason)
        case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91, 98:
            AuthKeysError(
                NetworkCode.tls, "no secure connection to '\(origin)'\(reason)",
                hint: "see it: curl -sv -o /dev/null \(word); for a certificate of your own authority: "
                    + "export CURL_CA_BUNDLE=FILE")
        case 1, 8: invalidResponse(reason)
        case 18, 52, 55, 56, 92, 95, 96:
            AuthKeysError(
                NetworkCode.interrupted, "the connection to '\(origin)' ended before the response was there\(reason)",
                hint: "try again; see it: curl -sv -o /dev/null \(request.url.operandOfCurl)")
        default: failed("curl ended with status \(status)\(reason)")
        }
    }

    private func failed(_ what: String) -> AuthKeysError {
        AuthKeysError(
            NetworkCode.failed, "cannot fetch from '\(origin)': \(what)",
            hint: "see it: curl -sv -o /dev/null \(request.url.operandOfCurl); curl --version")
    }

    private func tooLarge(_ what: String, _ limit: Int) -> AuthKeysError {
        AuthKeysError(
            NetworkCode.tooLarge, "'\(origin)' sends \(what) of more than \(limit) bytes, the most that is read here",
            hint: "check that it is the address that was meant")
    }

    private func proxy(_ reason: String) -> AuthKeysError {
        AuthKeysError(
            NetworkCode.proxy, "cannot reach '\(origin)' through the proxy\(reason)",
            hint: "check the proxy: env | grep -i _proxy; or except the host in no_proxy")
    }

    /// curl has one status for a proxy and for a server that cannot be reached, and says in words which it was.
    private func isOfProxy(_ status: Int32, _ words: String) -> Bool {
        guard mayUseProxy else { return false }
        return switch status {
        case 7:
            words.contains(" via ") || words.hasPrefix(Self.unreadableProxy)
                || words.hasPrefix("Failed to connect to ")
                    && !words.hasPrefix("Failed to connect to \(request.url.host) port \(request.url.effectivePort) ")
        case 56: words.contains("CONNECT ") || words.contains("from proxy")
        default: false
        }
    }

    /// What follows is the URL of the proxy, with its password.
    private static let unreadableProxy = "Unsupported proxy"

    /// curl's own words, which can hold text of the server: escaped, and only the line that is known to be an error and
    /// not, say, a warning that repeats a part of the configuration.
    private func words(_ status: Int32, _ messages: [UInt8]) -> String {
        let mark = Array("curl: (\(status)) ".utf8)
        guard let line = messages.split(separator: UInt8(ascii: "\n")).last(where: { $0.starts(with: mark) }) else {
            return ""
        }
        var words = Array(line.dropFirst(mark.count))
        while words.last == UInt8(ascii: " ") { words.removeLast() }
        return Escaper.terminal(bytes: words.span)
    }

    /// `: ` and those words, cut; nothing where they may hold a secret: a credential, or the URL of a proxy.
    private func reason(_ words: String) -> String {
        let isSecret = request.hasCredential && request.headers.contains { holds(words, $0.value) }
        let holdsURL = words.contains("@") || words.contains("://") || words.hasPrefix(Self.unreadableProxy)
        guard !words.isEmpty, !isSecret, !holdsURL else { return "" }
        let cut = words.unicodeScalars.prefix(160)
        return ": \(String(cut))\(cut.endIndex == words.unicodeScalars.endIndex ? "" : "…")"
    }

    private func holds(_ text: String, _ value: String) -> Bool {
        value.split(separator: " ").contains { $0.utf8.count >= 8 && text.contains($0) }
    }
}
