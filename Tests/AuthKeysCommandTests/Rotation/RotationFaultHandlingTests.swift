import AuthKeysCommand
import Encodings
import Foundation
import TestSupport
import Testing

/// What goes wrong around a change: nothing is lost by it, and what is said to do then works.
@Suite struct RotationFaultHandlingTests {
    typealias ExitStatus = AuthKeysCommand.ExitStatus  // not Testing's

    private func script(_ text: String, in folder: KeyringFolder) throws -> String {
        let path = folder.path("hook")
        try "#!/bin/sh\n\(text)\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        return path
    }

    /// As `nohup` starts it. That nobody reads and how its own children end is no business of a hook's.
    @Test func aHookIgnoresTheSignalsThatTheCommandWasStartedWithIgnored() throws {
        try KeyringFolder.with { folder in
            let hook = try script("grep SigIgn: /proc/self/status > \"${1%/*}/ignored\"", in: folder)
            let command = [
                Repository.commandBinary.path, "rotation", "apply", folder.keyring, "--at", "2026-01-01T01:00:00Z",
                "--hook", hook, "--jwks-out", folder.set,
            ]
            let run = try ChildProcess("sh", ["-c", "trap '' HUP QUIT; exec \"$@\"", "sh"] + command).run()
            #expect(run.succeeded, "\(run.errorText)")
            let found = try String(contentsOfFile: folder.path("ignored"), encoding: .utf8)
            let bits = try #require(found.split(whereSeparator: \.isWhitespace).last.flatMap { UInt64($0, radix: 16) })
            // Without those that the C library keeps for itself.
            #expect(bits & 0x7FFF_FFFF == 1 << (SIGHUP - 1) | 1 << (SIGQUIT - 1), "\(found)")
        }
    }

