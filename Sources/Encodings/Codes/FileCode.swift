package enum FileCode: String, CodeFamily {
    case closed = "file.closed"
    case exists = "file.exists"
    case holdsOtherFiles = "file.holds-other-files"
    case invalidPath = "file.invalid-path"
    case locked = "file.locked"
    case missing = "file.missing"
    case noSpace = "file.no-space"
    case notAFile = "file.not-a-file"
    case notAFolder = "file.not-a-folder"
    case notReported = "file.not-reported"
    case notReadable = "file.not-readable"
    case notWritable = "file.not-writable"
    case readOnly = "file.read-only-file-system"
    case tooLarge = "file.too-large"
    case failed = "file.failed"

    package var meaning: String {
        switch self {
        case .closed: "The reader at the other end of a pipe has gone."
        case .exists: "Something with that name exists, and nothing is overwritten without --force."
        case .holdsOtherFiles: "The folder holds files that this command does not make, so it is not replaced."
        case .invalidPath: "The path is not one that a file or folder could be made at."
        case .locked: "Another process has held the lock on the folder of a file for too long to wait for it."
        case .missing: "There is no such file or folder."
        case .noSpace: "The disk is full, or a quota or a limit on file sizes is reached."
        case .notAFile: "A file is needed, and a folder, link or device has that name."
        case .notAFolder: "A folder is needed, and something else has that name."
        case .notReported: "The files are written and whole, and what was done could not be printed."
        case .notReadable: "The file cannot be read with this user's rights."
        case .notWritable: "This user may not write there."
        case .readOnly: "The file system is mounted read-only."
        case .tooLarge: "The input is larger than is accepted here."
        case .failed: "The operating system refused an operation on a file."
        }
    }
}
