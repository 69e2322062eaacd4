internal import Consumers
package import HTTPExchange

/// The issuer whose documents were asked for, and who says that it is one.
package struct LiveIssuer: Sendable {
    package enum Origin: Sendable, Hashable {
        /// By option, or by a variable, which is named.
        case given(String)
        /// By the deployment's own document.
        case ofTheDeployment
        /// From the API origin, by the ports of the images.
        case byPort
    }

    /// Byte for byte as tokens have it.
    package let text: String
    package let url: HTTPURL
    package let origin: Origin

    package init(_ text: String, _ url: HTTPURL, _ origin: Origin) {
        self.text = text
        self.url = url
        self.origin = origin
    }
}

extension LiveIssuer {
    /// The site origin beside an API origin that has the port of Convex's images.
    package static func site(besideAPI api: HTTPURL) -> String? {
        guard api.port == IssuerCheck.apiPort else { return nil }
        return api.origin.dropLast(String(IssuerCheck.apiPort).count) + String(IssuerCheck.sitePort)
    }

    var siteByPort: String? { Self.site(besideAPI: url) }
}