    /// The set is written over a set, and over nothing else.
    @Test(arguments: ["apply", "rollback", "revoke"]) func noFileIsLostToTheSet(command: String) throws {
        try KeyringFolder.with { folder in
            try folder.stage()
            folder.rotation("apply", ["--if-due"], at: "2026-04-01T00:00:01Z")
            let before = folder.contents
            let arguments =
                switch command {
                case "revoke": try folder.status().keys("active")
                case "apply": ["--if-due"]
                default: [String]()
                }
            try "-----BEGIN PRIVATE KEY-----\n".write(toFile: folder.path("key"), atomically: true, encoding: .utf8)
            try "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"a\",\"y\":\"b\",\"d\":\"c\"}]}".write(
                toFile: folder.path("private"), atomically: true, encoding: .utf8)
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("here"), withDestinationPath: folder.url.path)
            for name in [
                "keyring.json", "keyring.json.lock", "./keyring.json", "here/keyring.json", "here/keyring.json.lock",
                "key", "private", "hook-folder/set",
            ] {
                let path = folder.path(name)
                let kept = try? Data(contentsOf: URL(filePath: path))
                let run = folder.rotation(command, arguments + ["--jwks-out", path], at: "2026-04-01T00:01:00Z")
                #expect(run.status == .failure, "\(name)")
                #expect(run.error.contains(kept == nil ? "[file.missing]" : "[file.exists]"), "\(name): \(run.error)")
                #expect((try? Data(contentsOf: URL(filePath: path))) == kept, "\(name)")
            }
            #expect(folder.contents == before)
            try "{\"keys\":[]}".write(toFile: folder.path("empty"), atomically: true, encoding: .utf8)
            let run = folder.rotation(
                command, arguments + ["--jwks-out", folder.path("empty")], at: "2026-04-01T00:01:00Z")
            #expect(run.status == .success, "\(run.error)")
        }
    }

    @Test(arguments: ["new.json", "new.json.lock", "./new.json", "key", "none/set"])
    func aKeyringIsNotMadeWhereItsSetWouldBeWritten(name: String) throws {
        try withTemporaryFolder { url in
            let keyring = url.appending(path: "new.json").path
            try "a key\n".write(to: url.appending(path: "key"), atomically: true, encoding: .utf8)
            let run = ToolRun(["rotation", "init", keyring, "--jwks-out", "\(url.path)/\(name)"])
            #expect(run.status == .failure)
            #expect(try FileManager.default.contentsOfDirectory(atPath: url.path) == ["key"])
        }
    }

    /// The command that the hint names does what is left, and does not undo anything.
    @Test func aRollbackWhoseHookFailedIsHandedOver() throws {
        try KeyringFolder.with { folder in
            try folder.stage()
            folder.rotation("apply", ["--if-due"], at: "2026-04-01T00:00:01Z")
            let hook = try script("test -e \"${1%/*}/mended\"", in: folder)
            let options = ["--hook", hook, "--jwks-out", folder.set]
            let failed = folder.rotation("rollback", options, at: "2026-04-01T01:00:00Z")
            #expect(failed.status == .failure)
            #expect(failed.error.contains("authkeys rotation apply \(folder.keyring) --if-due\n"))
            let active = try folder.status().keys("active")
            let again = folder.rotation("rollback", options, at: "2026-04-01T01:01:00Z")
            #expect(again.status == .negative)
            #expect(again.error.contains("the last change was a rollback"))
            try Data().write(to: folder.url.appending(path: "mended"))
            #expect(folder.rotation("apply", ["--if-due"] + options, at: "2026-04-01T01:02:00Z").status == .success)
            #expect(try folder.status().keys("active") == active)
            #expect(try !folder.status().pendingDelivery)
            let forced = folder.rotation("rollback", ["--force"], at: "2026-04-01T01:03:00Z")
            #expect(forced.status == .success, "\(forced.error)")
            #expect(try folder.status().keys("retiring") == active)
        }
    }

    /// Whoever has a stolen key in hand is told what to do, whatever went wrong besides.
    @Test func aRevocationWhoseHookFailedSaysWhatToDo() throws {
        try KeyringFolder.with { folder in
            try folder.stage()
            let hook = try script("test -e \"${1%/*}/mended\"", in: folder)
            let arguments = try folder.status().keys("active") + ["--hook", hook, "--jwks-out", folder.set]
            for time in ["2026-01-01T03:00:00Z", "2026-01-01T03:01:00Z"] {
                let failed = folder.rotation("revoke", arguments, at: time)
                #expect(failed.status == .failure)
                #expect(failed.error.contains("[rotation.delivery-failed]"))
                #expect(failed.output.contains("do this, in this order:"))
            }
            try Data().write(to: folder.url.appending(path: "mended"))
            let again = folder.rotation("revoke", arguments, at: "2026-01-01T03:02:00Z")
            #expect(again.status == .success, "\(again.error)")
            #expect(again.output.contains("do this, in this order:"))
            #expect(try !folder.status().pendingDelivery)
            #expect(try folder.status().count("revoke") == 1)
        }
    }

    /// It would wait for the lock that its own caller holds.
    @Test func aHookThatChangesTheKeyringIsRefusedAtOnce() throws {
        try KeyringFolder.with { folder in
            let hook = try script(
                "\(Repository.commandBinary.path) rotation confirm \"$AUTHKEYS_KEYRING\" --jwks \"$1\"", in: folder)
            let run = folder.rotation(
                "apply", ["--hook", hook, "--hook-timeout", "20s", "--jwks-out", folder.set],
                at: "2026-01-01T01:00:00Z")
            #expect(run.status == .failure)
            #expect(run.error.contains("it ended with status 1"))
            let inside = ["AUTHKEYS_KEYRING": "\(folder.url.path)/./keyring.json", "AUTHKEYS_GENERATION": "2"]
            let confirm = folder.rotation(
                "confirm", ["--jwks", folder.set], at: "2026-01-01T01:01:00Z", environment: inside)
            #expect(confirm.status == .negative)
            #expect(confirm.error.contains("the keyring is locked until the hook has ended"))
        }
    }

    /// Commands that only read notice it too.
    @Test func aKeyringThatWasPutBackIsNotRead() throws {
        try KeyringFolder.with { folder in
            let old = folder.contents
            try folder.stage()
            try old.write(to: URL(filePath: folder.keyring))
            for command in [
                ["rotation", "status", folder.keyring], ["rotation", "plan", folder.keyring],
                ["rotation", "simulate", folder.keyring],
                ["rotation", "apply", folder.keyring, "--if-due", "--at", "2026-01-01T03:00:00Z"],
                ["jwt", "sign", "--keyring", folder.keyring], ["emit", "dotenv", "--keyring", folder.keyring],
            ] {
                let run = ToolRun(command)
                #expect(run.status == .negative, "\(command)")
                #expect(run.error.contains("[rotation.rolled-back]"), "\(command): \(run.error)")
                #expect(run.output == "")
            }
        }
    }
}
