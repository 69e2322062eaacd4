import Glibc

/// Where a file is or would be, whatever its folder is called on the way there: two paths with one place are one file.
package struct FilePlace: Sendable, Hashable {
    private let device: UInt64
    private let folder: UInt64
    private let name: String

    /// - Returns: `nil` where there is no such folder.
    package init?(of path: String) {
        let (parent, name) = FilePath.split(FilePath.withoutTrailingSlashes(path))
        var found = stat()
        guard unsafe stat(parent, &found) == 0 else { return nil }
        device = UInt64(found.st_dev)
        folder = UInt64(found.st_ino)
        self.name = name
    }
}
