package import Foundation

/// Runs the steps of a transcript, one after the other, in one fresh folder.
package struct TranscriptRunner: Sendable {
    package struct Mismatch: Error, Sendable, CustomStringConvertible {
        package let step: ConsoleTranscript.Step
        package let output: [String]
        package let termination: ChildProcess.Termination

        package var description: String {
            """
            $ \(step.command)
            expected:
            \(Self.block(step.expected.lines, .exited(step.exitStatus)))
            actual:
            \(Self.block(output, termination))
            """
        }

        private static func block(_ lines: [String], _ termination: ChildProcess.Termination) -> String {
            (lines + ["[\(termination)]"]).map { "    " + $0 }.joined(separator: "\n")
        }
    }

    let binary: URL

    package init(binary: URL = Repository.commandBinary) {
        self.binary = binary
    }

    package func run(_ transcript: ConsoleTranscript) throws -> [Mismatch] {
        guard FileManager.default.isExecutableFile(atPath: binary.path) else {
            throw ChildProcess.Failure.notFound(binary.path)
        }
        return try withTemporaryFolder { folder in
            let programs = folder.appending(path: "bin")
            let home = folder.appending(path: "home")
            for new in [programs, home] {
                try FileManager.default.createDirectory(at: new, withIntermediateDirectories: false)
            }
            try FileManager.default.createSymbolicLink(
                at: programs.appending(path: "authkeys"), withDestinationURL: binary)
            return try transcript.steps.compactMap { step in
                try run(step, home: home.path, programs: programs.path)
            }
        }
    }

    private func run(_ step: ConsoleTranscript.Step, home: String, programs: String) throws -> Mismatch? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        var shell = ChildProcess(
            "/bin/sh", ["-c", step.command],
            environment: [
                "FIXTURES": Repository.fixtures.path, "HOME": home, "LC_ALL": "C.UTF-8", "PATH": "\(programs):\(path)",
                "TZ": "UTC",
            ],
            workingDirectory: home)
        shell.mergesStandardError = true
        let outcome = try shell.run()
        let output = lines(of: outcome.standardOutput)
        guard outcome.termination != .exited(step.exitStatus) || !step.expected.matches(output) else { return nil }
        return Mismatch(step: step, output: output, termination: outcome.termination)
    }
}
