package import Foundation

/// A program that really reads what is written here; it is a test dependency and never skipped.
package struct RealClient: Sendable {
    /// Looked up by ``Executable``.
    package let name: String
    private var arguments: [String] = []

    package static let dash = RealClient(name: "dash")
    package static let bash = RealClient(name: "bash")
    package static let busybox = RealClient(name: "busybox", arguments: ["sh"])
    package static let python = RealClient(name: "python3")
    package static let node = RealClient(name: "node")

    /// Runs it once, in an empty folder and with nothing in its environment but PATH, and returns its standard output.
    /// - Throws: ``Failed``, with what it wrote to standard error, when it does not end with 0.
    package func output(_ arguments: [String] = [], input: Data) throws -> Data {
        try withTemporaryFolder { folder in
            let program = ChildProcess(
                name, self.arguments + arguments, environment: ["PATH": "/usr/bin:/bin"], workingDirectory: folder.path)
            let outcome = try program.run(input: Array(input))
            guard outcome.succeeded else {
                throw Failed(
                    description: "\(name) ended with \(outcome.termination): \(outcome.errorText.suffix(2000))")
            }
            return Data(outcome.standardOutput)
        }
    }

    package struct Failed: Error, CustomStringConvertible {
        package let description: String
    }
}
