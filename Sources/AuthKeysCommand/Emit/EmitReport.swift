internal import AuthKeysJOSE
internal import Deployment
internal import Encodings
internal import HostSystem

/// What was emitted, and what to do with it. No secret is in it.
struct EmitReport {
    let kind: String
    let key: EmittedKey?
    let files: [EmittedFile]
    let written: FolderWriter.Written
    let next: String

    private var keyID: String? { key?.jwks.keys.first?.keyID?.description }

    /// - Parameter escaped: makes text from outside safe to show.
    func text(_ escaped: (String) -> String) -> String {
        var head = "\(escaped(written.folder)): \(kind)"
        if let keyID { head += ", kid \(escaped(keyID))" }
        var lines = [head, ""]
        let width = files.map(\.name.utf8.count).max() ?? 0
        // What a person looks for comes first.
        for file in files.filter({ $0.name != GitIgnoreEmitter.fileName })
            + files.filter({ $0.name == GitIgnoreEmitter.fileName })
        {
            let name = file.name + String(repeating: " ", count: width - file.name.utf8.count)
            lines.append("  \(name)  \(file.purpose)\(file.isSecret ? " (secret, mode 0600: do not commit)" : "")")
        }
        lines.append("")
        if let kept = written.kept { lines.append("kept:    the folder that was there, as \(escaped(kept))") }
        if key != nil { lines.append("proved:  read back by the rules of each format, the key compared") }
        lines.append("next:    \(escaped(next))")
        return lines.joined(separator: "\n") + "\n"
    }

    var json: JSONValue {
        var members = [
            JSONMember(name: "schema", value: .string("authkeys.emit/1")),
            JSONMember(name: "kind", value: .string(kind)),
        ]
        if let keyID { members.append(JSONMember(name: "kid", value: .string(keyID))) }
        members.append(JSONMember(name: "folder", value: .string(written.folder)))
        members.append(
            JSONMember(
                name: "files",
                value: .array(
                    files.map { file in
                        .object([
                            "name": .string(file.name), "secret": .boolean(file.isSecret),
                            "mayBeCommitted": .boolean(!file.isSecret),
                        ])
                    })))
        if let kept = written.kept { members.append(JSONMember(name: "kept", value: .string(kept))) }
        members.append(JSONMember(name: "next", value: .string(next)))
        return JSONValue(.object(members))
    }
}
