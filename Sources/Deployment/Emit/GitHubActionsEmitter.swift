package import Encodings

/// Workflows for GitHub Actions that rotate the keys of a self-hosted Convex deployment and look at what it has. They hold
/// no key and no value: a job gets those of the repository, through `env:`.
package struct GitHubActionsEmitter: Sendable {
    static let rotationName = "authkeys-rotate.yml"
    static let checkName = "authkeys-check.yml"

    package static let fileNames = [rotationName, checkName]

    package init() {}

    /// - Throws: `internal.proof-failed`.
    package func files() throws(AuthKeysError) -> [EmittedFile] {
        for (name, text) in [(Self.rotationName, Self.rotation), (Self.checkName, Self.check)] {
            _ = try EmittedYAML.scalars(text.utf8.span, in: name)
        }
        return [
            EmittedFile(Self.rotationName, "rotates four times a year, then checks", public: Self.rotation),
            EmittedFile(Self.checkName, "checks every day", public: Self.check),
        ]
    }
}
