import Encodings
import Foundation
import HostSystem
import Synchronization
import Testing

/// Whose a file is that replaces another. Only root can make the file of another user, so what is expected depends on who
/// runs the tests.
@Suite struct FileOwnerTests {
    private static let isRoot = geteuid() == 0
    private static let own = FileOwner(user: geteuid(), group: getegid())
    /// Whose files the tests replace.
    private static let other = isRoot ? FileOwner(user: 12_345, group: 23_456) : own

    private func owner(_ path: String) throws -> FileOwner {
        var found = stat()
        try #require(unsafe stat(path, &found) == 0)
        return FileOwner(user: found.st_uid, group: found.st_gid)
    }

    private func makeOld(_ place: TemporaryFolder, mode: Int = 0o644) throws {
        try place.makeFile("out", "old", mode: mode)
        try #require(unsafe chown(place["out"], Self.other.user, Self.other.group) == 0)
    }

    @Test(arguments: [true, false]) func aPublicFileKeepsItsOwner(_ isLocked: Bool) throws {
        let place = try TemporaryFolder()
        try makeOld(place, mode: 0o640)
        let writer = Samples.fileWriter(place["out"], isSecret: false, replacing: true)
        let change =
            if isLocked {
                try writer.locked(onWait: {}) { file throws(AuthKeysError) in try file.write(Array("new".utf8)) }
            } else {
                try writer.write(Array("new".utf8))
            }
        #expect(change == nil)
        #expect(try owner(place["out"]) == Self.other)
        #expect(try place.tree() == ["out": "file 640 new"])
    }

    /// Whoever left a file where a secret goes shall not read the secret.
    @Test func aSecretFileIsOfWhoWritesIt() throws {
        let place = try TemporaryFolder()
        try makeOld(place)
        #expect(try Samples.fileWriter(place["out"], replacing: true).write(Array("new".utf8)) == nil)
        #expect(try owner(place["out"]) == Self.own)
        #expect(try place.tree() == ["out": "file 600 new"])
    }

    /// As for a user who may write to the folder and does not own the file.
    @Test(arguments: [EPERM, EINVAL]) func whereItCannotBeKeptThatIsTold(_ number: Int32) throws {
        let place = try TemporaryFolder()
        try makeOld(place, mode: 0o640)
        let calls = SystemCalls { $0 == .changeOwner ? number : nil }
        let writer = Samples.fileWriter(place["out"], isSecret: false, replacing: true, calls: calls)
        let change = try writer.write(Array("new".utf8))
        #expect(try owner(place["out"]) == Self.own)
        #expect(change == (Self.isRoot ? OwnerChange(before: Self.other, after: Self.own) : nil))
        // The group that could read it has changed, too.
        #expect(try place.tree() == ["out": Self.isRoot ? "file 600 new" : "file 640 new"])
    }

    @Test func theGroupAloneIsKeptWhereThatCanBe() throws {
        let place = try TemporaryFolder()
        try makeOld(place, mode: 0o640)
        let refused = Mutex(false)
        let calls = SystemCalls { call in
            // The first of the two.
            guard call == .changeOwner else { return nil }
            return refused.withLock { refused in
                defer { refused = true }
                return refused ? nil : EPERM
            }
        }
        let change = try Samples.fileWriter(place["out"], isSecret: false, replacing: true, calls: calls)
            .write(Array("new".utf8))
        let after = FileOwner(user: Self.own.user, group: Self.other.group)
        #expect(change == (Self.isRoot ? OwnerChange(before: Self.other, after: after) : nil))
        #expect(try owner(place["out"]) == after)
        #expect(try place.tree() == ["out": "file 640 new"])
    }

    @Test(arguments: [EIO, ENOSPC]) func anyOtherRefusalLeavesTheOldFile(_ number: Int32) throws {
        let place = try TemporaryFolder()
        try makeOld(place)
        let faults = Faults { _, call in call == .changeOwner ? number : nil }
        let writer = Samples.fileWriter(place["out"], isSecret: false, replacing: true, calls: faults.calls)
        let error = thrownError { () throws(AuthKeysError) in try writer.write(Array("new".utf8)) }
        #expect((error == nil) == (faults.firedCount == 0))
        #expect((faults.firedCount > 0) == Self.isRoot)
        #expect(try place.tree() == ["out": "file 644 \(Self.isRoot ? "old" : "new")"])
    }
}
