internal import Encodings

struct UnreadableFileOfVariable: Rule {
    let code = EnvironmentCode.fileUnreadable.code
    let severity = Finding.Severity.error
    let title = "The file that a variable names cannot be read"
    let explanation = """
        `JWT_PRIVATE_KEY_FILE` and the like name a file, as docker secrets do (`/run/secrets/NAME`). Where the secret is not \
        mounted, or the user may not read it, the value is missing.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        for variable in evidence.variables {
            guard case .failure(let error)? = variable.contents else { continue }
            return [
                finding(
                    "the file that \(variable.name) names cannot be read",
                    evidence: [variable.place.description, error.description],
                    reason: "Whoever reads the variable finds no value.",
                    fix: .edit(error.hint ?? "mount the file, or name the right one"), place: variable.place.finding)
            ]
        }
        return []
    }
}
