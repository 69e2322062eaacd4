package import Encodings
import Glibc

/// How long to wait for whoever holds a lock.
package struct LockPatience: Sendable {
    /// After this long the caller is told that there is a wait.
    package var untilTold: Duration
    /// After this long it is given up.
    package var limit: Duration

    /// An edit takes milliseconds: a wait that is noticed has a reason that somebody should see to.
    package init(untilTold: Duration = .seconds(1), limit: Duration = .seconds(30)) {
        self.untilTold = untilTold
        self.limit = limit
    }
}

extension FileWriter {
    /// Runs `body` while nobody else on this machine edits the file by this function, so that of two who read it, change
    /// it and rename the new one over it neither loses what the other did. Who only reads needs no lock: a rename shows
    /// the old file or the new one.
    ///
    /// The lock is flock(2) on the folder that holds the file. It leaves nothing behind, ends with the process however
    /// that ends, is there before the file is and outlasts every rename; the files of one folder share it. The folder
    /// stays the one that was opened, also when another is put in its place meanwhile.
    ///
    /// - Parameter onWait: called once, when waiting has taken as long as `patience` says.
    /// - Throws: `file.locked`; `file.invalid-path`, `file.missing`, `file.not-a-folder`, `file.not-readable`,
    ///   `file.failed` for the folder; and what `body` throws.
    package func locked<Result>(
        patience: LockPatience = LockPatience(), onWait: () -> Void,
        _ body: (borrowing LockedFile) throws(AuthKeysError) -> Result
    ) throws(AuthKeysError) -> Result {
        let path = try DestinationPath(destination, wording: wording)
        let parent: Int32
        do throws(SystemError) {
            parent = try calls.open(path.parent, in: AT_FDCWD, O_RDONLY | O_DIRECTORY)
        } catch { throw error.error(while: .read, path.text) }
        defer { calls.closeUnlocked(parent) }
        try lock(parent, of: path, "its folder", patience, onWait)
        return try body(LockedFile(writer: self, path: path, parent: parent, mark: nil))
    }

    func lock(
        _ descriptor: Int32, of path: DestinationPath, _ what: String, _ patience: LockPatience, _ onWait: () -> Void
    ) throws(AuthKeysError) {
        let start = ContinuousClock.now
        var isTold = false
        do throws(SystemError) {
            while try !calls.lock(descriptor) {
                let waited = ContinuousClock.now - start
                guard waited < patience.limit else { throw SystemError(EWOULDBLOCK) }
                if !isTold, waited >= patience.untilTold {
                    isTold = true
                    onWait()
                }
                // At different times for each, so that none of many is always the last to look.
                poll(nil, 0, Int32.random(in: 2...20))
            }
        } catch {
            guard error.number == EWOULDBLOCK else { throw error.error(while: .lock, path.parent) }
            throw AuthKeysError(
                FileCode.locked,
                "'\(path.text)' cannot be edited: another process has held the lock on \(what) for "
                    + "\(patience.limit.components.seconds) seconds",
                hint: "try again when that has ended; see which it is: lslocks")
        }
    }
}

/// A file that nobody else edits.
package struct LockedFile: ~Copyable {
    private let writer: FileWriter
    private let path: DestinationPath
    private let parent: Int32
    /// What a lock file remembers, where one is used.
    package let mark: LockMark?

    init(writer: FileWriter, path: DestinationPath, parent: Int32, mark: LockMark?) {
        self.writer = writer
        self.path = path
        self.parent = parent
        self.mark = mark
    }

    /// Reads the file into a sink. What was read before an error stays there.
    /// - Throws: what ``FileReader`` throws; `file.not-a-file` for a symbolic link, as writing does.
    package borrowing func read(
        limit: Int, into sink: inout (some ByteSink & ~Copyable)
    ) throws(AuthKeysError) {
        guard try writer.replacedFile(path, in: parent, mayReplace: true) != nil else {
            throw SystemError(ENOENT).error(while: .read, path.text)
        }
        try FileReader.read(path.name, in: parent, O_NOFOLLOW, asPath: path.text, limit: limit, into: &sink)
    }

    /// - Throws: what ``FileWriter/write(_:)`` throws.
    /// - Returns: what ``FileWriter/write(_:)`` returns.
    @discardableResult
    package borrowing func write(_ contents: any ByteSource) throws(AuthKeysError) -> OwnerChange? {
        try writer.write(contents, to: path, in: parent)
    }
}
