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
        /// In seconds of the model, as the ones below.
        let clock: Double
        /// Fresh tokens that the user of the model got.
        let issued: Int
        /// When such a token was refused.
        let refusedAt: [Double]
    }

    let port: Int
    private let process: ServingProcess

    /// - Parameters:
    ///   - variables: a file with those that are set.
    ///   - tick: what each request adds to the clock of the model, in seconds; with it a user presents fresh tokens.
    ///   - start: what that clock begins at, in seconds since 1970.
    init(variables: URL? = nil, tick: Double? = nil, start: Int? = nil) throws {
        let script = Repository.root.appending(path: "Tests/Clients/convex_deployment.py").path
        let options = (tick.map { ["--tick", "\($0)"] } ?? []) + (start.map { ["--now", "\($0)"] } ?? [])
        process = try ServingProcess("python3", [script] + options + (variables.map { [$0.path] } ?? []))
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

    /// Lets the clock of the model run.
    func advance(seconds: Double) throws { try command("wait/\(seconds)") }

    /// From now on, where no request says otherwise.
    func misbehave(_ mode: String) throws { try command("mode/\(mode)") }

    private func command(_ text: String) throws {
        let url = "http://127.0.0.1:\(port)/model/\(text)"
        _ = try ChildProcess("curl", ["-q", "-sf", "--noproxy", "*", url]).run()
    }

    func stop() throws -> Record {
        try JSONDecoder().decode(Record.self, from: Data(process.finish()))
    }
}
