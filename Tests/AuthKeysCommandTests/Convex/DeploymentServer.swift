import Foundation
import TestSupport

/// `Tests/Clients/convex_deployment.py`, until ``stop()`` or until it is let go of.
final class DeploymentServer {
    static let adminKey = "convex-self-hosted|0153c2a1b4d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"

    struct Record: Decodable {
        struct Request: Decodable {
            let method: String
            let target: String
            let headers: [[String]]
            let body: String
        }

        let requests: [Request]
        let variables: [String: String]
    }

    let port: Int
    private let process: ServingProcess

    /// - Parameter variables: a file with those that are set.
    init(variables: URL? = nil) throws {
        let script = Repository.root.appending(path: "Tests/Clients/convex_deployment.py").path
        process = try ServingProcess("python3", [script] + (variables.map { [$0.path] } ?? []))
        port = Int(process.firstLine) ?? 0
    }

    /// - Parameter mode: how it misbehaves.
    func environment(_ mode: String = "", adminKey: String = adminKey) -> [String: String] {
        [
            "CONVEX_SELF_HOSTED_URL": "http://127.0.0.1:\(port)\(mode.isEmpty ? "" : "/\(mode)")",
            "CONVEX_SELF_HOSTED_ADMIN_KEY": adminKey,
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
        ]
    }

    func stop() throws -> Record {
        try JSONDecoder().decode(Record.self, from: Data(process.finish()))
    }
}
