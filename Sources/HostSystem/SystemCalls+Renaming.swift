internal import CAuthKeysLinux
import Glibc

extension SystemCalls {
    /// Renames over whatever `to` is, as far as rename(2) allows: a folder only over an empty folder.
    func move(_ from: String, over to: String, in folder: Int32) throws(SystemError) {
        try perform(.move) { Int(unsafe renameat(folder, from, folder, to)) }
    }

    /// Renames a folder to a name that is free.
    ///
    /// Where the file system knows no RENAME_NOREPLACE a plain rename is safe too: rename(2) puts a folder only over
    /// an empty folder, which holds nothing that could be lost, and refuses files, links and everything else.
    func moveFolder(_ from: String, to: String, in folder: Int32) throws(SystemError) {
        do throws(SystemError) { try moveWithoutReplacing(from, to: to, in: folder) } catch {
            guard error.isOne(of: EINVAL, ENOSYS) else { throw error }
            try move(from, over: to, in: folder)
        }
    }

    /// Renames a file to a name that is free.
    ///
    /// Where the file system knows no RENAME_NOREPLACE the file gets its second name by link(2), which never replaces,
    /// and then loses its first.
    func moveFile(_ from: String, to: String, in folder: Int32) throws(SystemError) {
        do throws(SystemError) { try moveWithoutReplacing(from, to: to, in: folder) } catch {
            guard error.isOne(of: EINVAL, ENOSYS) else { throw error }
            try perform(.link) { Int(unsafe linkat(folder, from, folder, to, 0)) }
            do throws(SystemError) { try remove(from, in: folder) } catch {
                try remove(to, in: folder)
                throw error
            }
        }
    }

    /// Swaps two names in one step, so that each is there at every moment.
    ///
    /// - Returns: false where the file system cannot.
    func exchange(_ first: String, _ second: String, in folder: Int32) throws(SystemError) -> Bool {
        do throws(SystemError) {
            try perform(.exchange) { Int(unsafe renameat2(folder, first, folder, second, authkeys_RENAME_EXCHANGE)) }
            return true
        } catch {
            guard error.isOne(of: EINVAL, ENOSYS) else { throw error }
            return false
        }
    }

    private func moveWithoutReplacing(_ from: String, to: String, in folder: Int32) throws(SystemError) {
        try perform(.moveWithoutReplacing) {
            Int(unsafe renameat2(folder, from, folder, to, authkeys_RENAME_NOREPLACE))
        }
    }
}
