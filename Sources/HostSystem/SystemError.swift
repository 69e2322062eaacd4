package import Encodings
import Glibc

/// The number that a refused system call left in `errno`.
package struct SystemError: Error, Sendable, Hashable {
    package let number: Int32

    package init(_ number: Int32) {
        self.number = number
    }

    /// The system's own words for it, such as `Input/output error`.
    var text: String {
        guard let text = unsafe strerror(number) else { return "error \(number)" }
        return unsafe String(cString: text)
    }

    func isOne(of numbers: Int32...) -> Bool {
        numbers.contains(number)
    }
}

extension SystemError {
    /// The error for a person: what was being done to which path, what stood in the way, and what mends it.
    ///
    /// The path is kept as it is, whatever characters it holds: printing is what escapes.
    /// - Parameters:
    ///   - folder: the folder that a hint can send a person to look at; the one that holds `path` unless given.
    ///   - hint: a better one than this number alone has.
    package func error(
        while action: FileAction, _ path: String, in folder: String? = nil, hint: String? = nil
    ) -> AuthKeysError {
        AuthKeysError(
            code(while: action), "cannot \(action.verb) '\(path)': \(reason(while: action))",
            hint: hint ?? self.hint(while: action, path, in: folder ?? FilePath.parent(of: path)))
    }

    package func code(while action: FileAction) -> FileCode {
        switch number {
        case ENOENT: .missing
        case EACCES, EPERM: action.onlyReads ? .notReadable : .notWritable
        case EROFS: .readOnly
        case ENOSPC, EDQUOT, EFBIG: .noSpace
        case EEXIST, ENOTEMPTY: .exists
        case ENOTDIR: .notAFolder
        case EISDIR: .notAFile
        case EPIPE: .closed
        default: .failed
        }
    }

    private func reason(while action: FileAction) -> String {
        switch number {
        case ENOENT: "there is no such file or folder"
        case EPERM where action == .protect: "the file system does not keep who may read a file"
        case EACCES, EPERM: "this user does not have the right"
        case EROFS: "the file system is mounted read-only"
        case ENOSPC: "the disk is full"
        case EDQUOT: "the quota of this user is used up"
        case EFBIG: "it would grow past the limit on the size of a file"
        case EEXIST, ENOTEMPTY: "something with that name exists"
        case ENOTDIR: "a part of the path is not a folder"
        case EISDIR: "it is a folder, and a file is needed"
        case EPIPE: "the reader at the other end has gone"
        case EBUSY: "it is a mount point, or the system is using it"
        case EXDEV: "the file system cannot rename it as a whole"
        case ENAMETOOLONG: "the name is longer than the file system takes"
        default: text
        }
    }

    private func hint(while action: FileAction, _ path: String, in folder: String) -> String? {
        let word = shellWord(folder)
        return switch number {
        case ENOENT, ENOTDIR:
            FilePath.unexpandedHomeHint(path)
                ?? "see what is there: ls -la \(shellWord(SystemCalls.nearest(to: folder)))"
        case EPERM where action == .protect: "choose a folder that is not on FAT or a share: findmnt -T \(word)"
        case EACCES, EPERM: "see who may: ls -ld \(action.onlyReads ? "\(word) \(shellWord(path))" : word)"
        case EROFS: "see the mount: findmnt -T \(word)"
        case ENOSPC: "see what is free: df -h \(word)"
        case EDQUOT: "see the quota: quota -s"
        case EFBIG: "see the limit: ulimit -f; lift it: ulimit -f unlimited"
        case EEXIST, ENOTEMPTY: "see what it is: ls -ld \(shellWord(path))"
        case EISDIR: "see what is in it: ls -la \(shellWord(path))"
        case ENAMETOOLONG: "choose a shorter name"
        default: nil
        }
    }
}
