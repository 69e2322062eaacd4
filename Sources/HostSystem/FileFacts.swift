import Glibc

/// Who can read a file, and where it really is.
package struct FileFacts: Sendable, Hashable {
    /// The permission bits alone, of what a link leads to.
    package let mode: UInt32
    /// Absolute, without links.
    package let path: String

    /// - Returns: `nil` for what is no regular file, or cannot be looked at.
    package init?(of path: String) {
        var found = stat()
        guard unsafe stat(path, &found) == 0, found.st_mode & S_IFMT == S_IFREG else { return nil }
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        mode = found.st_mode & 0o7777
        self.path = unsafe String(cString: resolved)
    }
}
