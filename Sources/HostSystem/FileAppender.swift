package import Encodings
import Glibc

/// Adds to the end of a file that others write to as well, such as the one in which a runner collects the summary of a
/// job. What is in it stays.
package enum FileAppender {
    /// A symbolic link is not followed; a file that is not there is made, with mode 0644.
    ///
    /// - Parameter text: what to add, for a file that holds so many bytes already.
    /// - Throws: `file.missing` (no parent folder), `file.not-writable`, `file.read-only-file-system`, `file.not-a-file`,
    ///   `file.no-space`, `file.invalid-path`, `file.failed`.
    package static func append(to path: String, _ text: (_ used: Int) -> String) throws(AuthKeysError) {
        guard !path.isEmpty, !FilePath.holdsNUL(path) else {
            throw AuthKeysError(
                FileCode.invalidPath,
                "the path to write to is \(path.isEmpty ? "empty" : "one that holds a NUL byte")", hint: "name a file")
        }
        let calls = SystemCalls()
        do throws(SystemError) {
            // O_NONBLOCK: a pipe that nobody reads would be waited for; a file knows no waiting.
            let flags = O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK
            let descriptor = try calls.open(path, in: AT_FDCWD, flags, mode: 0o644)
            defer { calls.close(descriptor) }
            var found = stat()
            try calls.perform(.inspect) { Int(unsafe fstat(descriptor, &found)) }
            guard found.st_mode & S_IFMT == S_IFREG else { throw SystemError(ENXIO) }
            try calls.write(text(Int(found.st_size)).utf8.span, to: descriptor)
        } catch {
            guard error.isOne(of: ELOOP, ENXIO) else { throw error.error(while: .write, path) }
            throw AuthKeysError(
                FileCode.notAFile,
                "'\(path)' is \(error.number == ELOOP ? "a symbolic link, which is not followed" : "no file")"
                    + "; a file is needed", hint: "see what it is: ls -ld \(shellWord(path))")
        }
    }
}
