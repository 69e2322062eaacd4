import Deployment
import Foundation
import TestSupport
import Testing

/// A run of the emitted entrypoint; `Tests/Clients/entrypoint_run.py` says what the members mean.
struct EntrypointScenario: Encodable, Sendable, CustomTestStringConvertible {
    enum CodingKeys: String, CodingKey {
        case shell, script, arguments, environment, files, versionFailures, statuses, stored, acceptedKey, adminKeyText
        case backendStatus, terminateAtVersion, endAtVersion, needles
    }

    static let list = "/api/v1/list_environment_variables"
    static let update = "/api/v1/update_environment_variables"

    let testDescription: String
    var shell: [String] = []
    var script = ""
    var arguments = ["--flag", "a b", "$HOME", ""]
    var environment: [String: String]
    var files: [String: String] = [:]
    var versionFailures: Int? = 0
    var statuses: [String: [Int]] = [:]
    var stored: [String: String] = [:]
    var acceptedKey = true
    var adminKeyText = "{key}\n"
    var backendStatus: Int? = 0
    var terminateAtVersion = false
    var endAtVersion = false
    var needles: [String] = []

    init(_ name: String, _ environment: [String: String] = [:], with change: (inout Self) -> Void = { _ in }) {
        testDescription = name
        self.environment = environment
        change(&self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(shell, forKey: .shell)
        try container.encode(script, forKey: .script)
        try container.encode(arguments, forKey: .arguments)
        try container.encode(environment, forKey: .environment)
        try container.encode(files, forKey: .files)
        try container.encode(versionFailures, forKey: .versionFailures)
        try container.encode(statuses, forKey: .statuses)
        try container.encode(stored, forKey: .stored)
        try container.encode(acceptedKey, forKey: .acceptedKey)
        try container.encode(adminKeyText, forKey: .adminKeyText)
        try container.encode(backendStatus, forKey: .backendStatus)
        try container.encode(terminateAtVersion, forKey: .terminateAtVersion)
        try container.encode(endAtVersion, forKey: .endAtVersion)
        try container.encode(needles, forKey: .needles)
    }

    func run(in shell: String) throws -> EntrypointOutcome {
        var scenario = self
        scenario.shell = shell == "busybox" ? [try Executable.path(of: shell), "sh"] : [try Executable.path(of: shell)]
        scenario.script = try DockerEntrypointEmitter().files().text(of: DockerEntrypointEmitter.fileName)
        scenario.needles = [String(try EmitSample.privateKeyLine().dropFirst(40).prefix(60))]
        let driver = Repository.root.appending(path: "Tests/Clients/entrypoint_run.py").path
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let process = ChildProcess("python3", [driver], environment: ["PATH": path])
        let outcome = try process.run(input: Array(JSONEncoder().encode(scenario)))
        guard outcome.succeeded else {
            Issue.record("the driver ended with \(outcome.termination): \(outcome.errorText)")
            throw CancellationError()
        }
        return try JSONDecoder().decode(EntrypointOutcome.self, from: Data(outcome.standardOutput))
    }
}

struct EntrypointOutcome: Decodable, Sendable {
    struct Request: Decodable, Hashable, Sendable {
        let method: String
        let path: String
        let authorization: String
        let contentType: String?
        let body: String
    }

    let log: [String]
    let output: String
    /// Negative for a signal.
    let status: Int
    let requests: [Request]
    let looks: Int
    let stored: [String: String]
    let leaks: [String]
    let marker: Bool
    let sameProcess: Bool
    let folder: Bool
    let arguments: [String]
    let variables: [String]
}
