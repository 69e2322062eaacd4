package import Encodings
import Glibc

/// The number that a lock file remembers: how far the file beside it has come.
///
/// It is a help and no proof: when it cannot be read there is none, and when it cannot be written the old one stays.
package final class LockMark: Sendable {
    private let descriptor: Int32
    /// What stood in the file when it was locked.
    package let value: Int64?

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        value = Self.number(in: descriptor)
    }

    /// What the lock file of `path` remembers, for whoever only reads; `nil` where there is none, or none can be read.
    package static func value(beside path: String) -> Int64? {
        let lock = "\(FilePath.withoutTrailingSlashes(path)).lock"
        // Never waits, not for whoever would write to a pipe either.
        guard let descriptor = try? SystemCalls().open(lock, in: AT_FDCWD, O_RDONLY | O_NOFOLLOW | O_NONBLOCK) else {
            return nil
        }
        defer { SystemCalls().close(descriptor) }
        return number(in: descriptor)
    }

    private static func number(in descriptor: Int32) -> Int64? {
        var bytes = [UInt8](repeating: 0, count: 32)
        let count = unsafe pread(descriptor, &bytes, bytes.count, 0)
        return count > 0 ? String(validating: bytes[..<(count - 1)], as: UTF8.self).flatMap { Int64($0) } : nil
    }

    /// In one write, so that nobody finds a half of it; of one length, so that nothing is left of the one before.
    package func set(_ value: Int64) {
        let digits = String(value)
        let text = Array((String(repeating: "0", count: max(0, 19 - digits.utf8.count)) + digits + "\n").utf8)
        unsafe _ = pwrite(descriptor, text, text.count, 0)
    }
}

extension FileWriter {
    /// Runs `body` while nobody else changes the file by this function, which may take as long as a program that is run
    /// meanwhile.
    ///
    /// The lock is flock(2) on a file of its own beside it, `NAME.lock`, which is made when it is missing, stays, and is
    /// never renamed or removed: so the lock outlasts every rename of the file, and whoever edits other files of the
    /// folder does not wait for it. It ends with the process however that ends. The file remembers a number besides,
    /// which shows that an old copy of the file was put back.
    ///
    /// - Throws: what ``locked(patience:onWait:_:)`` throws; `file.not-writable`, `file.no-space`,
    ///   `file.read-only-file-system` where the lock file cannot be made.
    package func lockedByFile<Result>(
        patience: LockPatience = LockPatience(), onWait: () -> Void,
        _ body: (borrowing LockedFile) throws(AuthKeysError) -> Result
    ) throws(AuthKeysError) -> Result {
        let path = try DestinationPath(destination, wording: wording)
        let parent = try calls.openParent(of: path)
        defer { calls.close(parent) }
        let name = "\(path.name).lock"
        while true {
            let descriptor: Int32
            do throws(SystemError) {
                descriptor = try calls.open(name, in: parent, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o600)
            } catch { throw error.error(while: .create, "\(path.text).lock") }
            defer { calls.closeUnlocked(descriptor) }
            try lock(descriptor, of: path, "'\(name)'", patience, onWait)
            do throws(SystemError) {
                // Somebody may have removed it while this process waited, and others lock the new one.
                guard try calls.isSame(descriptor, as: name, in: parent) else { continue }
            } catch { throw error.error(while: .inspect, "\(path.text).lock") }
            removeLeftovers(of: path, in: parent)
            return try body(
                LockedFile(writer: self, path: path, parent: parent, mark: LockMark(descriptor)))
        }
    }

    /// What a process that was killed has left half written may hold secrets, and with the lock held nobody else writes.
    private func removeLeftovers(of path: DestinationPath, in parent: Int32) {
        let prefix = Array(path.temporaryNamePrefix.utf8)
        for name in (try? calls.names(in: ".", of: parent)) ?? [] where name.utf8.starts(with: prefix) {
            try? calls.remove(name, in: parent)
        }
    }
}
