import Glibc

/// What has a name, links not followed.
struct FileStatus {
    enum Kind { case file, folder, link, other }

    let kind: Kind
    /// The permission bits alone.
    let mode: UInt32
    let owner: FileOwner
}

extension SystemCalls {
    /// nil when nothing has that name.
    func status(of name: String, in folder: Int32) throws(SystemError) -> FileStatus? {
        var found = stat()
        do throws(SystemError) {
            try perform(.inspect) { Int(unsafe fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW)) }
        } catch {
            guard error.number == ENOENT else { throw error }
            return nil
        }
        let kind: FileStatus.Kind =
            switch found.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        return FileStatus(
            kind: kind, mode: found.st_mode & 0o7777, owner: FileOwner(user: found.st_uid, group: found.st_gid))
    }

    /// Whether the name still leads to what was opened.
    func isSame(_ descriptor: Int32, as name: String, in folder: Int32) throws(SystemError) -> Bool {
        var opened = stat()
        var found = stat()
        try perform(.inspect) { Int(unsafe fstat(descriptor, &opened)) }
        do throws(SystemError) {
            try perform(.inspect) { Int(unsafe fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW)) }
        } catch {
            guard error.number == ENOENT else { throw error }
            return false
        }
        return opened.st_ino == found.st_ino && opened.st_dev == found.st_dev
    }

    /// `path`, or the first of what it stands in that is there.
    static func nearest(to path: String) -> String {
        var path = path
        while unsafe access(path, F_OK) != 0, FilePath.parent(of: path) != path { path = FilePath.parent(of: path) }
        return path
    }

    /// The names in a folder, sorted, without `.` and `..`.
    func names(in name: String, of folder: Int32) throws(SystemError) -> [String] {
        let descriptor = try open(name, in: folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        guard let stream = unsafe fdopendir(descriptor) else {
            let number = errno
            close(descriptor)
            throw SystemError(number)
        }
        defer { unsafe _ = closedir(stream) }
        var names: [String] = []
        while true {
            var entry: UnsafeMutablePointer<dirent>?
            // readdir(3) answers NULL at the end and on an error; only errno tells them apart.
            try perform(.list) {
                errno = 0
                unsafe entry = readdir(stream)
                return unsafe entry == nil && errno != 0 ? -1 : 0
            }
            guard let entry = unsafe entry else { return names.sorted() }
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
    }
}
