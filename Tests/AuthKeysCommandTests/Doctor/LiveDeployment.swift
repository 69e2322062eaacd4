import Foundation
import TestSupport

/// `Tests/Clients/live_deployment.py`, until ``stop()`` or until it is let go of.
final class LiveDeployment {
    static let adminKey = "convex-self-hosted|0153c2a1b4d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"

    struct Request: Decodable {
        /// `api` or `site`.
        let origin: String
        let method: String
        let target: String
        let headers: [[String]]
        let body: String

        func value(of name: String) -> String? {
            headers.first { $0[0].lowercased() == name.lowercased() }?[1]
        }
    }

    let api: String
    let site: String
    private let process: ServingProcess

    /// - Parameter situation: a file.
    init(_ situation: URL, isTLS: Bool) throws {
        let script = Repository.root.appending(path: "Tests/Clients/live_deployment.py").path
        process = try ServingProcess("python3", [script, situation.path])
        let ports = process.firstLine.split(separator: " ").compactMap { Int($0) }
        guard ports.count == 2 else { throw CocoaError(.featureUnsupported) }
        api = "http://127.0.0.1:\(ports[0])"
        site = "\(isTLS ? "https" : "http")://127.0.0.1:\(ports[1])"
    }

    func stop() throws -> [Request] {
        try JSONDecoder().decode([Request].self, from: Data(process.finish()))
    }
}
