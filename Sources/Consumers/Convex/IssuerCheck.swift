internal import Encodings
internal import HTTPExchange

/// Judges an address that others look up: the one judge for every command that takes one.
package enum IssuerCheck {
    /// The port of the API in Convex's images; HTTP actions, and with them discovery, are at ``sitePort``.
    package static let apiPort = 3210
    package static let sitePort = 3211

    /// Empty when there is nothing to say. The text itself is repeated, so it must be no secret.
    package static func complaints(about text: String, as role: IssuerRole = .deployment) -> [IssuerComplaint] {
        if bare(text).utf8.first == UInt8(ascii: "$") {
            return [
                refusal(
                    IssuerCode.scheme, "the \(role.noun) '\(text)' is a variable that nothing replaced",
                    hint:
                        "single quotes keep a shell from it, and many readers of files replace none: write the address itself"
                )
            ]
        }
        let hasScheme = ["https://", "http://"].contains { text.lowercased().utf8.starts(with: $0.utf8) }
        guard hasScheme else {
            return [
                refusal(
                    IssuerCode.scheme, "the \(role.noun) '\(text)' does not begin with https:// or http://",
                    hint: schemeHint(text, role))
            ]
        }
        let url: HTTPURL
        do throws(AuthKeysError) { url = try HTTPURL(text) } catch {
            guard bare(text).utf8.count == text.utf8.count else {
                return [
                    refusal(
                        IssuerCode.url, "the \(role.noun) '\(text)' ends in a blank or a quote",
                        hint: schemeHint(text, role))
                ]
            }
            return [refusal(IssuerCode.url, "the \(role.noun) is no URL of a host: \(error.message)", hint: error.hint)]
        }
        return [shape(text, url, role), port(url, role), loopback(url, role)].compactMap { $0 }
    }

    private static func schemeHint(_ text: String, _ role: IssuerRole) -> String {
        let bare = bare(text)
        var address = bare
        while role.isOrigin, address.utf8.last == UInt8(ascii: "/") { address.removeLast() }
        let scheme = address.prefix { $0 != ":" }
        let rest = address.dropFirst(scheme.count)
        let isNamed = rest.utf8.starts(with: "://".utf8)
        let isKnown = ["https", "http"].contains(scheme.lowercased())
        if isNamed, !isKnown { return "the scheme is https:// or http://" }
        let host = (isKnown ? rest.drop { $0 == ":" || $0 == "/" } : address[...]).prefix { $0 != "/" }
        let whole = isNamed ? address : "https://\(host.isEmpty ? "HOST" : host)"
        return bare.utf8.count < text.utf8.count
            ? "quotes and blanks belong to the value here; leave them out: \(whole)" : "write it out: \(whole)"
    }

    /// Without the blanks and quotes around it.
    static func bare(_ text: String) -> String {
        let surplus = [UInt8(ascii: " "), 0x09, 0x0A, 0x0D, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`")]
        let bare = Array(text.utf8.drop { surplus.contains($0) }.reversed().drop { surplus.contains($0) }.reversed())
        return String(decoding: bare, as: UTF8.self)
    }

    /// What stands behind the host and its port.
    private static func shape(_ text: String, _ url: HTTPURL, _ role: IssuerRole) -> IssuerComplaint? {
        let path = url.target.prefix { $0 != "?" }
        let isWhole = text.utf8.elementsEqual((url.origin + path).utf8)
        if isWhole, path.utf8.last == UInt8(ascii: "/"), path.utf8.count == 1 || !role.isOrigin {
            let slash =
                role == .cloudOrigin
                ? ""
                : ": discovery would look at '\(text)/.well-known/…', and the issuer of a token is compared byte for byte"
            return refusal(
                IssuerCode.trailingSlash, "the \(role.noun) '\(text)' ends in a slash\(slash)",
                hint: "leave it out: \(text.dropLast())")
        }
        guard role.isOrigin else {
            guard !isWhole else { return nil }
            return refusal(
                IssuerCode.path, "the issuer '\(text)' has a query, a fragment or a scheme in upper case",
                hint: "leave it out, here and in the setting of the service that signs: \(url.origin)\(path)")
        }
        guard !isWhole || !path.isEmpty else { return nil }
        let meaning =
            role == .cloudOrigin
            ? "it is the address of the API alone" : "the issuer of a deployment is its site origin"
        return refusal(
            IssuerCode.path, "the \(role.noun) '\(text)' has something behind its host and port",
            hint: "\(meaning): \(url.origin)")
    }

    private static func port(_ url: HTTPURL, _ role: IssuerRole) -> IssuerComplaint? {
        guard url.port == apiPort, role != .cloudOrigin else { return nil }
        let site = url.origin.dropLast(String(apiPort).count) + String(sitePort)
        return IssuerComplaint(
            error: AuthKeysError(
                IssuerCode.apiPort,
                "the issuer '\(url.origin)' names port \(apiPort), which is the API; /.well-known is at the site origin",
                hint: "use \(site), or the name that a proxy gives to port \(sitePort)"),
            isRefusal: role == .deployment)
    }

    private static func loopback(_ url: HTTPURL, _ role: IssuerRole) -> IssuerComplaint? {
        guard url.isLoopback, role != .cloudOrigin else { return nil }
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
        return IssuerComplaint(
            error: AuthKeysError(
                IssuerCode.loopback,
                "the issuer '\(url.origin)' is, inside the backend's container, the container, where only \(apiPort) and "
                    + "\(sitePort) listen",
                hint: "use a name that the container can reach, or \(url.scheme.rawValue)://\(url.host):\(sitePort)"),
            isRefusal: role == .deployment)
    }

    private static func refusal(_ code: IssuerCode, _ message: String, hint: String?) -> IssuerComplaint {
        IssuerComplaint(error: AuthKeysError(code, message, hint: hint), isRefusal: true)
    }
}
