package import Consumers
package import Encodings
package import HTTPExchange

/// Which self-hosted deployment to talk to, and with which right.
package struct DeploymentConfiguration: Sendable {
    package static let urlName = "CONVEX_SELF_HOSTED_URL"
    package static let adminKeyName = "CONVEX_SELF_HOSTED_ADMIN_KEY"
    static let cloudNames = ["CONVEX_DEPLOYMENT", "CONVEX_DEPLOY_KEY"]

    /// Of its API, without a slash at its end.
    package let url: HTTPURL
    package let adminKey: AdminKey

    package init(url: HTTPURL, adminKey: AdminKey) {
        self.url = url
        self.adminKey = adminKey
    }

    /// - Throws: `convex.mixed-configuration`, `convex.cloud-deployment`, `convex.not-configured`,
    ///   `convex.admin-key-lost`, `convex.admin-key-form`, `convex.carriage-return`, `network.url`.
    package init(_ settings: DeploymentSettings) throws(AuthKeysError) {
        let url = settings.nonempty(Self.urlName)
        let key = settings.nonempty(Self.adminKeyName)
        try Self.refuseCloud(settings, isSelfHosted: url != nil || key != nil)
        guard let url else { throw Self.missing(Self.urlName, settings, hint: Self.howToSet) }
        guard let key else { throw Self.missingKey(settings, url) }
        self.url = try Self.url(url)
        do throws(AuthKeysError) { adminKey = try AdminKey(key.value) } catch {
            throw error.about("\(Self.adminKeyName) \(key.place)")
        }
    }

    /// Where the API is, when that alone is asked.
    /// - Throws: `convex.carriage-return`, `network.url`.
    package static func url(in settings: DeploymentSettings) throws(AuthKeysError) -> HTTPURL? {
        try settings.nonempty(urlName).map { setting throws(AuthKeysError) in try url(setting) }
    }

    /// With the admin key of settings that name no URL.
    /// - Throws: what ``init(_:)`` throws of an admin key.
    package init(_ settings: DeploymentSettings, at url: HTTPURL) throws(AuthKeysError) {
        guard settings.nonempty(Self.urlName) == nil, let key = settings.nonempty(Self.adminKeyName) else {
            self = try Self(settings)
            return
        }
        try Self.refuseCloud(settings, isSelfHosted: true)
        self.url = url
        do throws(AuthKeysError) { adminKey = try AdminKey(key.value) } catch {
            throw error.about("\(Self.adminKeyName) \(key.place)")
        }
    }

    private static let howToSet = "set both \(urlName) and \(adminKeyName) in the environment or in .env.local"

    private static func refuseCloud(_ settings: DeploymentSettings, isSelfHosted: Bool) throws(AuthKeysError) {
        for name in cloudNames {
            guard let cloud = settings.nonempty(name) else { continue }
            guard isSelfHosted else {
                throw AuthKeysError(
                    ConvexCode.cloudDeployment,
                    "\(name) is set \(cloud.place): that is a deployment of the Convex cloud, and only a self-hosted "
                        + "one is reached here",
                    hint: "a self-hosted one is named by \(urlName) and \(adminKeyName), which go without \(name)")
            }
            throw AuthKeysError(
                ConvexCode.mixedConfiguration,
                "\(name) is set \(cloud.place), beside the variables of a self-hosted deployment: which of the two is "
                    + "meant?",
                hint: "remove \(name), or empty it for this command: \(name)= authkeys …")
        }
    }

    private static func missing(_ name: String, _ settings: DeploymentSettings, hint: String) -> AuthKeysError {
        let found = settings.setting(name).map { "is set \($0.place) and empty" } ?? "is set nowhere"
        return AuthKeysError(
            ConvexCode.notConfigured,
            "\(name) \(found); the environment, .env.local and .env of this folder were read", hint: hint)
    }

    /// A shell that reads `KEY=name|secret` sets it in a subshell that ends at once: the URL arrives and the key does not.
    private static func missingKey(_ settings: DeploymentSettings, _ url: DeploymentSettings.Setting) -> AuthKeysError {
        let key = settings.setting(adminKeyName)
        guard key != nil || url.file == nil else { return missing(adminKeyName, settings, hint: howToSet) }
        let found = key.map { "is set \($0.place) and empty" } ?? "is not set"
        return AuthKeysError(
            ConvexCode.adminKeyLost, "\(adminKeyName) \(found), while \(urlName) is set \(url.place)",
            hint: "an admin key holds '|', which a shell takes for a pipe: in a file that sh reads write "
                + "\(adminKeyName)='…' in single quotes; a secret that a CI job may not read is empty too")
    }

    private static func url(_ setting: DeploymentSettings.Setting) throws(AuthKeysError) -> HTTPURL {
        if setting.value.utf8.last == UInt8(ascii: "\r") {
            throw AuthKeysError(
                ConvexCode.carriageReturn, "\(urlName) \(setting.place) ends in a carriage return",
                hint: "the file has the line ends of Windows: tr -d '\\r' < FILE")
        }
        do throws(AuthKeysError) {
            guard setting.value.contains("://") else {
                throw AuthKeysError(
                    NetworkCode.url, "the URL is no http:// or https:// URL",
                    hint: "write it out: http://127.0.0.1:3210 or https://HOST")
            }
            let url = try HTTPURL(setting.value)
            guard !url.target.contains("?") else {
                throw AuthKeysError(
                    NetworkCode.url, "the URL holds a query", hint: "it is the origin alone: https://HOST:3210")
            }
            return try HTTPURL(url.origin + String(url.target.reversed().drop { $0 == "/" }.reversed()))
        } catch {
            throw error.about("\(urlName) \(setting.place)")
        }
    }
}
