internal import Encodings

struct RefusedEnvironmentFile: Rule {
    let code = EnvironmentCode.fileRefused.code
    let severity = Finding.Severity.error
    let title = "The reader that the file is written for refuses it"
    let explanation = """
        docker refuses a whole `--env-file` for one line that is no assignment, such as the second line of a PEM; a shell \
        runs what stands unquoted behind a space, and cuts at `|`, `;` and `&`. A file that exports is read here as a \
        shell would, one whose values need quotes and have none as docker does, any other as a dotenv file.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard let file = evidence.environmentFile else { return [] }
        let refusals: [(reader: String, error: AuthKeysError)] = file.readings.compactMap { reading in
            guard case .failure(let error) = reading.file, reading.reader != "sh" || file.form == .shell else {
                return nil
            }
            return (reading.reader, error)
        }
        if let expansion = file.expansion { return [unexpanded(file, expansion)] }
        guard let first = refusals.first else { return [] }
        let cause = cause(of: first.error, in: file, evidence)
        return [
            finding(
                "\(first.reader) does not take '\(file.path)'",
                severity: file.refusal == nil ? .warning : .error,
                evidence: refusals.map { "\($0.reader): \($0.error.description)" },
                reason: "No value of the file arrives where that reader reads it.",
                fix: cause is KeyTextCode ? nil : fix(first.error, file, evidence), explainedBy: cause,
                place: FindingPlace(path: file.path, line: first.error.location?.line))
        ]
    }

    /// Lines are written anew where they are those of the two values that can be.
    private func fix(_ error: AuthKeysError, _ file: EnvironmentFileEvidence, _ evidence: Evidence) -> Finding.Fix {
        let names = [WatchedVariable.privateKey, WatchedVariable.keySet]
        let refused = file.variables.last { variable in
            guard case .environmentFile(_, let line) = variable.place.holder else {
                return false
            }
            return line <= error.location?.line ?? 0
        }
        let isOfPair = refused.map { variable in names.contains { $0.utf8.elementsEqual(variable.name.utf8) } } ?? false
        if file.form != .docker, isOfPair, let correction = evidence.correction { return correction }
        return .edit(error.hint ?? "write it anew: authkeys emit dotenv for dotenv and shells, docker-env for docker")
    }

    /// The lines behind the first of a value that ends with it are none of the file's own.
    private func cause(
        of error: AuthKeysError, in file: EnvironmentFileEvidence, _ evidence: Evidence
    ) -> (any CodeFamily)? {
        if LostAdminKey.isUnquotedForShell(file) { return ConvexCode.adminKeyLost }
        guard let key = evidence.privateKey, key.place.path == file.path,
            case .environmentFile(_, let line) = key.place.holder, let refused = error.location?.line, refused >= line
        else { return nil }
        return key.cutAtLineEnd
    }

    /// Nothing is wrong with a file that a shell is to run; it is only not run here.
    private func unexpanded(_ file: EnvironmentFileEvidence, _ error: AuthKeysError) -> Finding {
        finding(
            "a shell makes values of '\(file.path)' when it runs the file", severity: .warning,
            evidence: ["sh: \(error.description)"],
            reason:
                "Nothing is run here, so what the shell makes is not judged; readers that are no shell take the text.",
            fix: .edit("what a shell runs is not run here: \(file.commandInShell)"),
            explainedBy: LostAdminKey.isUnquotedForShell(file) ? ConvexCode.adminKeyLost : nil,
            place: FindingPlace(path: file.path, line: error.location?.line))
    }
}
