package import Encodings
package import EnvironmentText
internal import KeyFormats

/// A file of variables, as each of its readers sees it.
package struct EnvironmentFileEvidence: Sendable {
    /// Who the file is written for, as far as its text tells.
    package enum Form: String, Sendable, Hashable {
        case dotenv
        case docker = "docker env-file"
        case shell
    }

    package let path: String
    package let form: Form
    /// Whether it holds what a container of Convex's image reads.
    package let isForContainer: Bool
    /// As each reader takes it, or why that one refuses the whole file.
    package let readings: [(reader: String, file: Result<EnvironmentFile, AuthKeysError>)]
    /// The ``WatchedVariable`` values as the reader of ``form`` takes them.
    package let variables: [VariableEvidence]

    package init(reading text: Span<UInt8>, path: String) {
        let dotenv = DotEnv.parse(text)
        let watched = dotenv.assignments.filter { Self.isWatched($0.name) }
        let form = Self.form(watched)
        let isForContainer = dotenv.assignments.contains { assignment in
            WatchedVariable.ofContainer.contains { $0.utf8.elementsEqual(assignment.name.utf8) }
        }
        var readings: [(reader: String, file: Result<EnvironmentFile, AuthKeysError>)] = [
            ("dotenv", .success(dotenv)),
            ("python-dotenv", Self.reading { () throws(AuthKeysError) in try PythonDotEnv.parse(text) }),
        ]
        if form != .docker {
            readings.append(("sh", Self.reading { () throws(AuthKeysError) in try ShellAssignments.parse(text) }))
        }
        if form == .docker || isForContainer {
            readings.append(
                ("docker --env-file", Self.reading { () throws(AuthKeysError) in try DockerEnvFile.parse(text) }))
        }
        let own = readings.first { $0.reader == Self.reader(of: form) }.flatMap { try? $0.file.get() } ?? dotenv
        self.path = path
        self.form = form
        self.isForContainer = isForContainer
        self.readings = readings
        variables = own.assignments.filter { Self.isWatched($0.name) }.map { assignment in
            VariableEvidence(
                name: assignment.name, value: SecretBytes(copying: assignment.value.span),
                place: ValuePlace(.environmentFile(path: path, line: assignment.line), name: assignment.name))
        }
    }

    /// What the file's own reader says when it refuses the file.
    package var refusal: AuthKeysError? {
        readings.first { $0.reader == Self.reader(of: form) }.flatMap { reading in
            if case .failure(let error) = reading.file { error } else { nil }
        }
    }

    /// `export` is for a shell; quotes are for a dotenv reader; what neither would take whole without quotes is for docker.
    private static func form(_ watched: [EnvironmentFile.Assignment]) -> Form {
        if watched.contains(where: \.hasExport) { return .shell }
        if watched.contains(where: { $0.quoting != .none }) { return .dotenv }
        let needsQuotes = watched.contains { assignment in
            assignment.value.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "{") }
        }
        return needsQuotes ? .docker : .dotenv
    }

    private static func reader(of form: Form) -> String {
        switch form {
        case .dotenv: "dotenv"
        case .docker: "docker --env-file"
        case .shell: "sh"
        }
    }

    private static func isWatched(_ name: String) -> Bool {
        WatchedVariable.all.contains { $0.utf8.elementsEqual(name.utf8) }
    }

    private static func reading(
        _ body: () throws(AuthKeysError) -> EnvironmentFile
    ) -> Result<EnvironmentFile, AuthKeysError> {
        do throws(AuthKeysError) { return .success(try body()) } catch { return .failure(error) }
    }
}
