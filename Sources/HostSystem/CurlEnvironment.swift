internal import Encodings
internal import Glibc
internal import HTTPExchange

/// What curl learns of the environment, and where it is found.
struct CurlEnvironment: Sendable {
    /// Where proxies and certificates are. Nothing else is handed on: not HOME, where curl looks for files of its own,
    /// not SSLKEYLOGFILE, which makes it write down the keys of every connection, and none of the secrets that
    /// environments hold.
    static let allowed = [
        "ALL_PROXY", "CURL_CA_BUNDLE", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "SSL_CERT_DIR", "SSL_CERT_FILE",
        "all_proxy", "http_proxy", "https_proxy", "no_proxy",
    ]

    let variables: [String: String]

    /// `NAME=value`, with messages of curl in English.
    var entries: [String] {
        Self.allowed.compactMap { name in
            // The value of a variable that was set holds no NUL; one from elsewhere might.
            variables[name].flatMap { $0.utf8.contains(0) ? nil : "\(name)=\($0)" }
        } + ["LANG=C", "LC_ALL=C"]
    }

    /// Whether curl would look at a proxy for it. `HTTP_PROXY` is none for curl: a CGI request could set it.
    func namesProxy(for request: CurlRequest) -> Bool {
        let names =
            ["ALL_PROXY", "all_proxy"]
            + (request.url.scheme == .http ? ["http_proxy"] : ["HTTPS_PROXY", "https_proxy"])
        return !request.bypassesProxy && names.contains { variables[$0].map { !$0.isEmpty } ?? false }
    }

    /// The absolute path of curl. A part of PATH that is relative is passed over: a folder that somebody works in
    /// decides nothing.
    ///
    /// - Throws: `network.no-curl`.
    func executable() throws(AuthKeysError) -> String {
        for folder in variables["PATH", default: ""].split(separator: ":") where folder.utf8.first == UInt8(ascii: "/")
        {
            let path = "\(folder)/curl"
            var status = stat()
            if !FilePath.holdsNUL(path), unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
                unsafe access(path, X_OK) == 0
            {
                return path
            }
        }
        throw AuthKeysError(
            NetworkCode.noCurl, "there is no program 'curl' on PATH, and the network is reached through it alone",
            hint: "install it: apt-get install curl, or apk add curl; or fetch the file elsewhere and name its path")
    }
}
