internal import Encodings

struct OpenFileMode: Rule {
    let code = FileCode.readableByOthers.code
    let severity = Finding.Severity.warning
    let title = "A file with a secret can be read by others"
    let explanation = """
        The permission bits of the file let its group or everybody read it. The files that this tool writes have mode 0600.
        """

    func findings(in evidence: Evidence) -> [Finding] {
        evidence.files.filter(\.isReadableByOthers).first.map { file in
            [
                finding(
                    "'\(file.path)' holds a secret and can be read by others",
                    evidence: ["its mode is 0\(String(file.mode ?? 0, radix: 8))"],
                    reason: "Every user of this machine, or of its group, can sign tokens.",
                    fix: .command("chmod 600 \((try? Escaper.shellWord(file.path)) ?? "FILE")"),
                    place: FindingPlace(path: file.path))
            ]
        } ?? []
    }
}
