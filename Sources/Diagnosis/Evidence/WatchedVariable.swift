/// The variables that a diagnosis looks at. Of every other one nothing is read and nothing is said.
package enum WatchedVariable {
    package static let privateKey = "JWT_PRIVATE_KEY"
    package static let keySet = "JWKS"
    package static let issuer = "JWT_ISSUER"
    package static let siteURL = "CONVEX_SITE_URL"
    package static let siteOrigin = "CONVEX_SITE_ORIGIN"
    package static let cloudOrigin = "CONVEX_CLOUD_ORIGIN"
    package static let instanceName = "INSTANCE_NAME"
    package static let instanceSecret = "INSTANCE_SECRET"
    package static let instanceSecretFile = "INSTANCE_SECRET_FILE"
    package static let adminKey = "CONVEX_SELF_HOSTED_ADMIN_KEY"
    package static let pinnedAdminKey = "CONVEX_ADMIN_KEY"
    package static let adminKeyFile = "CONVEX_ADMIN_KEY_FILE"
    package static let selfHostedURL = "CONVEX_SELF_HOSTED_URL"

    /// The values that have the forms `…_BASE64` and `…_FILE` too.
    package static let encodable = [privateKey, keySet, issuer, siteURL, siteOrigin, cloudOrigin]

    package static let base64Suffix = "_BASE64"
    package static let fileSuffix = "_FILE"

    package static let all: [String] =
        encodable + encodable.map { $0 + base64Suffix } + encodable.map { $0 + fileSuffix } + [
            instanceName, instanceSecret, instanceSecretFile, adminKey, pinnedAdminKey, adminKeyFile, selfHostedURL,
        ]

    /// Whether its value is one that nobody may read, in whatever form it is.
    package static func isSecret(_ name: String) -> Bool {
        [privateKey, instanceSecret, adminKey, pinnedAdminKey].contains { secret in
            [secret, secret + base64Suffix].contains { $0.utf8.elementsEqual(name.utf8) }
        }
    }

    /// Those that say whose tokens these are, and no more.
    package static let ofIssuer = [issuer, siteURL, siteOrigin, cloudOrigin]

    /// What a container of Convex's image reads: a file that has one of them is a container's.
    package static let ofContainer = [siteOrigin, cloudOrigin, instanceSecret, instanceName]
}
