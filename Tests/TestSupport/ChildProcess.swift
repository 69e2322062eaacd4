/// A program to run to its end, fed with bytes, its output collected. Safe to use from tests that run in parallel.
///
/// The child gets a session of its own: it has no controlling terminal, so a prompt on `/dev/tty` fails the same way
/// everywhere, and whatever it leaves running can be ended with it.
package struct ChildProcess: Sendable {
    /// Looked up by ``Executable`` when it holds no `/`.
    package var executable: String
    package var arguments: [String]
    /// `nil` inherits the environment of the tests.
    package var environment: [String: String]?
    /// `nil` inherits the working directory of the tests.
    package var workingDirectory: String?
    /// Standard error goes into the pipe of standard output, in the order in which the two were written.
    package var mergesStandardError = false
    /// Guards against a child that never ends; it is killed then, and ``run(input:)`` throws.
    package var timeLimit: Duration = .seconds(300)

    package init(
        _ executable: String, _ arguments: [String] = [], environment: [String: String]? = nil,
        workingDirectory: String? = nil
    ) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
        self.workingDirectory = workingDirectory
    }

    /// - Parameter input: what the child reads from standard input; `nil` gives it `/dev/null`.
    /// - Throws: ``Failure`` when the program cannot be started or does not end; never for how it ended.
    package func run(input: [UInt8]? = nil) throws(Failure) -> Outcome {
        let output = try Pipe()
        let error = mergesStandardError ? nil : try Pipe()
        let inlet = input == nil ? nil : try Pipe()
        let process = try spawn(
            input: inlet?.readEnd, output: output.writeEnd, error: (error ?? output).writeEnd)
        inlet?.readEnd.close()
        output.writeEnd.close()
        error?.writeEnd.close()

        let streams = PipeStreams(
            input: inlet.map { ($0.writeEnd, input ?? []) },
            outputs: [output.readEnd] + (error.map { [$0.readEnd] } ?? []))
        guard streams.transfer(until: .now + timeLimit) else {
            process.killSession()
            throw .timeLimitExceeded(commandLine, printed: streams.collected[0])
        }
        return Outcome(
            termination: process.wait(), standardOutput: streams.collected[0],
            standardError: error == nil ? [] : streams.collected[1])
    }

    package func run(input: String) throws(Failure) -> Outcome {
        try run(input: Array(input.utf8))
    }

    var commandLine: String {
        ([executable] + arguments).joined(separator: " ")
    }
}

extension ChildProcess {
    package struct Outcome: Sendable, Hashable {
        package let termination: Termination
        package let standardOutput: [UInt8]
        package let standardError: [UInt8]

        /// Bytes that are not UTF-8 become U+FFFD.
        package var outputText: String { String(decoding: standardOutput, as: UTF8.self) }
        package var errorText: String { String(decoding: standardError, as: UTF8.self) }
        package var succeeded: Bool { termination == .exited(0) }
    }

    package enum Termination: Sendable, Hashable, CustomStringConvertible {
        case exited(Int32)
        case signalled(Int32)

        package var description: String {
            switch self {
            case .exited(let status): "exit status \(status)"
            case .signalled(let number): "signal \(number)"
            }
        }
    }

    package enum Failure: Error, CustomStringConvertible {
        case notFound(String)
        case system(call: String, errno: Int32)
        case timeLimitExceeded(String, printed: [UInt8])

        package var description: String {
            switch self {
            case .notFound(let name):
                "no executable '\(name)' in .build/test-clients/bin or on PATH (make test installs what is needed)"
            case .system(let call, let number): "\(call) failed: \(errorText(number))"
            case .timeLimitExceeded(let command, let printed):
                "'\(command)' did not end within its time limit; it had printed: "
                    + String(decoding: printed, as: UTF8.self)
            }
        }
    }
}
