import Encodings
import Foundation
import HostSystem
import Testing

/// What may be written over, and what the person is told who may not.
@Suite struct FolderDestinationTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var path = "keys"
        var replacing = false
        let code: FileCode
        /// `PLACE` stands for the folder of the test.
        let message: String
        let hint: String
        let prepare: @Sendable (TemporaryFolder) throws -> Void
    }

    static let refusals: [Refusal] = [
        Refusal(
            testDescription: "a file", code: .notAFolder, message: "'PLACE/keys' is a file; a folder is needed",
            hint: "name another place with --out"
        ) { try $0.makeFile("keys", "mine") },
        Refusal(
            testDescription: "a file, replacing", replacing: true, code: .notAFolder,
            message: "'PLACE/keys' is a file; a folder is needed", hint: "name another place with --out"
        ) { try $0.makeFile("keys", "mine") },
        Refusal(
            testDescription: "a link to an empty folder", replacing: true, code: .notAFolder,
            message: "'PLACE/keys' is a symbolic link, which is not followed; a folder is needed",
            hint: "see where it leads: readlink PLACE/keys; name the folder itself with --out"
        ) {
            try $0.makeFolder("real")
            try $0.makeLink("keys", to: "real")
        },
        Refusal(
            testDescription: "a link to an empty folder, with a slash", path: "keys/", replacing: true,
            code: .notAFolder,
            message: "'PLACE/keys' is a symbolic link, which is not followed; a folder is needed",
            hint: "see where it leads: readlink PLACE/keys; name the folder itself with --out"
        ) {
            try $0.makeFolder("real")
            try $0.makeLink("keys", to: "real")
        },
        Refusal(
            testDescription: "a link that leads nowhere", code: .notAFolder,
            message: "'PLACE/keys' is a symbolic link, which is not followed; a folder is needed",
            hint: "see where it leads: readlink PLACE/keys; name the folder itself with --out"
        ) { try $0.makeLink("keys", to: "nowhere") },
        Refusal(
            testDescription: "a pipe", code: .notAFolder,
            message: "'PLACE/keys' is neither a file nor a folder; a folder is needed",
            hint: "name another place with --out"
        ) { place in #expect(unsafe mkfifo(place["keys"], 0o600) == 0) },
        Refusal(
            testDescription: "our files", code: .exists,
            message: "'PLACE/keys' already holds jwks.json and jwt_private_key.pem",
            hint: "--force replaces it and keeps the old folder beside it as keys.previous-<time>; "
                + "or name another place with --out"
        ) { try Samples.makeOld(in: $0) },
        Refusal(
            testDescription: "one of our files", code: .exists, message: "'PLACE/keys' already holds jwks.json",
            hint: "--force replaces it and keeps the old folder beside it as keys.previous-<time>; "
                + "or name another place with --out"
        ) {
            try $0.makeFolder("keys")
            try $0.makeFile("keys/jwks.json", "mine")
        },
        Refusal(
            testDescription: "another file beside ours, replacing", replacing: true, code: .holdsOtherFiles,
            message: "'PLACE/keys' already holds README, which would be moved away with it",
            hint: "choose a folder of its own: --out PLACE/keys/auth-keys"
        ) {
            try Samples.makeOld(in: $0)
            try $0.makeFile("keys/README", "mine")
        },
        Refusal(
            testDescription: "many other files", code: .holdsOtherFiles,
            message: "'PLACE/keys' already holds .git, a, b and 2 more, which would be moved away with it",
            hint: "choose a folder of its own: --out PLACE/keys/auth-keys"
        ) {
            try $0.makeFolder("keys/.git")
            for name in ["a", "b", "c", "d"] { try $0.makeFile("keys/\(name)", "mine") }
        },
        Refusal(
            testDescription: "a name that only looks like ours", replacing: true, code: .holdsOtherFiles,
            message: "'PLACE/keys' already holds jw\u{212A}s.json, which would be moved away with it",
            hint: "choose a folder of its own: --out PLACE/keys/auth-keys"
        ) {
            try $0.makeFolder("keys")
            try $0.makeFile("keys/jw\u{212A}s.json", "mine")
        },
        Refusal(
            testDescription: "no parent", path: "a/b c/keys/", code: .missing,
            message: "cannot create 'PLACE/a/b c/keys': there is no folder 'PLACE/a/b c'",
            hint: "mkdir -p 'PLACE/a/b c'"
        ) { _ in },
        Refusal(
            testDescription: "a file for a parent", path: "a/keys", code: .notAFolder,
            message: "cannot create 'PLACE/a/keys': 'PLACE/a' is not a folder",
            hint: "see what it is: ls -ld PLACE/a"
        ) { try $0.makeFile("a", "mine") },
        Refusal(
            testDescription: "the place itself", path: ".", replacing: true, code: .invalidPath,
            message: "'PLACE/.' names a place that cannot be replaced as a whole",
            hint: "name something in it: --out PLACE/./auth-keys"
        ) { _ in },
        Refusal(
            testDescription: "the folder above", path: "../", replacing: true, code: .invalidPath,
            message: "'PLACE/../' names a place that cannot be replaced as a whole",
            hint: "name something in it: --out PLACE/../auth-keys"
        ) { _ in },
        Refusal(
            testDescription: "a NUL byte", path: "keys\0x", code: .invalidPath,
            message: "the path to write to holds a NUL byte, which no path can",
            hint: "name another path with --out"
        ) { _ in },
    ]

    @Test(arguments: refusals) func isRefusedAndLeftAsItWas(_ refusal: Refusal) throws {
        let place = try TemporaryFolder()
        try refusal.prepare(place)
        let before = try place.tree()
        let writer = Samples.writer(place[refusal.path], replacing: refusal.replacing)
        for error in [
            thrownError { () throws(AuthKeysError) in try writer.check() },
            thrownError { () throws(AuthKeysError) in _ = try writer.write(Samples.files(), at: Samples.now) },
        ] {
            #expect(error?.code == refusal.code.code)
            #expect(error?.message == refusal.message.replacing("PLACE", with: place.path))
            #expect(error?.hint == refusal.hint.replacing("PLACE", with: place.path))
        }
        #expect(try place.tree() == before)
    }

    @Test(arguments: ["", "/", "//", ".", "..", "./", "x/..", "~/keys"]) func badPathsAreRefused(_ path: String) {
        let error = thrownError { () throws(AuthKeysError) in try Samples.writer(path, replacing: true).check() }
        #expect(error?.code == (path == "~/keys" ? FileCode.missing : .invalidPath).code)
        if path == "~/keys" { #expect(error?.hint == #"the shell did not expand '~': write "$HOME"/keys"#) }
    }

    struct Acceptance: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var path = "keys"
        var replacing = false
        var kept: [String: String] = [:]
        let prepare: @Sendable (TemporaryFolder) throws -> Void
    }

    static let acceptances: [Acceptance] = [
        Acceptance(testDescription: "nothing there") { _ in },
        Acceptance(testDescription: "nothing there, replacing", replacing: true) { _ in },
        Acceptance(testDescription: "slashes at the end", path: "keys//") { _ in },
        Acceptance(testDescription: "roundabout", path: "./keys/../keys") { try $0.makeFolder("keys") },
        Acceptance(testDescription: "an empty folder") { try $0.makeFolder("keys") },
        Acceptance(testDescription: "an empty folder, replacing", replacing: true) { try $0.makeFolder("keys") },
        Acceptance(
            testDescription: "our files, replacing", replacing: true,
            kept: Samples.tree("keys.previous-\(Samples.stamp)", "old")
        ) { try Samples.makeOld(in: $0) },
        Acceptance(
            testDescription: "our files, replacing, the name of the kept folder taken twice", replacing: true,
            kept: Samples.tree("keys.previous-\(Samples.stamp)-3", "old").merging([
                "keys.previous-\(Samples.stamp)": "file 600 mine", "keys.previous-\(Samples.stamp)-2": "link nowhere",
            ]) { $1 }
        ) {
            try Samples.makeOld(in: $0)
            try $0.makeFile("keys.previous-\(Samples.stamp)", "mine")
            try $0.makeLink("keys.previous-\(Samples.stamp)-2", to: "nowhere")
        },
    ]

    @Test(arguments: acceptances, [[], [SystemCalls.Call.exchange], [.exchange, .moveWithoutReplacing]])
    func isWrittenWhole(_ acceptance: Acceptance, _ unsupported: [SystemCalls.Call]) throws {
        let place = try TemporaryFolder()
        try acceptance.prepare(place)
        let faults = Faults { _, call in unsupported.contains(call) ? (call == .exchange ? EINVAL : ENOSYS) : nil }
        let writer = Samples.writer(place[acceptance.path], replacing: acceptance.replacing, calls: faults.calls)
        try writer.check()
        let written = try writer.write(Samples.files(), at: Samples.now)
        #expect(try place.tree() == Samples.tree("keys").merging(acceptance.kept) { $1 })
        let kept = acceptance.kept.keys.first {
            $0.hasPrefix("keys.previous") && acceptance.kept["\($0)/jwks.json"] != nil
        }
        #expect(written.kept == kept.map { place[$0] })
    }

    @Test(arguments: ["-rf", "it's", "a\nb", "\u{1B}[31m", "caf\u{e9}", "名", "a b"])
    func hostileNamesAreWrittenAndKeptInMessages(_ name: String) throws {
        let place = try TemporaryFolder()
        _ = try Samples.writer(place[name]).write(Samples.files(), at: Samples.now)
        #expect(try place.tree() == Samples.tree(name))
        let error = thrownError { () throws(AuthKeysError) in try Samples.writer(place[name]).check() }
        #expect(error?.message == "'\(place[name])' already holds jwks.json and jwt_private_key.pem")
    }

    @Test(arguments: [240, 255]) func longNamesAreWritten(_ length: Int) throws {
        let place = try TemporaryFolder()
        let name = String(repeating: "k", count: length)
        _ = try Samples.writer(place[name]).write(Samples.files(), at: Samples.now)
        #expect(try place.tree() == Samples.tree(name))
    }

    @Test(arguments: ["", ".", "..", "a/b", "a\0b", "jwks.json"]) func namesOfFilesAreSingleParts(_ name: String) throws
    {
        let place = try TemporaryFolder()
        let files = Samples.files() + [StagedFile(name: name, isSecret: false, contents: [UInt8]())]
        let error = thrownError { () throws(AuthKeysError) in
            _ = try Samples.writer(place["keys"]).write(files, at: Samples.now)
        }
        #expect(error?.code == FileCode.invalidPath.code)
        #expect(try place.tree().isEmpty)
    }
}
