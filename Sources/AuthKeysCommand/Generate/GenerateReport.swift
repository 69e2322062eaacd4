internal import AuthKeysJOSE
internal import Consumers
internal import Encodings
internal import HostSystem

/// What was made, and what to do with it. No secret is in it.
struct GenerateReport {
    let pair: KeyPair
    let folder: KeyPairFolder
    let written: FolderWriter.Written

    /// The answer first, then the files, then the next command.
    /// - Parameter escaped: makes text from outside safe to show.
    func text(_ escaped: (String) -> String) -> String {
        var lines = [
            "\(escaped(written.folder)): a new \(pair.key.keySizeInBits)-bit RSA key pair, kid \(pair.keyID)",
            "",
        ]
        let width = folder.files.map(\.name.utf8.count).max() ?? 0
        for file in folder.filesToShow { lines.append(line(file, width)) }
        lines.append("")
        if let kept = written.kept { lines.append("kept:    the folder that was there, as \(escaped(kept))") }
        lines.append("proved:  read back, a token signed and verified as \(pair.profile.name) does it")
        lines.append("next:    \(escaped(next))")
        return lines.joined(separator: "\n") + "\n"
    }

    /// The same as a machine reads it.
    var json: JSONValue {
        var members = [
            JSONMember(name: "schema", value: .string("authkeys.generate/1")),
            JSONMember(name: "kid", value: .string(pair.keyID.description)),
            JSONMember(name: "bits", value: .integer(Int64(pair.key.keySizeInBits))),
            JSONMember(name: "profile", value: .string(pair.profile.name)),
            JSONMember(name: "publicKey", value: .string(pair.publicKeyPEM)),
            JSONMember(name: "jwks", value: pair.jwks),
            JSONMember(name: "folder", value: .string(written.folder)),
            JSONMember(name: "files", value: .array(folder.filesToShow.map(Self.entry))),
        ]
        if let kept = written.kept { members.append(JSONMember(name: "kept", value: .string(kept))) }
        members.append(JSONMember(name: "next", value: .string(next)))
        return JSONValue(.object(members))
    }

    private func line(_ file: StagedFile, _ width: Int) -> String {
        let name = file.name + String(repeating: " ", count: width - file.name.utf8.count)
        return "  \(name)  \(folder.purpose(of: file.name))\(file.isSecret ? " (secret, mode 0600)" : "")"
    }

    private static func entry(_ file: StagedFile) -> JSONValue {
        .object(["name": .string(file.name), "secret": .boolean(file.isSecret)])
    }

    private var next: String {
        let values = shellWord("\(written.folder)/\(folder.valuesName)")
        guard folder.format == .dotenv else {
            return "set both values of 'environment' in \(values) where the signing code finds its variables"
        }
        guard let command = pair.profile.loadCommand else {
            return "give \(values) to the service that signs, and publish \(KeyPairFolder.jwksName)"
        }
        return "\(command) \(values)"
    }
}
