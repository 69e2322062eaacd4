import AuthKeysCommand
import Encodings
import Foundation
import TestSupport
import Testing

/// A folder with a keyring for tests in it, which begins on 1 January 2026.
struct KeyringFolder {
    let url: URL

    static let start = "2026-01-01T00:00:00Z"

    var keyring: String { path("keyring.json") }
    var set: String { path("jwks.json") }

    func path(_ name: String) -> String { url.appending(path: name).path }

    /// - Parameter options: of `rotation init`.
    static func with<Result>(_ options: [String] = [], _ body: (KeyringFolder) throws -> Result) throws -> Result {
        try withTemporaryFolder { url in
            let folder = KeyringFolder(url: url)
            let run = ToolRun(
                ["rotation", "init", folder.keyring, "--test", "--at", start, "--jwks-out", folder.set] + options)
            try #require(run.status == .success, "\(run.error)")
            return try body(folder)
        }
    }

    @discardableResult
    func rotation(
        _ command: String, _ arguments: [String], at time: String, environment: [String: String] = [:]
    ) -> ToolRun {
        ToolRun(
            ["rotation", command, keyring] + arguments + ["--at", time],
            environment: ["PATH": "/usr/bin:/bin"].merging(environment) { $1 })
    }

    /// A staged key whose publication was seen, that may sign from 2 January on.
    func stage() throws {
        try #require(rotation("apply", ["--jwks-out", set], at: "2026-01-01T01:00:00Z").status == .success)
        try #require(rotation("confirm", ["--jwks", set], at: "2026-01-01T02:00:00Z").status == .success)
    }

    var contents: Data { (try? Data(contentsOf: URL(filePath: keyring))) ?? Data() }

    /// What `rotation status` says, with its history.
    func status() throws -> Status {
        let run = ToolRun(["rotation", "status", keyring, "--json", "--history", "--at", "2026-01-01T02:00:00Z"])
        return try JSONDecoder().decode(Status.self, from: Data(run.output.utf8))
    }

    struct Status: Decodable {
        struct Key: Decodable {
            let kid: String
            let state: String
        }

        struct Entry: Decodable {
            let event: String
            let forced: Bool?
            let note: String?
        }

        let generation: Int
        let keys: [Key]
        let history: [Entry]
        let pendingDelivery: Bool

        func keys(_ state: String) -> [String] { keys.filter { $0.state == state }.map(\.kid) }
        func count(_ event: String) -> Int { history.count { $0.event == event } }
    }

    /// The kids of the set that was written.
    func published() throws -> [String] {
        struct Set: Decodable {
            struct Key: Decodable { let kid: String }
            let keys: [Key]
        }
        return try JSONDecoder().decode(Set.self, from: Data(contentsOf: URL(filePath: set))).keys.map(\.kid)
    }
}
