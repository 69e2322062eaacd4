import Foundation
import TestSupport
import Testing

/// A job of an emitted workflow, run by `Tests/Clients/workflow_run.py`, which says what the members mean.
struct WorkflowRun: Decodable {
    struct Step: Decodable {
        let name: String
        let status: Int
        let log: String
    }

    struct Given: Encodable {
        let workflow: String
        let job: String
        var vars: [String: String] = [:]
        var secrets: [String: String] = [:]
        var path: [String] = []
        var tool: String?
        var needles: [String] = []

        enum CodingKeys: String, CodingKey { case workflow, job, vars, secrets, path, tool, needles }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(workflow, forKey: .workflow)
            try container.encode(job, forKey: .job)
            try container.encode(vars, forKey: .vars)
            try container.encode(secrets, forKey: .secrets)
            try container.encode(path, forKey: .path)
            try container.encode(tool, forKey: .tool)
            try container.encode(needles, forKey: .needles)
        }
    }

    let steps: [Step]
    /// The names of what is in the folder of the job.
    let left: [String]
    let leaks: [String]

    /// - Parameter workflow: the name of the file that the built tool emits.
    static func job(_ job: String, of workflow: String, with change: (inout Given) -> Void) throws -> Self {
        let text = try withTemporaryFolder { folder in
            let emit = ChildProcess(
                Repository.commandBinary.path, ["emit", "github-actions", "--quiet", "--out", "workflows"],
                environment: [:], workingDirectory: folder.path)
            try #require(emit.run().succeeded)
            return try String(contentsOf: folder.appending(path: "workflows/\(workflow)"), encoding: .utf8)
        }
        var given = Given(workflow: text, job: job)
        change(&given)
        let script = Repository.root.appending(path: "Tests/Clients/workflow_run.py").path
        let outcome = try ChildProcess("python3", [script]).run(input: Array(JSONEncoder().encode(given)))
        try #require(outcome.succeeded, "\(outcome.errorText)")
        return try JSONDecoder().decode(Self.self, from: Data(outcome.standardOutput))
    }
}
