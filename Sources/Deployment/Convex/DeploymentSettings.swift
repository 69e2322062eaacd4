internal import Encodings
package import EnvironmentText

/// Where a setting can stand, the first place that has it counts: the environment, then `.env.local`, then `.env`. That
/// is what Convex's own CLI reads (convex-js 1.45, `deploymentSelection.ts`), and a variable that is set and empty hides
/// the files behind it, as it does there.
package struct DeploymentSettings: Sendable {
    /// In the order in which they are read.
    package static let fileNames = [".env.local", ".env"]

    struct Setting: Sendable {
        let value: String
        /// `nil` for the environment.
        let file: String?

        /// For messages: `in the environment`, `in '.env.local'`.
        var place: String { file.map { "in '\($0)'" } ?? "in the environment" }
    }

    private let environment: [String: String]
    private let files: [(name: String, contents: EnvironmentFile)]

    /// - Parameter files: those of ``fileNames`` that are there, in that order.
    package init(environment: [String: String], files: [(name: String, contents: EnvironmentFile)]) {
        self.environment = environment
        self.files = files
    }

    func setting(_ name: String) -> Setting? {
        if let value = environment[name] { return Setting(value: value, file: nil) }
        for file in files {
            guard let value = file.contents.value(of: name) else { continue }
            return Setting(value: String(decoding: value, as: UTF8.self), file: file.name)
        }
        return nil
    }

    /// `nil` where it is not set or empty, which is one to Convex's CLI.
    func nonempty(_ name: String) -> Setting? {
        setting(name).flatMap { $0.value.isEmpty ? nil : $0 }
    }
}
