/// Finds the keys of an issuer by its URL (OpenID Connect Discovery 1.0 §4).
///
/// The document is believed in one thing only, where the keys are, and in that only when it names the very issuer that
/// was asked for and a place of that issuer's own. Redirects are the fetcher's business.
public struct OpenIDDiscovery: Sendable {
    /// As it was given: what the document and the tokens have to say byte for byte.
    public let issuer: String
    private let location: HTTPURL
    private let allowedKeyHosts: [KeyHost]
    private let allowsPlainHTTP: Bool

    /// The longest document that is read, in bytes. Those of large issuers have 2 to 4 KiB.
    public static let maximumSize = 64 * 1024

    /// - Parameters:
    ///   - issuer: what tokens have in `iss`: `https`, a host, perhaps a path, no query and no fragment (§3).
    ///   - allowedKeyHosts: where else than at the issuer's own origin the keys may be, each as `HOST`, for https and
    ///     its port, or as `HOST:PORT`. Google's are at `www.googleapis.com`.
    ///   - allowsPlainHTTP: whether another machine may be asked over http, where anybody on the way can answer. This
    ///     machine's own addresses are always allowed.
    /// - Throws: `discovery.issuer`, `discovery.allowed-host`, `network.cleartext`.
    public init(
        issuer: String, allowedKeyHosts: [String] = [], allowsPlainHTTP: Bool = false
    ) throws(AuthKeysError) {
        self.issuer = issuer
        location = try Self.location(issuer)
        var hosts: [KeyHost] = []
        for host in allowedKeyHosts { hosts.append(try KeyHost(host)) }
        self.allowedKeyHosts = hosts
        self.allowsPlainHTTP = allowsPlainHTTP
        try requireProtection(location, "the issuer's document")
    }

    /// For `/.well-known/openid-configuration` below the issuer, which loses a `/` at its end first (§4).
    public var request: HTTPRequest {
        HTTPRequest(
            url: Self.documentURL(of: location), headers: [HTTPField(name: "Accept", value: "application/json")])
    }

    static func documentURL(of issuer: HTTPURL) -> String {
        let base = issuer.text.utf8.last == UInt8(ascii: "/") ? String(issuer.text.dropLast()) : issuer.text
        return base + "/.well-known/openid-configuration"
    }

    /// Asks the issuer, and judges what it says.
    ///
    /// - Throws: what the fetcher throws, `network.failed` where that is no `AuthKeysError`; the codes of
    ///   ``metadata(from:)``.
    public func metadata(fetch: HTTPFetch) async throws(AuthKeysError) -> OpenIDProviderMetadata {
        try metadata(from: try await request.sent(by: fetch))
    }

    /// Judges the response to ``request``, for programs that send it themselves.
    ///
    /// - Throws: `discovery.status`, `discovery.too-large`, `discovery.web-page`, `discovery.malformed`,
    ///   `discovery.member`, `discovery.issuer-mismatch`, `discovery.jwks-uri`, `discovery.foreign-keys`,
    ///   `network.cleartext`.
    public func metadata(from response: HTTPResponse) throws(AuthKeysError) -> OpenIDProviderMetadata {
        let document = try DiscoveryDocument(response, from: location)
        let found = try document.string("issuer")
        guard found.utf8.elementsEqual(issuer.utf8) else {
            throw AuthKeysError(
                DiscoveryCode.issuerMismatch,
                "the document of the issuer \(Self.quoted(issuer)) names the issuer \(Self.quoted(found))",
                hint: IssuerDifference(asked: issuer, found: found).hint)
        }
        return OpenIDProviderMetadata(issuer: issuer, keySetURL: try keySetURL(document.string("jwks_uri")))
    }

    private func keySetURL(_ text: String) throws(AuthKeysError) -> String {
        let url: HTTPURL
        do throws(AuthKeysError) {
            url = try HTTPURL(text)
        } catch {
            throw AuthKeysError(
                DiscoveryCode.keySetURL, "the issuer's jwks_uri is not one to fetch: \(error.message)",
                hint: "the server has to give it in full, as https://HOST/PATH")
        }
        guard url.hasSameOrigin(as: location) || allowedKeyHosts.contains(where: { $0.matches(url) }) else {
            throw AuthKeysError(
                DiscoveryCode.foreignKeys,
                "the issuer '\(location.origin)' has its keys at another origin, '\(url.origin)'",
                hint: foreignKeysHint(url))
        }
        try requireProtection(url, "the issuer's key set")
        return url.text
    }

    private func foreignKeysHint(_ url: HTTPURL) -> String {
        if url.scheme == .http, location.scheme == .https, url.host.lowercased() == location.host.lowercased() {
            return "the server takes itself for http: set its public URL, or have the proxy before it send"
                + " X-Forwarded-Proto"
        }
        return "if the issuer says so in its own documentation, allow '\(KeyHost(of: url).text)' by name;"
            + " else correct the public URL of the server"
    }

    private func requireProtection(_ url: HTTPURL, _ what: String) throws(AuthKeysError) {
        guard url.isProtected || allowsPlainHTTP else {
            throw AuthKeysError(
                NetworkCode.cleartext, "\(what) would be fetched over plain http from '\(url.origin)'",
                hint: "use https; or allow plain http where nobody else is on the network between")
        }
    }

    private static func location(_ issuer: String) throws(AuthKeysError) -> HTTPURL {
        let url: HTTPURL
        do throws(AuthKeysError) {
            url = try HTTPURL(issuer)
        } catch {
            throw AuthKeysError(
                DiscoveryCode.issuer, "this is no issuer that can be asked: \(error.message)", hint: error.hint)
        }
        guard !issuer.utf8.contains(UInt8(ascii: "?")), !issuer.utf8.contains(UInt8(ascii: "#")) else {
            throw AuthKeysError(
                DiscoveryCode.issuer, "an issuer with a query or a fragment",
                hint: "give what tokens have in 'iss', which ends before '?' and '#'")
        }
        if let path = issuer.firstRange(of: "/.well-known/") {
            throw AuthKeysError(
                DiscoveryCode.issuer, "this is the URL of a document where that of an issuer is expected",
                hint: "leave the rest out: \(issuer[..<path.lowerBound])")
        }
        return url
    }

    private static func quoted(_ text: String) -> String {
        Escaper.json(text, shownLength: 256)
    }
}
