package import Encodings
internal import HTTPExchange

/// What is wrong with an issuer, or may be.
package struct IssuerComplaint: Sendable, Hashable {
    package let error: AuthKeysError
    /// Whether no token with this issuer can be verified; else it depends on who looks.
    package let isRefusal: Bool
}

/// Judges the issuer of a Convex deployment: its site origin, which the backend itself looks up, from where it runs.
package enum IssuerCheck {
    /// The port of the API in Convex's images; HTTP actions, and with them discovery, are at ``sitePort``.
    package static let apiPort = 3210
    package static let sitePort = 3211

    /// Empty when there is nothing to say. The text itself is repeated, so it must be no secret.
    package static func complaints(about text: String) -> [IssuerComplaint] {
        let hasScheme = ["https://", "http://"].contains { text.lowercased().utf8.starts(with: $0.utf8) }
        guard hasScheme else {
            return [
                refusal(
                    IssuerCode.scheme, "the issuer '\(text)' does not begin with https:// or http://",
                    hint: "write it out: https://\(text.prefix { $0 != "/" && $0 != ":" })")
            ]
        }
        let url: HTTPURL
        do throws(AuthKeysError) { url = try HTTPURL(text) } catch {
            return [refusal(IssuerCode.url, "the issuer is no URL of a host: \(error.message)", hint: error.hint)]
        }
        return [path(text, url), port(url), loopback(url)].compactMap { $0 }
    }

    private static func path(_ text: String, _ url: HTTPURL) -> IssuerComplaint? {
        guard !text.utf8.elementsEqual(url.origin.utf8) else { return nil }
        guard text.utf8.elementsEqual("\(url.origin)/".utf8) else {
            return refusal(
                IssuerCode.path, "the issuer '\(text)' has something behind its host and port",
                hint: "the issuer of a deployment is its site origin: \(url.origin)")
        }
        return refusal(
            IssuerCode.trailingSlash,
            "the issuer '\(text)' ends in a slash: discovery would look at '\(text)/.well-known/…', and the issuer of a "
                + "token is compared byte for byte", hint: "leave it out: \(url.origin)")
    }

    private static func port(_ url: HTTPURL) -> IssuerComplaint? {
        guard url.port == apiPort else { return nil }
        let site = url.origin.dropLast(String(apiPort).count) + String(sitePort)
        return refusal(
            IssuerCode.apiPort,
            "the issuer '\(url.origin)' names port \(apiPort), which is the API; /.well-known is at the site origin",
            hint: "use \(site), or the name that a proxy gives to port \(sitePort)")
    }

    private static func loopback(_ url: HTTPURL) -> IssuerComplaint? {
        guard url.isLoopback else { return nil }
        if url.port == sitePort {
            return IssuerComplaint(
                error: AuthKeysError(
                    IssuerCode.loopback,
                    "the issuer '\(url.origin)' is this machine to whoever looks it up: the backend finds itself there, "
                        + "and nobody else does",
                    hint: "fine on one machine; for others use a name that they and the container can reach"),
                isRefusal: false)
        }
        guard url.port != apiPort else { return nil }
        return refusal(
            IssuerCode.loopback,
            "the issuer '\(url.origin)' is, inside the backend's container, the container, where only \(apiPort) and "
                + "\(sitePort) listen",
            hint: "use a name that the container can reach, or \(url.scheme.rawValue)://\(url.host):\(sitePort)")
    }

    private static func refusal(_ code: IssuerCode, _ message: String, hint: String?) -> IssuerComplaint {
        IssuerComplaint(error: AuthKeysError(code, message, hint: hint), isRefusal: true)
    }
}
