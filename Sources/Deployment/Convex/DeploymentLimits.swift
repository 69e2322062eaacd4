internal import CryptoOpenSSL
package import Encodings
internal import EnvironmentText

/// What a Convex deployment takes (convex-backend 94a42c3), checked before anything is sent.
package enum DeploymentLimits {
    /// Of one value, in bytes; `EnvironmentVariableValueTooLarge`.
    package static let valueSizeInBytes = 8192
    /// `EnvVarLimitMet`.
    package static let variableCount = 512
    /// Of all names and values, in bytes; `EnvVarTotalSizeLimitMet`.
    package static let totalSizeInBytes = 512 * 1024
    /// Set by the deployment itself; `EnvVarNameForbidden`.
    package static let builtInNames = ["CONVEX_CLOUD_URL", "CONVEX_SITE_URL"]

    /// - Parameters:
    ///   - changes: what is to be set.
    ///   - stored: what the deployment holds now.
    /// - Throws: `env.invalid-name`, `convex.built-in-name`, `consumer.value-too-large`, `convex.too-many-variables`,
    ///   `convex.total-size`.
    package static func check(
        _ changes: [DeploymentVariable], onto stored: DeploymentVariables
    ) throws(AuthKeysError) {
        for change in changes { try check(change) }
        let after = stored.setting(changes).all
        guard after.count <= variableCount else {
            throw AuthKeysError(
                ConvexCode.tooManyVariables,
                "the deployment would hold \(after.count) variables, and it takes \(variableCount)",
                hint: "remove some that nothing reads: npx convex env remove NAME")
        }
        let size = after.reduce(0) { $0 + $1.sizeInBytes }
        guard size <= totalSizeInBytes else {
            throw AuthKeysError(
                ConvexCode.totalSize,
                "the variables of the deployment would have \(size) bytes together, and it takes \(totalSizeInBytes)",
                hint: "remove some that nothing reads: npx convex env remove NAME")
        }
    }

    private static func check(_ change: DeploymentVariable) throws(AuthKeysError) {
        try VariableName.check(change.name)
        guard !builtInNames.contains(where: { $0.utf8.elementsEqual(change.name.utf8) }) else {
            throw AuthKeysError(
                ConvexCode.builtInName, "\(change.name) is set by the deployment itself and cannot be overridden",
                hint: "set CONVEX_CLOUD_ORIGIN and CONVEX_SITE_ORIGIN of the backend's container instead")
        }
        guard change.value.count <= valueSizeInBytes else {
            throw AuthKeysError(
                ConsumerCode.valueTooLarge,
                "\(change.name) has \(change.value.count) bytes, and a deployment stores at most \(valueSizeInBytes)",
                hint: "use a shorter key, or fewer keys in the set")
        }
    }
}
