internal import Encodings

struct FileInGit: Rule {
    let code = FileCode.inGit.code
    let severity = Finding.Severity.error
    let title = "A file with a secret is tracked by git"
    let explanation = """
        The index of the repository around the file lists it: it was committed, or the next commit takes it along. What was \
        once pushed is in every clone; removing the file does not take it out of the history, so the key has to be \
        replaced. `authkeys emit gitignore` writes the lines that keep such files out.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        evidence.files.filter { $0.isInGit == true }.first.map { file in
            [
                finding(
                    "'\(file.path)' holds a secret and is tracked by git",
                    evidence: ["the index of the repository lists it"],
                    reason: "Whoever has a copy of the repository signs tokens as anybody.",
                    fix: .edit(
                        "replace the key (authkeys generate), then: git rm --cached -- \(file.shellWord), and authkeys "
                            + "emit gitignore"),
                    place: FindingPlace(path: file.path))
            ]
        } ?? []
    }
}
