internal import Encodings
internal import EnvironmentText

struct LostAdminKey: Rule {
    let code = ConvexCode.adminKeyLost.code
    let severity = Finding.Severity.error
    let title = "The admin key is empty, or a shell will cut it"
    let explanation = """
        An admin key holds a `|`. Unquoted in a file that a shell sources it is a pipe: what stands behind it is run as a \
        command, and the variable comes out empty. In a dotenv file it needs no quotes. In CI a secret that a job may not \
        read, or whose name is misspelt, arrives empty.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        guard let variable = evidence.variable(WatchedVariable.adminKey) else { return [] }
        let isCut = Self.isUnquotedForShell(evidence.environmentFile)
        guard variable.isEmpty || isCut else { return [] }
        return [
            finding(
                isCut
                    ? "the '|' of the admin key stands unquoted where a shell reads it" : "the admin key is empty",
                evidence: [variable.place.description],
                reason: "Nothing can be set or read on the deployment without it.",
                fix: .edit(
                    isCut ? "put it in single quotes: \(variable.name)='NAME|KEY'" : EmptyVariable.advice),
                explainedBy: isCut || WithheldSecret().findings(in: evidence).isEmpty ? nil : EnvironmentCode.withheld,
                place: variable.place.finding)
        ]
    }

    static func isUnquotedForShell(_ file: EnvironmentFileEvidence?) -> Bool {
        guard let file, file.form == .shell, let dotenv = try? file.readings.first?.file.get() else { return false }
        return dotenv.assignments.contains { assignment in
            assignment.name.utf8.elementsEqual(WatchedVariable.adminKey.utf8) && assignment.quoting == .none
                && assignment.value.contains(UInt8(ascii: "|"))
        }
    }
}
