internal import Encodings

struct FileInGit: Rule {
    let code = FileCode.inGit.code
    let severity = Finding.Severity.error
    let title = "A file with a secret is tracked by git"
    let explanation = """
        The index of the repository around the file lists it: it was committed, or the next commit takes it along. What was \
        once pushed is in every clone; removing the file does not take it out of the history, so the key has to be \
        replaced. An admin key cannot be revoked by itself: a new `INSTANCE_SECRET` revokes all of them. \
        `authkeys emit gitignore` writes the lines that keep such files out.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        evidence.files.filter { $0.isInGit == true }.first.map { file in
            let holds = Holding(of: file.path, evidence)
            return [
                finding(
                    "'\(file.path)' holds a secret and is tracked by git",
                    evidence: ["the index of the repository lists it"] + holds.names,
                    reason: "Whoever has a copy of the repository \(holds.consequence).",
                    fix: .edit(
                        "\(holds.replacement), then: git rm --cached -- \(file.shellWord), and authkeys emit gitignore"),
                    place: FindingPlace(path: file.path))
            ]
        } ?? []
    }

    /// What of a deployment stands in the file beside or in place of the key.
    private struct Holding {
        let names: [String]
        let hasKey: Bool

        init(of path: String, _ evidence: Evidence) {
            func isThere(_ place: ValuePlace?) -> Bool { place?.path?.utf8.elementsEqual(path.utf8) ?? false }
            let secrets = [WatchedVariable.adminKey, WatchedVariable.instanceSecret]
            names = secrets.filter { isThere(evidence.variable($0)?.place) }
            hasKey = names.isEmpty || isThere(evidence.privateKey?.place)
        }

        var consequence: String {
            [hasKey ? "signs tokens as anybody" : nil, names.isEmpty ? nil : "sets and reads all of the deployment"]
                .compactMap { $0 }.joined(separator: ", and ")
        }

        var replacement: String {
            [
                hasKey ? "replace the key (authkeys generate)" : nil,
                names.isEmpty
                    ? nil
                    : "give the container a new INSTANCE_SECRET, which revokes every admin key, and make a new one",
            ].compactMap { $0 }.joined(separator: "; ")
        }
    }
}
