import Encodings
import Foundation
import HostSystem
import Testing

/// One file, whole or not at all.
@Suite struct FileWriterTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var replacing = true
        let code: FileCode
        let hint: String
        let prepare: @Sendable (TemporaryFolder) throws -> Void
    }

    static let refusals: [Refusal] = [
        Refusal(
            testDescription: "a file", replacing: false, code: .exists,
            hint: "--force replaces it; or name another file with --out"
        ) { try $0.makeFile("out", "mine") },
        Refusal(testDescription: "a folder", code: .notAFile, hint: "name a file in it: --out PLACE/out/auth-keys") {
            try $0.makeFolder("out")
        },
        Refusal(
            testDescription: "a link to a file", code: .notAFile,
            hint: "see where it leads: readlink PLACE/out; name the file itself with --out"
        ) {
            try $0.makeFile("real", "mine")
            try $0.makeLink("out", to: "real")
        },
        Refusal(
            testDescription: "a link that leads nowhere", replacing: false, code: .notAFile,
            hint: "see where it leads: readlink PLACE/out; name the file itself with --out"
        ) { try $0.makeLink("out", to: "nowhere") },
        Refusal(testDescription: "a pipe", code: .notAFile, hint: "name a file with --out") { place in
            #expect(unsafe mkfifo(place["out"], 0o600) == 0)
        },
    ]

    @Test(arguments: refusals) func isRefusedAndLeftAsItWas(_ refusal: Refusal) throws {
        let place = try TemporaryFolder()
        try refusal.prepare(place)
        let before = try place.tree()
        let writer = Samples.fileWriter(place["out"], replacing: refusal.replacing)
        for error in [
            thrownError { () throws(AuthKeysError) in try writer.check() },
            thrownError { () throws(AuthKeysError) in try writer.write(Array("new".utf8)) },
        ] {
            #expect(error?.code == refusal.code.code)
            #expect(error?.hint == refusal.hint.replacing("PLACE", with: place.path))
        }
        #expect(try place.tree() == before)
    }

    @Test(arguments: [
        (mode: 0o600, isSecret: true, expected: "600"), (0o644, true, "600"), (0o666, false, "644"),
        (0o600, false, "600"), (0o640, false, "640"), (0o000, false, "600"),
    ])
    func replacingNeverWidens(_ mode: Int, _ isSecret: Bool, _ expected: String) throws {
        let place = try TemporaryFolder()
        try place.makeFile("out", "old", mode: mode)
        let writer = Samples.fileWriter(place["out"], isSecret: isSecret, replacing: true)
        try writer.check()
        try writer.write(Array("new".utf8))
        #expect(try place.tree() == ["out": "file \(expected) new"])
    }

    @Test(arguments: [0, 1, 65_536, 3_000_001]) func anySizeIsWritten(_ size: Int) throws {
        let place = try TemporaryFolder()
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        try Samples.fileWriter(place["out"]).write(bytes)
        #expect(try place.contents("out") == Data(bytes))
    }

    @Test(arguments: [(false, true), (false, false), (true, true)], [EIO, ENOSPC, ENOENT, EEXIST, EINVAL])
    func oneRefusedCallLeavesOldOrNew(_ system: (Bool, Bool), _ number: Int32) throws {
        let (isOldThere, canMoveWithoutReplacing) = system
        for index in 0..<100 {
            let place = try TemporaryFolder()
            if isOldThere { try place.makeFile("out", "old") }
            let before = try place.tree()
            let faults = Faults { made, call in
                if made == index { return number }
                return call == .moveWithoutReplacing && !canMoveWithoutReplacing ? ENOSYS : nil
            }
            let error = thrownError { () throws(AuthKeysError) in
                try Samples.fileWriter(place["out"], replacing: isOldThere, calls: faults.calls).write(
                    Array("new".utf8))
            }
            let after = try place.tree()
            let new = ["out": "file 600 new"]
            guard faults.madeCalls.count > index else {
                #expect(error == nil && after == new)
                return
            }
            if number == EIO || number == ENOSPC { #expect(error != nil) }
            // Once the old file is gone there is no way back: the last flush is told of, and the new file stays.
            let isPastReturn = isOldThere && faults.madeCalls[..<index].contains(.move)
            #expect(after == (error == nil || isPastReturn ? new : before), "\(faults.madeCalls[index])")
        }
        Issue.record("no run came to its end")
    }

    @Test(arguments: [true, false]) func theRenameHasTheLastWord(_ canMoveWithoutReplacing: Bool) throws {
        let place = try TemporaryFolder()
        let faults = Faults { _, call in
            if call == .flush { try? place.makeFile("out", "mine") }
            return call == .moveWithoutReplacing && !canMoveWithoutReplacing ? EINVAL : nil
        }
        let error = thrownError { () throws(AuthKeysError) in
            try Samples.fileWriter(place["out"], calls: faults.calls).write(Array("new".utf8))
        }
        #expect(error?.code == FileCode.exists.code)
        #expect(try place.tree() == ["out": "file 600 mine"])
    }
}
