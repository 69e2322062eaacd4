package import Encodings
import Glibc

/// A file that is to be written.
package struct StagedFile: Sendable {
    /// One part of a path: no slash.
    package let name: String
    /// Mode 0600 when it is, else 0755 or 0644.
    package let isSecret: Bool
    package let isExecutable: Bool
    package let contents: any ByteSource

    package init(name: String, isSecret: Bool, isExecutable: Bool = false, contents: any ByteSource) {
        self.name = name
        self.isSecret = isSecret
        self.isExecutable = isExecutable
        self.contents = contents
    }

    var mode: UInt32 { isSecret ? 0o600 : isExecutable ? 0o755 : 0o644 }
}

/// A file on its way: what it is called now, and what it will be.
struct StagedName {
    let name: String
    /// Where it is now, as a person would write it.
    let path: String
    /// What it will be, which is what messages call it.
    let destination: String
    /// The folder that a hint can send a person to look at.
    let folder: String
}

/// A file that has its content and its mode, and is not yet known to be on the disk.
struct OpenStagedFile {
    let descriptor: Int32
    let name: StagedName
    /// Set where it could not be given to the owner that was asked for.
    let ownerChange: OwnerChange?
}

extension SystemCalls {
    /// Makes a new file in an open folder, with exactly `mode`, and lets the disk begin with it; `rollback` removes it.
    /// The caller flushes and closes it.
    ///
    /// - Parameter owner: who is to own it, where that can be had; `nil` for whoever runs this process.
    func stage(
        _ contents: any ByteSource, as name: StagedName, in folder: Int32, mode: UInt32, owner: FileOwner? = nil,
        _ rollback: inout Rollback
    ) throws(AuthKeysError) -> OpenStagedFile {
        var action = FileAction.create
        var opened: Int32?
        do throws(SystemError) {
            // Created no wider than 0600, so that at no moment more may read it than at the end.
            let descriptor = try open(name.name, in: folder, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
            opened = descriptor
            rollback.add(name.path) { () throws(SystemError) in try remove(name.name, in: folder) }
            action = .protect
            var mode = mode
            var change: OwnerChange?
            if let owner {
                let given = try give(descriptor, to: owner)
                if given != owner { change = OwnerChange(before: owner, after: given) }
                // What one group was allowed is not for another.
                if given.group != owner.group { mode &= ~0o070 | mode << 3 }
            }
            try changeMode(descriptor, to: mode)
            action = .write
            try contents.withBytes { (bytes) throws(SystemError) in try write(bytes, to: descriptor) }
            beginFlush(descriptor)
            return OpenStagedFile(descriptor: descriptor, name: name, ownerChange: change)
        } catch {
            if let opened { close(opened) }
            throw error.error(while: action, name.destination, in: name.folder)
        }
    }

    func flush(_ file: OpenStagedFile) throws(AuthKeysError) {
        do throws(SystemError) { try flush(file.descriptor) } catch {
            throw error.error(while: .flush, file.name.destination, in: file.name.folder)
        }
    }

    func close(_ file: OpenStagedFile) {
        close(file.descriptor)
    }
}
