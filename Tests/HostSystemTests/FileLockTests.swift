import Encodings
import Foundation
import HostSystem
import Testing

/// Files that are read, changed and replaced by several at once.
@Suite struct FileLockTests {
    private func append(_ text: String, to path: String) throws(AuthKeysError) {
        try Samples.fileWriter(path, replacing: true).locked(onWait: {}) { file throws(AuthKeysError) in
            var old: [UInt8] = []
            try file.read(limit: 10_000, into: &old)
            try file.write(old + Array(text.utf8))
        }
    }

    @Test func loseNothing() throws {
        let place = try TemporaryFolder()
        try place.makeFile("set", "")
        try place.makeFolder("aside")
        try place.makeLink("link", to: ".")
        // Two ways to one folder.
        let paths = [place["set"], place["link/set"], place["aside/../set"]]
        DispatchQueue.concurrentPerform(iterations: 48) { index in
            let error = thrownError { () throws(AuthKeysError) in
                try append("<\(index)>", to: paths[index % paths.count])
            }
            #expect(error == nil)
        }
        let text = String(decoding: try place.contents("set"), as: UTF8.self)
        #expect(Set(text.split(separator: ">")) == Set((0..<48).map { "<\($0)" }))
        #expect(Set(try place.tree().keys) == ["set", "aside", "link"], "nothing is left behind")
    }

    @Test func whoWaitsIsToldAndThenGoesOn() throws {
        let place = try TemporaryFolder()
        try place.makeFile("set", "old")
        var held: FileDescriptorLock? = try FileDescriptorLock(place.path)
        var timesTold = 0
        try Samples.fileWriter(place["set"], replacing: true).locked(
            patience: LockPatience(untilTold: .zero),
            onWait: {
                timesTold += 1
                held = nil
            }
        ) { file throws(AuthKeysError) in _ = try file.write(Array("new".utf8)) }
        #expect(timesTold == 1)
        #expect(held == nil)
        #expect(try place.contents("set") == Data("new".utf8))
    }

    /// As a child process has one that another thread is starting, until it begins to run.
    @Test(arguments: ["folder", "file"])
    func aCopyOfTheDescriptorKeepsNoLock(kind: String) throws {
        let place = try TemporaryFolder()
        try place.makeFile("set", "old")
        let writer = Samples.fileWriter(place["set"], replacing: true)
        var copies: [Int32] = []
        let copy = { (_: borrowing LockedFile) throws(AuthKeysError) -> Void in
            let locked = FileIdentity(path: kind == "folder" ? place.path : place["set.lock"])
            for number in (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? [] {
                guard let descriptor = Int32(number), FileIdentity(descriptor) == locked else { continue }
                copies.append(dup(descriptor))
            }
        }
        if kind == "folder" { try writer.locked(onWait: {}, copy) } else { try writer.lockedByFile(onWait: {}, copy) }
        defer { for copy in copies { close(copy) } }
        #expect(!copies.isEmpty)
        let again = thrownError { () throws(AuthKeysError) in
            let patience = LockPatience(untilTold: .zero, limit: .zero)
            if kind == "folder" {
                try writer.locked(patience: patience, onWait: {}) { _ in }
            } else {
                try writer.lockedByFile(patience: patience, onWait: {}) { _ in }
            }
        }
        #expect(again == nil)
    }

    @Test func waitingEnds() throws {
        let place = try TemporaryFolder()
        try place.makeFile("set", "old")
        let held = try FileDescriptorLock(place.path)
        var timesTold = 0
        let error = thrownError { () throws(AuthKeysError) in
            try Samples.fileWriter(place["set"], replacing: true).locked(
                patience: LockPatience(untilTold: .zero, limit: .zero), onWait: { timesTold += 1 }
            ) { file throws(AuthKeysError) in _ = try file.write(Array("new".utf8)) }
        }
        withExtendedLifetime(held) {
            #expect(error?.code == FileCode.locked.code)
            #expect(error?.hint == "try again when that has ended; see which it is: lslocks")
        }
        #expect(timesTold == 0)
        #expect(try place.tree() == ["set": "file 600 old"])
    }

    @Test func isGivenBackAfterAnError() throws {
        let place = try TemporaryFolder()
        try place.makeFile("set", "old")
        for _ in 0..<2 {
            let error = thrownError { () throws(AuthKeysError) in
                try Samples.fileWriter(place["set"], replacing: true).locked(
                    patience: LockPatience(limit: .zero), onWait: {}
                ) { _ throws(AuthKeysError) in throw AuthKeysError(FileCode.failed, "refused") }
            }
            #expect(error?.code == FileCode.failed.code)
        }
    }

    /// A folder that is put in the place of the one that was opened is not written to: what was read was not its.
    @Test func theFolderStaysTheOneThatWasOpened() throws {
        let place = try TemporaryFolder()
        for name in ["keys", "other"] {
            try place.makeFolder(name)
            try place.makeFile("\(name)/set", name)
        }
        try Samples.fileWriter(place["keys/set"], replacing: true).locked(onWait: {}) { file throws(AuthKeysError) in
            try? FileManager.default.moveItem(atPath: place["keys"], toPath: place["aside"])
            try? FileManager.default.moveItem(atPath: place["other"], toPath: place["keys"])
            try file.write(Array("edited".utf8))
        }
        #expect(try place.contents("keys/set") == Data("other".utf8))
        #expect(try place.contents("aside/set") == Data("edited".utf8))
    }

    @Test(arguments: [
        ("none", FileCode.missing), ("none/set", .missing), ("real/set", .notAFolder), ("link", .notAFile),
        ("folder", .notAFile), ("..", .invalidPath),
    ])
    func whatCannotBeEditedIsRefused(_ name: String, _ code: FileCode) throws {
        let place = try TemporaryFolder()
        try place.makeFile("real", "mine")
        try place.makeLink("link", to: "real")
        try place.makeFolder("folder")
        let before = try place.tree()
        let error = thrownError { () throws(AuthKeysError) in try append("more", to: place[name]) }
        #expect(error?.code == code.code)
        #expect(try place.tree() == before)
    }

    @Test(arguments: [EIO, ENOLCK, ENOSYS]) func aRefusedLockIsNoLock(_ number: Int32) throws {
        let place = try TemporaryFolder()
        try place.makeFile("set", "old")
        let calls = SystemCalls { $0 == .lock ? number : nil }
        let error = thrownError { () throws(AuthKeysError) in
            try Samples.fileWriter(place["set"], replacing: true, calls: calls).locked(onWait: {}) {
                file throws(AuthKeysError) in _ = try file.write(Array("new".utf8))
            }
        }
        #expect(error?.code == FileCode.failed.code)
        #expect(error?.message.hasPrefix("cannot lock '\(place.path)': ") == true)
        #expect(try place.contents("set") == Data("old".utf8))
    }
}

/// What another process would hold: flock(2) tells open descriptors apart, not processes.
private final class FileDescriptorLock {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY)
        try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    }

    deinit { close(descriptor) }
}

/// Which file it is, whatever it is called.
private struct FileIdentity: Equatable {
    let device: UInt64
    let number: UInt64

    init?(path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    init?(_ descriptor: Int32) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        device = UInt64(status.st_dev)
        number = UInt64(status.st_ino)
    }
}
