import Encodings

/// What a folder would be written over.
enum FolderStanding: Hashable {
    case missing
    /// A folder with nothing in it; `mode` are its permission bits.
    case empty(mode: UInt32)
    /// A folder that holds files of these names and nothing else.
    case ours
}

extension FolderWriter {
    /// Looks at the destination and judges it.
    ///
    /// - Throws: `file.not-a-folder`, `file.holds-other-files`, and `file.exists` unless replacing.
    func standing(_ path: DestinationPath, in parent: Int32) throws(AuthKeysError) -> FolderStanding {
        let found: FileStatus?
        do throws(SystemError) { found = try calls.status(of: path.name, in: parent) } catch {
            throw error.error(while: .inspect, path.text)
        }
        guard let found else { return .missing }
        switch found.kind {
        case .folder: break
        case .link:
            throw AuthKeysError(
                FileCode.notAFolder, "'\(path.text)' is a symbolic link, which is not followed; a folder is needed",
                hint: "see where it leads: readlink \(shellWord(path.text)); \(wording.choose("the folder itself"))")
        case .file, .other:
            throw AuthKeysError(
                FileCode.notAFolder,
                "'\(path.text)' is \(found.kind == .file ? "a file" : "neither a file nor a folder"); a folder is needed",
                hint: wording.choose("another place"))
        }
        let names: [String]
        do throws(SystemError) { names = try calls.names(in: path.name, of: parent) } catch {
            throw error.error(while: .list, path.text)
        }
        return names.isEmpty ? .empty(mode: found.mode) : try judge(names, in: path)
    }

    private func judge(_ names: [String], in path: DestinationPath) throws(AuthKeysError) -> FolderStanding {
        // By bytes: two names that differ only in Unicode form are two files.
        let others = names.filter { name in !fileNames.contains { $0.utf8.elementsEqual(name.utf8) } }
        guard others.isEmpty else {
            throw AuthKeysError(
                FileCode.holdsOtherFiles,
                "'\(path.text)' already holds \(Self.list(others, atMost: 3)), which would be moved away with it",
                hint: "choose a folder of its own: \(wording.inside(path.text))")
        }
        guard replacing else {
            throw AuthKeysError(
                FileCode.exists, "'\(path.text)' already holds \(Self.list(names, atMost: names.count))",
                hint: wording.replaceOrChoose(
                    "replaces it and keeps the old folder beside it as \(path.name).previous-<time>", "another place"))
        }
        return .ours
    }

    /// `a`, `a and b`, `a, b and c`, `a, b, c and 7 more`.
    static func list(_ names: [String], atMost limit: Int) -> String {
        var shown = Array(names.prefix(limit))
        if names.count > limit { shown.append("\(names.count - limit) more") }
        guard let last = shown.popLast() else { return "nothing" }
        return shown.isEmpty ? last : "\(shown.joined(separator: ", ")) and \(last)"
    }
}
