import Foundation
import TestSupport

/// A program that really reads what is written here. A missing one is a failure that names what brings it.
struct Client: Sendable {
    struct Failed: Error, CustomStringConvertible {
        let description: String

        init(_ command: String, _ outcome: ChildProcess.Outcome) {
            description =
                "\(command): \(outcome.termination); 'make test' installs the clients that are missing: "
                + outcome.errorText
        }

        init(missing path: String, package: String) {
            description = "there is no \(path): 'make test' installs it, the Debian package '\(package)'"
        }
    }

    let executable: String
    let package: String
    let arguments: [String]

    init(_ executable: String, package: String, _ arguments: [String] = []) {
        self.executable = executable
        self.package = package
        self.arguments = arguments
    }

    /// - Parameter name: of a file in `Tests/Clients`.
    static func node(_ name: String, _ arguments: [String]) -> Self {
        Self("node", package: "nodejs", [script(name)] + arguments)
    }

    /// A script that takes panva's `jose` from the folder of one of its builds.
    static func jose(_ name: String, build: String) throws -> Self {
        let path = "/usr/share/nodejs/jose/dist/\(build)/index.js"
        guard FileManager.default.fileExists(atPath: path) else { throw Failed(missing: path, package: "node-jose") }
        return node(name, [build])
    }

    static func python(_ name: String, _ arguments: [String] = []) -> Self {
        Self("python3", package: "python3-venv", ["-B", script(name)] + arguments)
    }

    static func script(_ name: String) -> String {
        Repository.root.appending(path: "Tests/Clients/\(name)").path
    }

    func outcome(_ more: [String], input: [UInt8]? = nil) throws -> ChildProcess.Outcome {
        do throws(ChildProcess.Failure) {
            return try ChildProcess(executable, arguments + more, environment: ["PATH": "/usr/bin:/bin"])
                .run(input: input)
        } catch .notFound {
            throw Failed(missing: executable, package: package)
        }
    }

    /// Standard output of a run that has to end well.
    func output(_ more: [String] = [], input: [UInt8]? = nil) throws -> [UInt8] {
        let outcome = try outcome(more, input: input)
        guard outcome.succeeded else {
            throw Failed(([executable] + arguments + more).joined(separator: " "), outcome)
        }
        return outcome.standardOutput
    }
}
