internal import Encodings

/// A file that was read, and who else can read it.
package struct FileEvidence: Sendable, Hashable {
    package let path: String
    /// The permission bits; `nil` where they could not be seen.
    package let mode: UInt32?
    /// Whether the index of the repository around it lists it; `nil` where there is none.
    package let isInGit: Bool?

    package init(path: String, mode: UInt32?, isInGit: Bool?) {
        self.path = path
        self.mode = mode
        self.isInGit = isInGit
    }

    /// Its name as a word of a shell; `FILE` where none can hold it.
    var shellWord: String { (try? Escaper.shellWord(path)) ?? "FILE" }

    package var isReadableByOthers: Bool { (mode ?? 0) & 0o077 & 0o044 != 0 }
}
