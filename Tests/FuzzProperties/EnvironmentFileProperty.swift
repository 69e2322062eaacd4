import Encodings
import EnvironmentText

/// Readers of environment files end on any bytes, and name lines that the file has.
enum EnvironmentFileProperty {
    static func check(_ input: [UInt8]) throws {
        try requireSound(DotEnv.parse(input.span), byteCount: input.count)
        let environment: [[UInt8]: [UInt8]] = [Array("HOME".utf8): Array("/root".utf8)]
        let files = [
            try accepted(input.count, secret: input) { () throws(AuthKeysError) in
                try PythonDotEnv.parse(input.span, environment: environment)
            },
            try accepted(input.count, secret: input) { () throws(AuthKeysError) in
                try ShellAssignments.parse(input.span)
            },
            try accepted(input.count, secret: input) { () throws(AuthKeysError) in
                try DockerEnvFile.parse(input.span)
            },
        ]
        for case let file? in files { try requireSound(file, byteCount: input.count) }
    }

    private static func requireSound(_ file: EnvironmentFile, byteCount: Int) throws {
        let lines = file.assignments.map(\.line) + file.bareNames.map(\.line) + file.skippedLines.map(\.line)
        try require(lines.allSatisfy { (1...byteCount + 1).contains($0) }, "each line is one of the file's")
        try require(file.assignments.map(\.line) == file.assignments.map(\.line).sorted(), "lines only grow")
        try require(file.assignments.allSatisfy { !$0.name.isEmpty }, "an assignment has a name")
        for assignment in [file.assignments.first, file.assignments.last] {
            guard let assignment else { continue }
            try require(file.value(of: assignment.name) != nil, "an assignment gives a value")
        }
    }
}
