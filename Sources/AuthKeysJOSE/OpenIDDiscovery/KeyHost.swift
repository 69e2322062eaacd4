/// A host that may have the keys of another, and its port.
struct KeyHost: Sendable {
    /// As it is written: the port only where it is not that of https.
    let text: String
    private let host: String
    private let port: Int

    /// - Throws: `discovery.allowed-host`.
    init(_ text: String) throws(AuthKeysError) {
        guard let url = try? HTTPURL("https://\(text)"), url.target.isEmpty, url.origin == "https://\(text)" else {
            throw AuthKeysError(
                DiscoveryCode.allowedHost, "\(Escaper.json(text, shownLength: 64)) is no host that keys may come from",
                hint: "name the host alone, as keys.example.com or keys.example.com:8443")
        }
        self.init(of: url)
    }

    init(of url: HTTPURL) {
        host = url.host.lowercased()
        port = url.effectivePort
        let name = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
        text = port == 443 ? name : "\(name):\(port)"
    }

    func matches(_ url: HTTPURL) -> Bool {
        port == url.effectivePort && host.utf8.elementsEqual(url.host.lowercased().utf8)
    }
}
