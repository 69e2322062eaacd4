internal import CAuthKeysLinux
import Glibc

/// The system calls that the writers make, in one place so that a test can refuse any of them.
///
/// All are made relative to an open folder, so that nobody who swaps a folder on the way redirects them.
package struct SystemCalls: Sendable {
    package enum Call: Sendable, Hashable, CaseIterable {
        case open, makeFolder, changeMode, changeOwner, write, flush, move, moveWithoutReplacing, exchange, link, remove
        case inspect, list, checkAccess, lock
    }

    /// Asked before each call; a number refuses it as `errno` would, nil lets it be made.
    package var refusal: @Sendable (Call) -> Int32?

    package init(refusal: @escaping @Sendable (Call) -> Int32? = { _ in nil }) {
        self.refusal = refusal
    }

    /// Makes a call, again for as long as a signal interrupts it.
    @discardableResult
    func perform(_ call: Call, _ body: () -> Int) throws(SystemError) -> Int {
        while true {
            var number = refusal(call)
            if number == nil {
                let result = body()
                if result >= 0 { return result }
                number = errno
            }
            if let number, number != EINTR { throw SystemError(number) }
        }
    }
}

extension SystemCalls {
    /// The caller closes it. Never inherited by a child process; a symbolic link is followed only without O_NOFOLLOW.
    func open(_ name: String, in folder: Int32, _ flags: Int32, mode: UInt32 = 0) throws(SystemError) -> Int32 {
        Int32(
            truncatingIfNeeded: try perform(.open) {
                Int(unsafe openat(folder, name, flags | O_CLOEXEC | O_NOCTTY, mode))
            })
    }

    /// Nothing is to be learned from a failure: what matters was flushed before.
    func close(_ descriptor: Int32) {
        _ = Glibc.close(descriptor)
    }

    func makeFolder(_ name: String, in folder: Int32, mode: UInt32) throws(SystemError) {
        try perform(.makeFolder) { Int(unsafe mkdirat(folder, name, mode)) }
    }

    func changeMode(_ descriptor: Int32, to mode: UInt32) throws(SystemError) {
        try perform(.changeMode) { Int(fchmod(descriptor, mode)) }
    }

    /// Whatever the umask.
    func makeEmptyFolder(_ name: String, in folder: Int32, exactMode mode: UInt32) throws(SystemError) {
        try makeFolder(name, in: folder, mode: 0o700)
        let descriptor = try open(name, in: folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        defer { close(descriptor) }
        try changeMode(descriptor, to: mode)
    }

    func write(_ bytes: Span<UInt8>, to descriptor: Int32) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            let rest = bytes.extracting(written...)
            written += try perform(.write) {
                unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            }
        }
    }

    /// Lets the disk begin with what was written and does not wait for it. It is a hint: whether the content arrived is
    /// what ``flush(_:)`` says.
    func beginFlush(_ descriptor: Int32) {
        _ = authkeys_sync_file_range(descriptor, 0, 0, authkeys_SYNC_FILE_RANGE_WRITE)
    }

    func flush(_ descriptor: Int32) throws(SystemError) {
        try perform(.flush) { Int(fsync(descriptor)) }
    }

    /// Some file systems cannot flush a folder and say EINVAL; their renames last as well as they can.
    func flushFolder(_ descriptor: Int32) throws(SystemError) {
        do throws(SystemError) { try flush(descriptor) } catch {
            guard error.number == EINVAL else { throw error }
        }
    }

    func remove(_ name: String, in folder: Int32, isFolder: Bool = false) throws(SystemError) {
        try perform(.remove) { Int(unsafe unlinkat(folder, name, isFolder ? AT_REMOVEDIR : 0)) }
    }

    /// Whether this process may make and rename entries in `folder`, which also says EROFS where nobody may.
    func checkWritable(_ folder: Int32) throws(SystemError) {
        try perform(.checkAccess) { Int(unsafe faccessat(folder, ".", W_OK | X_OK, AT_EACCESS)) }
    }

    /// Gives a lock back. A child process that another thread is starting has the descriptor too until it begins to run,
    /// so that to close it alone would leave the lock for that long.
    func closeUnlocked(_ descriptor: Int32) {
        _ = flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    /// Takes the lock of an open file or folder, which ``closeUnlocked(_:)`` or the end of the process gives back.
    ///
    /// - Returns: false when another has it.
    func lock(_ descriptor: Int32) throws(SystemError) -> Bool {
        do throws(SystemError) {
            try perform(.lock) { Int(flock(descriptor, LOCK_EX | LOCK_NB)) }
            return true
        } catch {
            guard error.number == EWOULDBLOCK else { throw error }
            return false
        }
    }
}
