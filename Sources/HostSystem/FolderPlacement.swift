import Encodings
import Glibc

extension FolderWriter {
    /// Renames the finished folder to its destination and flushes the parent.
    ///
    /// - Parameter standing: what the destination was found to be. Where that has changed meanwhile the destination is
    ///   judged again: of several writers one wins, and the others are told.
    /// - Returns: the name of the folder that was replaced and kept.
    func place(
        _ staging: String, _ path: DestinationPath, in parent: Int32, over standing: FolderStanding,
        at now: NumericDate, _ rollback: inout Rollback
    ) throws(AuthKeysError) -> String? {
        var standing = standing
        let stepsBefore = rollback.count
        while true {
            do throws(SystemError) {
                let kept = try rename(staging, path, in: parent, over: standing, at: now, &rollback)
                try calls.flushFolder(parent)
                return kept
            } catch {
                guard rollback.count == stepsBefore, error.isOne(of: EEXIST, ENOTEMPTY, ENOTDIR, ENOENT) else {
                    throw refusal(error, path, over: standing)
                }
                let changed = try self.standing(path, in: parent)
                guard changed != standing else { throw refusal(error, path, over: standing) }
                standing = changed
            }
        }
    }

    private func refusal(
        _ error: SystemError, _ path: DestinationPath, over standing: FolderStanding
    ) -> AuthKeysError {
        let hint: String? =
            switch error.number {
            // A mounted volume cannot be renamed over, but a folder can be made in it.
            case EBUSY: wording.inside(path.text)
            // A folder from a lower layer of an overlay can only be copied away, which mv(1) does.
            case EXDEV: "move it away first: mv \(shellWord(path.text)) \(shellWord("\(path.text).old"))"
            default: nil
            }
        return error.error(while: standing == .missing ? .place : .replace, path.text, hint: hint)
    }

    private func rename(
        _ staging: String, _ path: DestinationPath, in parent: Int32, over standing: FolderStanding,
        at now: NumericDate, _ rollback: inout Rollback
    ) throws(SystemError) -> String? {
        let name = path.name
        switch standing {
        case .missing:
            try calls.moveFolder(staging, to: name, in: parent)
            rollback.add(path.text, holdsEarlierSteps: true) { () throws(SystemError) in
                try calls.moveFolder(name, to: staging, in: parent)
            }
            return nil
        case .empty(let mode):
            try calls.move(staging, over: name, in: parent)
            // Undone last first: the new folder goes back before the empty one is made again.
            rollback.add(path.text) { () throws(SystemError) in
                try calls.makeEmptyFolder(name, in: parent, exactMode: mode)
            }
            rollback.add(path.text, holdsEarlierSteps: true) { () throws(SystemError) in
                try calls.moveFolder(name, to: staging, in: parent)
            }
            return nil
        case .ours:
            guard try calls.exchange(staging, name, in: parent) else {
                return try renameInTwoSteps(staging, path, in: parent, at: now, &rollback)
            }
            rollback.add(path.text, holdsEarlierSteps: true) { () throws(SystemError) in
                guard try calls.exchange(staging, name, in: parent) else { throw SystemError(EINVAL) }
            }
            return try keep(staging, path, in: parent, at: now, isSwapped: true, &rollback)
        }
    }

    /// Where the file system cannot swap two names: for a moment nothing has the name.
    private func renameInTwoSteps(
        _ staging: String, _ path: DestinationPath, in parent: Int32, at now: NumericDate, _ rollback: inout Rollback
    ) throws(SystemError) -> String {
        let name = path.name
        let kept = try keep(name, path, in: parent, at: now, isSwapped: false, &rollback)
        try calls.moveFolder(staging, to: name, in: parent)
        rollback.add(path.text, holdsEarlierSteps: true) { () throws(SystemError) in
            try calls.moveFolder(name, to: staging, in: parent)
        }
        return kept
    }

    /// Renames the folder that is being replaced to a name that says when.
    private func keep(
        _ old: String, _ path: DestinationPath, in parent: Int32, at now: NumericDate, isSwapped: Bool,
        _ rollback: inout Rollback
    ) throws(SystemError) -> String {
        let wanted = "\(path.name).previous-\(now.compactTimestamp)"
        var kept = wanted
        var number = 1
        while true {
            do throws(SystemError) {
                try calls.moveFolder(old, to: kept, in: parent)
                break
            } catch {
                guard error.isOne(of: EEXIST, ENOTEMPTY, ENOTDIR), number < 1_000 else { throw error }
                number += 1
                kept = "\(wanted)-\(number)"
            }
        }
        let name = kept
        rollback.add(path.sibling(name), holdsEarlierSteps: isSwapped) { () throws(SystemError) in
            try calls.moveFolder(name, to: old, in: parent)
        }
        return name
    }
}
