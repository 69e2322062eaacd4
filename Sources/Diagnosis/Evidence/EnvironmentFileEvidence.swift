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
    /// What a shell says of the file that it is written for, when a shell has to run something for a value of it.
    package let expansion: AuthKeysError?
    /// The ``WatchedVariable`` values that only a shell makes. They are not judged.
    package let unexpanded: [ValuePlace]
    /// The ``WatchedVariable`` values as the reader of ``form`` takes them.
    package let variables: [VariableEvidence]

    package init(reading text: Span<UInt8>, path: String) {
        let dotenv = DotEnv.parse(text)
        let watched = dotenv.assignments.filter { Self.isWatched($0.name) }
        let form = Self.form(watched, text)
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
        expansion = form == .shell ? Self.expansion(in: readings, text) : nil
        let isExpanded = expansion == nil
        func place(_ assignment: EnvironmentFile.Assignment) -> ValuePlace {
            ValuePlace(.environmentFile(path: path, line: assignment.line), name: assignment.name)
        }
        let all = own.assignments.filter { Self.isWatched($0.name) }
        unexpanded = isExpanded ? [] : all.filter(Self.holdsExpansion).map(place)
        variables = all.filter { isExpanded || !Self.holdsExpansion($0) }.map { assignment in
            VariableEvidence(
                name: assignment.name, value: SecretBytes(copying: assignment.value.span), place: place(assignment))
        }
    }

    /// The refusal of a `$` or a backtick that a shell would act on: the file is not wrong for that.
    private static func expansion(
        in readings: [(reader: String, file: Result<EnvironmentFile, AuthKeysError>)], _ text: Span<UInt8>
    ) -> AuthKeysError? {
        guard case .failure(let error) = readings.first(where: { $0.reader == "sh" })?.file,
            error.code == EnvironmentCode.shellExpansion.code, let offset = error.location?.byteOffset,
            text.indices.contains(offset), [UInt8(ascii: "$"), UInt8(ascii: "`")].contains(text[offset])
        else { return nil }
        return error
    }

    /// As a dotenv reader takes it, which reads on where a shell would not.
    private static func holdsExpansion(_ assignment: EnvironmentFile.Assignment) -> Bool {
        assignment.quoting == .backtick
            || assignment.quoting != .single
                && assignment.value.contains { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "`") }
    }

    /// What has a shell run the file, and judges what comes of it.
    var commandInShell: String {
        let word = (try? Escaper.shellWord(path.utf8.contains(UInt8(ascii: "/")) ? path : "./\(path)")) ?? "./FILE"
        return "set -a; . \(word); authkeys doctor"
    }

    /// Whether the readers that take the file see different values of the variable.
    package func isReadDifferently(_ name: String) -> Bool {
        Set(readings.compactMap { reading in (try? reading.file.get()).map { $0.value(of: name) } }).count > 1
    }

    /// What the file's own reader says when it refuses the file.
    package var refusal: AuthKeysError? {
        readings.first { $0.reader == Self.reader(of: form) }.flatMap { reading in
            if case .failure(let error) = reading.file { error } else { nil }
        }
    }

    /// `export` is for a shell; quotes and blanks before the sign are for a dotenv reader; what neither would take whole
    /// without quotes is for docker.
    private static func form(_ watched: [EnvironmentFile.Assignment], _ text: Span<UInt8>) -> Form {
        if watched.contains(where: \.hasExport) { return .shell }
        if watched.contains(where: { $0.quoting != .none }) { return .dotenv }
        if hasBlankBeforeSign(watched, text) { return .dotenv }
        let needsQuotes = watched.contains { assignment in
            assignment.value.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "{") }
        }
        return needsQuotes ? .docker : .dotenv
    }

    /// docker refuses a name with a blank in it, so such a file is not for docker.
    private static func hasBlankBeforeSign(_ watched: [EnvironmentFile.Assignment], _ text: Span<UInt8>) -> Bool {
        let lines = Set(watched.map(\.line))
        var line = 1
        var isBeforeSign = true
        var previous: UInt8 = 0
        for index in text.indices {
            let byte = text[index]
            if byte == UInt8(ascii: "\n") {
                line += 1
                isBeforeSign = true
            } else if byte == UInt8(ascii: "="), isBeforeSign {
                if lines.contains(line), previous == UInt8(ascii: " ") || previous == 0x09 { return true }
                isBeforeSign = false
            }
            previous = byte
        }
        return false
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
