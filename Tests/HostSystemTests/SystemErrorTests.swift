import Encodings
import Foundation
import HostSystem
import TestSupport
import Testing

/// What each number of the system becomes for a person.
@Suite struct SystemErrorTests {
    @Test(
        arguments: [
            (
                ENOENT, FileAction.read, FileCode.missing, "cannot read 'a b/c': there is no such file or folder",
                "see what is there: ls -la ."
            ),
            (
                EACCES, .read, .notReadable, "cannot read 'a b/c': this user does not have the right",
                "see who may: ls -ld 'a b' 'a b/c'"
            ),
            (
                EPERM, .inspect, .notReadable, "cannot look at 'a b/c': this user does not have the right",
                "see who may: ls -ld 'a b' 'a b/c'"
            ),
            (
                EACCES, .create, .notWritable, "cannot create 'a b/c': this user does not have the right",
                "see who may: ls -ld 'a b'"
            ),
            (
                EPERM, .place, .notWritable, "cannot put into place 'a b/c': this user does not have the right",
                "see who may: ls -ld 'a b'"
            ),
            (
                EPERM, .protect, .notWritable,
                "cannot set the rights of 'a b/c': the file system does not keep who may read a file",
                "choose a folder that is not on FAT or a share: findmnt -T 'a b'"
            ),
            (
                EROFS, .create, .readOnly, "cannot create 'a b/c': the file system is mounted read-only",
                "see the mount: findmnt -T 'a b'"
            ),
            (ENOSPC, .write, .noSpace, "cannot write 'a b/c': the disk is full", "see what is free: df -h 'a b'"),
            (
                EDQUOT, .flush, .noSpace, "cannot flush to disk 'a b/c': the quota of this user is used up",
                "see the quota: quota -s"
            ),
            (
                EFBIG, .write, .noSpace, "cannot write 'a b/c': it would grow past the limit on the size of a file",
                "see the limit: ulimit -f; lift it: ulimit -f unlimited"
            ),
            (
                EEXIST, .create, .exists, "cannot create 'a b/c': something with that name exists",
                "see what it is: ls -ld 'a b/c'"
            ),
            (
                ENOTDIR, .list, .notAFolder, "cannot look into 'a b/c': a part of the path is not a folder",
                "see what is there: ls -la ."
            ),
            (EPIPE, .write, .closed, "cannot write 'a b/c': the reader at the other end has gone", nil),
            (EIO, .replace, .failed, "cannot replace 'a b/c': Input/output error", nil),
            (
                ENAMETOOLONG, .remove, .failed, "cannot remove 'a b/c': the name is longer than the file system takes",
                "choose a shorter name"
            ),
        ] as [(Int32, FileAction, FileCode, String, String?)])
    func numberBecomesAnError(
        _ number: Int32, _ action: FileAction, _ code: FileCode, _ message: String, _ hint: String?
    ) {
        let error = SystemError(number).error(while: action, "a b/c")
        #expect(error.code == code.code)
        #expect(error.message == message)
        #expect(error.hint == hint)
    }

    /// A command that a hint names works: it does not look into a folder that is not there either.
    @Test(arguments: [
        ("none", ""), ("folder/none", "/folder"), ("no/such/none", ""), ("folder/no/such/none", "/folder"),
        ("file/none", "/file"), ("file/no/none", "/file"),
    ])
    func whatIsMissingIsLookedForWhereThereIsSomething(_ path: String, _ nearest: String) throws {
        let place = try TemporaryFolder()
        try place.makeFolder("folder")
        try place.makeFile("file", "")
        let error = thrownError { () throws(AuthKeysError) in _ = try FileReader.read(place[path], limit: 10) }
        #expect(error?.hint == "see what is there: ls -la \(place.path)\(nearest)")
    }

    @Test(arguments: 1...133) func everyNumberHasText(_ number: Int32) {
        for action in FileAction.allCases {
            #expect(!SystemError(number).error(while: action, "x").message.hasSuffix(": "))
        }
    }

    /// Hints are pasted into shells.
    @Test(arguments: 0..<20) func shellWordsAreReadBackUnchanged(_ round: Int) throws {
        var generator = SeededGenerator.printingSeed("SystemErrorTests")
        let alphabet = Array("'\"\\$`!*?[]{}()<>|&;~#= \t\n-aé名\u{301}\u{202E}")
        let path = String(
            (0..<Int.random(in: 1...40, using: &generator)).compactMap { _ in alphabet.randomElement(using: &generator)
            })
        let read = try ChildProcess("sh", ["-c", "printf '%s' \(shellWord(path))"]).run().standardOutput
        let expected = path.utf8.first == UInt8(ascii: "-") ? "./\(path)" : path
        #expect(read == Array(expected.utf8), "\(path)")
    }
}
