import Foundation
import TestSupport

/// What `swift package describe` says of the manifest.
struct PackageDescription: Decodable {
    struct Target: Decodable {
        let name: String
        let path: String
        let target_dependencies: [String]?
    }

    let targets: [Target]

    var layers: [String: Set<String>] {
        let sources = targets.filter { $0.path.hasPrefix("Sources/") }
        return Dictionary(uniqueKeysWithValues: sources.map { ($0.name, Set($0.target_dependencies ?? [])) })
    }

    /// In a scratch folder of its own: `swift test` holds the lock of the one that these tests were built in.
    static func load() throws -> PackageDescription {
        let root = Repository.root.path
        let outcome = try ChildProcess(
            "swift",
            [
                "package", "--package-path", root, "--scratch-path", "\(root)/.build/describe", "describe", "--type",
                "json",
            ]
        ).run()
        guard outcome.succeeded else { throw Failure(message: outcome.errorText) }
        return try JSONDecoder().decode(PackageDescription.self, from: Data(outcome.standardOutput))
    }

    struct Failure: Error {
        let message: String
    }
}
