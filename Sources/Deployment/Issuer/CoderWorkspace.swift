package import Encodings

/// A Coder workspace, whose apps are reached at `https://APP--WORKSPACE--OWNER.DOMAIN`.
package struct CoderWorkspace: Sendable, Hashable {
    /// The app of the API.
    package let apiApp: String
    /// The app of the site.
    package let siteApp: String
    package let workspace: String
    package let owner: String
    /// Of apps: what follows `*.` in Coder's wildcard access URL.
    package let domain: String

    /// - Parameter text: `SLUG,WORKSPACE,OWNER,DOMAIN`. The apps are `SLUG-api` and `SLUG-site`, or the two that are named
    ///   as `API/SITE` in the place of the slug.
    /// - Throws: `issuer.url`, `issuer.too-long`.
    package init(_ text: String) throws(AuthKeysError) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4 else {
            throw Self.refusal("has \(parts.count) part\(parts.count == 1 ? "" : "s") where four are expected")
        }
        let apps = parts[0].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard apps.count <= 2 else { throw Self.refusal("names more than two apps") }
        apiApp = apps.count == 2 ? apps[0] : "\(apps[0])-api"
        siteApp = apps.count == 2 ? apps[1] : "\(apps[0])-site"
        (workspace, owner, domain) = (parts[1], parts[2], parts[3])
        for (name, part) in [("app", apps[0]), ("app", siteApp), ("workspace", workspace), ("owner", owner)] {
            guard Self.isLabel(part) else { throw Self.refusal("names as \(name) '\(part)'") }
        }
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard labels.count > 1, labels.allSatisfy(Self.isLabel) else {
            throw Self.refusal("names as domain '\(domain)'")
        }
        for app in [apiApp, siteApp] where label(app).utf8.count > 63 {
            throw AuthKeysError(
                IssuerCode.tooLong,
                "'\(label(app))' has \(label(app).utf8.count) characters, and a part of a host name has 63 at most",
                hint: "use a shorter name for the workspace or the app")
        }
    }

    package var origins: DeploymentOrigins {
        DeploymentOrigins(api: "https://\(label(apiApp)).\(domain)", site: "https://\(label(siteApp)).\(domain)")
    }

    private func label(_ app: String) -> String { "\(app)--\(workspace)--\(owner)" }

    /// Letters, digits and single hyphens within: two would be taken for what separates the parts.
    private static func isLabel(_ text: String) -> Bool {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        return isPlain && !text.isEmpty && text.first != "-" && text.last != "-" && text.firstRange(of: "--") == nil
    }

    private static func refusal(_ found: String) -> AuthKeysError {
        AuthKeysError(
            IssuerCode.url, "the Coder workspace \(found)",
            hint: "write SLUG,WORKSPACE,OWNER,DOMAIN, such as convex,dev,alice,coder.example.com: letters, digits and "
                + "single hyphens")
    }
}
