import AuthKeysCommand
import Encodings
import Foundation
import HostSystem
import Synchronization
import TestSupport
import Testing

/// Time that passes when somebody waits, and not otherwise.
final class ModelPace: Sendable {
    private let passed = Mutex<Duration>(.zero)

    var pace: Pace {
        Pace(elapsed: { self.passed.withLock { $0 } }) { duration, _ in self.passed.withLock { $0 += duration } }
    }

    @Sendable func now() -> NumericDate {
        NumericDate(secondsSince1970: RotationBench.start) + passed.withLock { $0 }
    }
}

/// A deployment that models the backend, in a folder for journals.
struct RotationBench {
    static let start: Int64 = 1_700_000_000
    static let first = generated("first")
    static let second = generated("second")
    static let third = generated("third")

    let folder: URL
    let server: DeploymentServer
    let time = ModelPace()

    /// - Parameter tick: in seconds for each request.
    init(_ variables: [String: String] = first, in folder: URL, tick: Double = 4) throws {
        self.folder = folder
        let file = folder.appending(path: "variables.json")
        try JSONEncoder().encode(variables).write(to: file)
        server = try DeploymentServer(variables: file, tick: tick, start: Int(Self.start))
    }

    var journal: String { folder.appending(path: "journal.json").path }

    func rotate(_ arguments: [String] = ["--yes"], gitHub: Bool = false) -> ToolRun {
        run(["rotate"] + arguments + (arguments.contains("--undo") ? [] : ["--journal", journal]), gitHub: gitHub)
    }

    /// - Parameter gitHub: whether it runs in a job of GitHub Actions.
    func run(_ arguments: [String], gitHub: Bool = false) -> ToolRun {
        let environment = server.environment().merging(gitHub ? ["GITHUB_ACTIONS": "true"] : [:]) { $1 }
        return ToolRun(["convex"] + arguments, environment: environment, pace: time.pace, now: time.now)
    }

    /// What a machine without the journal sees.
    func loseJournal() throws {
        try FileManager.default.removeItem(atPath: journal)
    }

    func journalText() throws -> String {
        try String(contentsOfFile: journal, encoding: .utf8)
    }

    /// The kids of the set, when it is that of the key that signs; `nil` when it is not.
    static func workingKids(of variables: [String: String]) throws -> [String]? {
        let key = try #require(variables["JWT_PRIVATE_KEY"])
        let set = try #require(variables["JWKS"])
        struct Key: Decodable, Equatable {
            let n: String
            let kid: String?
        }
        struct KeySet: Decodable { let keys: [Key] }
        let keys = try JSONDecoder().decode(KeySet.self, from: Data(set.utf8)).keys
        let derived = ToolRun(["jwks", "derive", "env:KEY"], environment: ["KEY": key]).output
        let own = try JSONDecoder().decode(KeySet.self, from: Data(derived.utf8)).keys
        return keys.map(\.n) == own.map(\.n) ? keys.compactMap(\.kid) : nil
    }

    /// Both values of a new pair.
    private static func generated(_ kid: String) -> [String: String] {
        let run = ToolRun(["generate", "--out", "-", "--format", "json", "--kid", kid])
        struct Generated: Decodable { let environment: [String: String] }
        let generated = try? JSONDecoder().decode(Generated.self, from: Data(run.output.utf8))
        return generated?.environment ?? [:]
    }
}

extension DeploymentServer.Record {
    func workingKids() throws -> [String]? { try RotationBench.workingKids(of: variables) }

    var paths: [String] {
        requests.map { request in
            "\(request.method) \(request.target.split(separator: "/").last ?? "")"
        }
    }
}
