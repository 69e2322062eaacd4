package import Encodings
import Glibc

/// Writes one file that is there whole after one rename, or not at all.
///
/// It is made and flushed beside the destination under another name. Symbolic links are not followed.
///
/// A public file that replaces another keeps its owner and group, as far as this process may give files away. A secret
/// one does not: it is for whoever runs the process, and not for who left a file in its place.
package struct FileWriter: Sendable {
    let destination: String
    let isSecret: Bool
    let replacing: Bool
    let wording: OptionWording
    let calls: SystemCalls

    /// - Parameters:
    ///   - isSecret: mode 0600 when it is, 0644 when it is not.
    ///   - replacing: whether a file that is there is replaced; a public one never becomes readable to more than were
    ///     allowed to read the one before.
    package init(
        destination: String, isSecret: Bool, replacing: Bool, wording: OptionWording,
        calls: SystemCalls = SystemCalls()
    ) {
        self.destination = destination
        self.isSecret = isSecret
        self.replacing = replacing
        self.wording = wording
        self.calls = calls
    }

    /// Finds out, before work is spent, whether ``write(_:)`` would be refused. The last word is the rename's.
    ///
    /// - Throws: `file.invalid-path`, `file.missing` (no parent folder), `file.not-a-folder` (the parent),
    ///   `file.not-a-file`, `file.exists`, `file.not-writable`, `file.read-only-file-system`.
    package func check() throws(AuthKeysError) {
        let path = try DestinationPath(destination, wording: wording)
        let parent = try calls.openParent(of: path)
        defer { calls.close(parent) }
        _ = try replacedFile(path, in: parent)
        try calls.checkParent(parent, of: path)
    }

    /// - Throws: what ``check()`` throws; `file.no-space`; `file.failed`. When the last flush is what failed the new
    ///   content is in place, because the old one is gone by then.
    /// - Returns: what became of the owner of the file that was replaced, when it could not be kept.
    @discardableResult
    package func write(_ contents: any ByteSource) throws(AuthKeysError) -> OwnerChange? {
        let path = try DestinationPath(destination, wording: wording)
        let parent = try calls.openParent(of: path)
        defer { calls.close(parent) }
        return try write(contents, to: path, in: parent)
    }

    func write(
        _ contents: any ByteSource, to path: DestinationPath, in parent: Int32
    ) throws(AuthKeysError) -> OwnerChange? {
        try Signals.heldBack { () throws(AuthKeysError) -> OwnerChange? in
            let replaced = try replacedFile(path, in: parent)
            let staging = path.temporaryName()
            let name = StagedName(
                name: staging, path: path.sibling(staging), destination: path.text, folder: path.parent)
            let mode: UInt32 = isSecret ? 0o600 : 0o644 & (replaced?.mode ?? 0o644) | 0o600
            var rollback = Rollback()
            do throws(AuthKeysError) {
                let file = try calls.stage(
                    contents, as: name, in: parent, mode: mode, owner: isSecret ? nil : replaced?.owner, &rollback)
                defer { calls.close(file) }
                try calls.flush(file)
                try place(staging, path, in: parent, isReplacing: replaced != nil, &rollback)
                return file.ownerChange
            } catch {
                throw rollback.error(after: error)
            }
        }
    }

    private func place(
        _ staging: String, _ path: DestinationPath, in parent: Int32, isReplacing: Bool, _ rollback: inout Rollback
    ) throws(AuthKeysError) {
        let name = path.name
        do throws(SystemError) {
            if isReplacing {
                try calls.move(staging, over: name, in: parent)
                rollback = Rollback()
            } else {
                try calls.moveFile(staging, to: name, in: parent)
                rollback.add(path.text, holdsEarlierSteps: true) { () throws(SystemError) in
                    try calls.moveFile(name, to: staging, in: parent)
                }
            }
            try calls.flushFolder(parent)
        } catch {
            // Somebody else may have made the destination meanwhile, which has a message of its own.
            if error.number == EEXIST { _ = try replacedFile(path, in: parent, mayReplace: false) }
            throw error.error(while: isReplacing ? .replace : .place, path.text)
        }
    }

    /// The file that will be replaced; nil when there is none.
    func replacedFile(
        _ path: DestinationPath, in parent: Int32, mayReplace: Bool? = nil
    ) throws(AuthKeysError) -> FileStatus? {
        let found: FileStatus?
        do throws(SystemError) { found = try calls.status(of: path.name, in: parent) } catch {
            throw error.error(while: .inspect, path.text)
        }
        guard let found else { return nil }
        switch found.kind {
        case .file: break
        case .folder:
            throw AuthKeysError(
                FileCode.notAFile, "'\(path.text)' is a folder; a file is needed",
                hint: "name a file in it: \(wording.inside(path.text))")
        case .link:
            throw AuthKeysError(
                FileCode.notAFile, "'\(path.text)' is a symbolic link, which is not followed; a file is needed",
                hint: "see where it leads: readlink \(shellWord(path.text)); \(wording.choose("the file itself"))")
        case .other:
            throw AuthKeysError(
                FileCode.notAFile, "'\(path.text)' is neither a file nor a folder; a file is needed",
                hint: wording.choose("a file"))
        }
        guard mayReplace ?? replacing else {
            throw AuthKeysError(
                FileCode.exists, "'\(path.text)' already exists",
                hint: wording.replaceOrChoose("replaces it", "another file"))
        }
        return found
    }
}
