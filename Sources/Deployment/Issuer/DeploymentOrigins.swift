internal import Consumers
package import Encodings
internal import HTTPExchange

/// The two addresses of a self-hosted deployment, and every variable that holds one of them.
package struct DeploymentOrigins: Sendable, Hashable {
    package struct Variable: Sendable, Hashable {
        package let name: String
        package let value: String
        /// Who reads it, for people.
        package let reader: String
    }

    /// Port 3210: clients, the CLI and the dashboard.
    package let api: String
    /// Port 3211: HTTP actions, discovery; the issuer.
    package let site: String

    package init(api: String, site: String) {
        self.api = api
        self.site = site
    }

    /// A machine that both ports are reached at.
    ///
    /// - Parameter host: a name or an address, with or without `https://` before it; plain http without.
    /// - Throws: `issuer.url`, `issuer.path`.
    package init(host: String) throws(AuthKeysError) {
        let text = host.firstRange(of: "://") == nil ? "http://\(host)" : host
        let url: HTTPURL
        do throws(AuthKeysError) { url = try HTTPURL(text) } catch {
            throw AuthKeysError(
                IssuerCode.url, "'\(host)' is no host: \(error.message)", hint: "name it alone: 192.0.2.7")
        }
        guard url.port == nil, url.target.isEmpty, text.utf8.elementsEqual(url.origin.utf8) else {
            throw AuthKeysError(
                IssuerCode.path, "'\(host)' has something behind the host", hint: "name the host alone: \(url.host)")
        }
        api = "\(url.origin):\(IssuerCheck.apiPort)"
        site = "\(url.origin):\(IssuerCheck.sitePort)"
    }

    package var variables: [Variable] {
        [
            Variable(name: "CONVEX_CLOUD_ORIGIN", value: api, reader: "the backend's container: its API, port 3210"),
            Variable(
                name: "CONVEX_SITE_ORIGIN", value: site,
                reader: "the backend's container: HTTP actions, port 3211; this is the issuer"),
            Variable(name: "NEXT_PUBLIC_DEPLOYMENT_URL", value: api, reader: "the dashboard's container"),
            Variable(name: "CONVEX_SELF_HOSTED_URL", value: api, reader: "npx convex and authkeys convex"),
            Variable(name: "NEXT_PUBLIC_CONVEX_URL", value: api, reader: "the client, with Next.js"),
            Variable(name: "VITE_CONVEX_URL", value: api, reader: "the client, with Vite"),
        ]
    }
}
