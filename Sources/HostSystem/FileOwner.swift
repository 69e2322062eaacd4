import Glibc

/// The user and the group that a file belongs to, by number.
package struct FileOwner: Sendable, Hashable {
    package let user: UInt32
    package let group: UInt32

    package init(user: UInt32, group: UInt32) {
        self.user = user
        self.group = group
    }

    /// `user 1000 and group 1000`
    package var description: String { "user \(user) and group \(group)" }
}

/// A file was replaced by one that belongs to another user or group, because this process may not give files away.
package struct OwnerChange: Sendable, Hashable {
    package let before: FileOwner
    package let after: FileOwner

    package init(before: FileOwner, after: FileOwner) {
        self.before = before
        self.after = after
    }

    /// A sentence without a subject, such as `belonged to …, and now belongs to …`.
    package var description: String {
        "belonged to \(before.description), and now belongs to \(after.description)"
    }
}

extension SystemCalls {
    /// Gives an open file to `owner`, or to its group alone where the user cannot be changed.
    ///
    /// - Returns: who it belongs to then.
    func give(_ descriptor: Int32, to owner: FileOwner) throws(SystemError) -> FileOwner {
        let own = try self.owner(of: descriptor)
        if own == owner { return owner }
        if try changeOwner(of: descriptor, to: owner) { return owner }
        let withGroup = FileOwner(user: own.user, group: owner.group)
        guard withGroup != own, try changeOwner(of: descriptor, to: withGroup) else { return own }
        return withGroup
    }

    private func owner(of descriptor: Int32) throws(SystemError) -> FileOwner {
        var found = stat()
        try perform(.inspect) { Int(unsafe fstat(descriptor, &found)) }
        return FileOwner(user: found.st_uid, group: found.st_gid)
    }

    /// - Returns: false where this process may not, or the file system or user namespace cannot.
    private func changeOwner(of descriptor: Int32, to owner: FileOwner) throws(SystemError) -> Bool {
        do throws(SystemError) {
            try perform(.changeOwner) { Int(fchown(descriptor, owner.user, owner.group)) }
            return true
        } catch {
            guard error.isOne(of: EPERM, EACCES, EINVAL, ENOSYS, EOPNOTSUPP, EOVERFLOW) else { throw error }
            return false
        }
    }
}
