package import Encodings
import Glibc

/// Writes a set of files as one folder that is there whole after one rename, or not at all.
///
/// The files are made and flushed in a folder of mode 0700 beside the destination, which is then renamed; where none of
/// them is secret others may read it, with mode 0755, and a web server can serve what is in it. A crash at
/// any moment leaves the destination as it was or as it is to be; at worst a folder `.NAME.tmp-…` stays behind. (Where
/// the file system cannot swap two names, a crash between two renames leaves a replaced folder under the name it is
/// kept by.) When anything is refused, every step is undone and the refusal is thrown.
package struct FolderWriter: Sendable {
    /// What was written.
    package struct Written: Sendable, Hashable {
        /// The path of the folder, as it was given.
        package let folder: String
        /// Where the folder that was replaced is kept: it may hold the only copy of a key.
        package let kept: String?
    }

    let destination: String
    let fileNames: [String]
    let replacing: Bool
    let wording: OptionWording
    let calls: SystemCalls

    /// - Parameters:
    ///   - fileNames: the names that may be replaced. A folder that holds any other is never touched.
    ///   - replacing: whether a folder that holds only such names is swapped for the new one, and kept aside.
    package init(
        destination: String, fileNames: [String], replacing: Bool, wording: OptionWording,
        calls: SystemCalls = SystemCalls()
    ) {
        self.destination = destination
        self.fileNames = fileNames
        self.replacing = replacing
        self.wording = wording
        self.calls = calls
    }

    /// Finds out, before work is spent, whether ``write(_:at:)`` would be refused. The last word is the rename's.
    ///
    /// - Throws: `file.invalid-path`, `file.missing` (no parent folder), `file.not-a-folder`, `file.exists`,
    ///   `file.holds-other-files`, `file.not-writable`, `file.not-readable`, `file.read-only-file-system`.
    package func check() throws(AuthKeysError) {
        let path = try DestinationPath(destination, wording: wording)
        let parent = try calls.openParent(of: path)
        defer { calls.close(parent) }
        let standing = try standing(path, in: parent)
        // Inside an empty folder, such as a mounted volume, there may be a right that is missing beside it.
        let hint: String? = if case .empty = standing { wording.inside(path.text) } else { nil }
        try calls.checkParent(parent, of: path, hint: hint)
    }

    /// - Parameter now: names the folder that is kept aside when one is replaced.
    /// - Throws: what ``check()`` throws; `file.no-space`; `file.failed`.
    package func write(_ files: [StagedFile], at now: NumericDate) throws(AuthKeysError) -> Written {
        let path = try DestinationPath(destination, wording: wording)
        try checkNames(files, path)
        return try Signals.heldBack { () throws(AuthKeysError) in
            let parent = try calls.openParent(of: path)
            defer { calls.close(parent) }
            let standing = try standing(path, in: parent)
            let staging = path.temporaryName()
            var rollback = Rollback()
            // Undoing removes the files through it, whatever the folder is called by then.
            var folder: Int32?
            defer { if let folder { calls.close(folder) } }
            do throws(AuthKeysError) {
                let opened = try makeStaging(staging, path, in: parent, &rollback)
                folder = opened
                try fill(opened, called: staging, with: files, path, &rollback)
                let kept = try place(staging, path, in: parent, over: standing, at: now, &rollback)
                return Written(folder: path.text, kept: kept.map(path.sibling))
            } catch {
                throw rollback.error(after: error)
            }
        }
    }

    private func makeStaging(
        _ staging: String, _ path: DestinationPath, in parent: Int32, _ rollback: inout Rollback
    ) throws(AuthKeysError) -> Int32 {
        do throws(SystemError) {
            try calls.makeFolder(staging, in: parent, mode: 0o700)
            rollback.add(path.sibling(staging)) { () throws(SystemError) in
                try calls.remove(staging, in: parent, isFolder: true)
            }
            return try calls.open(staging, in: parent, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        } catch {
            throw error.error(while: .create, path.text)
        }
    }

    private func fill(
        _ folder: Int32, called staging: String, with files: [StagedFile], _ path: DestinationPath,
        _ rollback: inout Rollback
    ) throws(AuthKeysError) {
        var staged: [OpenStagedFile] = []
        defer { for file in staged { calls.close(file) } }
        for file in files {
            let name = StagedName(
                name: file.name, path: path.sibling("\(staging)/\(file.name)"),
                destination: "\(path.text)/\(file.name)", folder: path.parent)
            staged.append(try calls.stage(file.contents, as: name, in: folder, mode: file.mode, &rollback))
        }
        // The disk has begun with all of them by now: one wait instead of one for each.
        for file in staged { try calls.flush(file) }
        var action = FileAction.protect
        do throws(SystemError) {
            // Exact whatever the umask and a set-group-id parent made of it.
            try calls.changeMode(folder, to: files.contains(where: \.isSecret) ? 0o700 : 0o755)
            action = .flush
            try calls.flushFolder(folder)
        } catch {
            throw error.error(while: action, path.text)
        }
    }

    private func checkNames(_ files: [StagedFile], _ path: DestinationPath) throws(AuthKeysError) {
        var seen: Set<[UInt8]> = []
        for file in files {
            let isOnePart = !["", ".", ".."].contains(file.name) && !file.name.utf8.contains { $0 == 0 || $0 == 0x2f }
            guard isOnePart, seen.insert(Array(file.name.utf8)).inserted else {
                throw AuthKeysError(
                    FileCode.invalidPath,
                    "'\(file.name)' cannot be a file in '\(path.text)': it is no single name, or is there twice",
                    hint: "give each file a name of its own, without a slash")
            }
        }
    }
}
