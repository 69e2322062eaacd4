import Encodings
import EnvironmentText

/// A value, and a name, is refused or read back to the same bytes by every reader of the format; the lines around it
/// are not touched.
enum EnvironmentValueProperty {
    private static let before = (name: "B", value: Array("before".utf8))
    private static let after = (name: "C", value: Array("{\"after\":1}".utf8))

    static func check(_ input: [UInt8]) throws {
        let name = String(decoding: input, as: UTF8.self)
        for (name, value) in [("A", input), (name, Array("value".utf8))] {
            try check(name, value, write: DotEnvWriter.append) { file in
                [
                    DotEnv.parse(file.span), try PythonDotEnv.parse(file.span), try ShellAssignments.parse(file.span),
                ]
            }
            try check(name, value, write: ShellWriter.append) { file in [try ShellAssignments.parse(file.span)] }
            try check(name, value, write: DockerEnvFileWriter.append) { file in [try DockerEnvFile.parse(file.span)] }
        }
    }

    private static func check(
        _ name: String, _ value: [UInt8],
        write: (String, Span<UInt8>, inout [UInt8]) throws(AuthKeysError) -> Void,
        read: ([UInt8]) throws -> [EnvironmentFile]
    ) throws {
        var isUntouched = true
        let written = try accepted(value.count, secret: value) { () throws(AuthKeysError) in
            var file: [UInt8] = []
            try write(before.name, before.value.span, &file)
            let untouched = file
            do throws(AuthKeysError) {
                try write(name, value.span, &file)
            } catch {
                isUntouched = file == untouched
                throw error
            }
            try write(after.name, after.value.span, &file)
            return file
        }
        try require(isUntouched, "a refused value leaves nothing behind")
        guard let file = written else { return }
        let expected = [before, (name, value), after]
        for reading in try read(file) {
            try require(reading.assignments.count == expected.count, "each line is one assignment")
            try require(reading.skippedLines.isEmpty && reading.bareNames.isEmpty, "nothing is passed over")
            for (assignment, (name, value)) in zip(reading.assignments, expected) {
                try require(assignment.name.utf8.elementsEqual(name.utf8), "the name is read as it is written")
                try require(assignment.value == value, "the value is read as it is written")
            }
        }
    }
}
