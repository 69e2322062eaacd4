package import Encodings
internal import HTTPExchange

/// The URL that tokens name as their issuer, and below which its discovery document is.
package struct Issuer: Sendable, Hashable {
    package let text: String
    /// What is valid and probably a mistake, a sentence each.
    package let doubts: [String]

    /// - Throws: `network.url` for what no verifier could follow: no http(s) URL, a query, a fragment, a slash at the
    ///   end. Issuers are compared byte for byte, and `/.well-known/…` is put behind them.
    package init(_ text: String) throws(AuthKeysError) {
        let url = try HTTPURL(text)
        guard url.text.utf8.elementsEqual(text.utf8), !text.contains("?") else {
            throw AuthKeysError(
                NetworkCode.url, "an issuer with a query or a fragment", hint: "leave out what follows the path")
        }
        guard text.utf8.last != UInt8(ascii: "/") else {
            throw AuthKeysError(
                NetworkCode.url, "an issuer with a slash at its end, which makes /.well-known a path of two slashes",
                hint: "leave the slash out, here and in the setting of the service that signs")
        }
        self.text = text
        var doubts: [String] = []
        if url.port == 3210 {
            doubts.append("port 3210 is the API of a Convex backend; its issuer is the site origin, port 3211")
        }
        if url.isLoopback, url.port != 3211 {
            doubts.append("in a container \(url.host) is the container itself, and nothing answers there but port 3211")
        }
        self.doubts = doubts
    }

    var wellKnown: String { text + "/.well-known" }
}
