internal import Encodings
internal import Glibc

/// A program of the user's, run without a shell, with nothing of this process but what is handed to it.
package struct HookProcess: Sendable {
    /// A path with a slash, and the arguments behind it.
    package let command: [String]
    /// `NAME=value`: all there is.
    package let environment: [String]
    package let timeLimit: Duration

    package init(command: [String], environment: [String], timeLimit: Duration) {
        self.command = command
        self.environment = environment
        self.timeLimit = timeLimit
    }

    /// Runs it to its end. It reads nothing, and what it prints goes to standard error; it and all that it starts are
    /// ended when it takes too long.
    ///
    /// - Returns: what went wrong, in words; `nil` when it ended with status 0.
    package func run() -> String? {
        guard let executable = command.first else { return "there is no program to run" }
        do throws(SystemError) {
            let null = try SystemCalls().open("/dev/null", in: AT_FDCWD, O_RDONLY)
            let input = OpenDescriptor(takingOwnershipOf: null)
            let copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10)
            guard copy >= 0 else { throw SystemError(errno) }
            let output = OpenDescriptor(takingOwnershipOf: copy)
            let child = try SpawnedChild(
                executable, arguments: command, environment: environment,
                descriptors: [(input, STDIN_FILENO), (output, STDOUT_FILENO), (output, STDERR_FILENO)],
                leadsGroup: true)
            switch child.wait(until: .now.advanced(by: timeLimit)) {
            case .exited(0): return nil
            case .exited(127): return "it could not be run: status 127"
            case .exited(let status): return "it ended with status \(status)"
            case .signalled(let number): return "it was ended by signal \(number)"
            case .unknown: return "how it ended is not known"
            case nil:
                child.end()
                return "it was ended after \(timeLimit.phrase)"
            }
        } catch {
            return "it cannot be started: \(error.text)"
        }
    }
}
