import AuthKeysCommand
import Encodings
import Foundation
import TestSupport
import Testing

@Suite struct RotationCommandTests {
    typealias ExitStatus = AuthKeysCommand.ExitStatus  // not Testing's

    @Test func aForcedStepIsSaidAndRecorded() throws {
        try KeyringFolder.with { folder in
            folder.rotation("apply", ["--jwks-out", folder.set], at: "2026-01-01T01:00:00Z")
            let refused = folder.rotation("apply", [], at: "2026-01-01T01:00:01Z")
            #expect(refused.status == .negative)
            #expect(refused.error.contains("would be refused by every verifier"))
            #expect(refused.error.contains("[rotation.too-early]"))
            #expect(try folder.status().generation == 2)
            let forced = folder.rotation("apply", ["--force"], at: "2026-01-01T01:00:02Z", environment: ["USER": "ann"])
            #expect(forced.status == .success)
            #expect(forced.error.contains("forced: tokens signed with"))
            let entry = try #require(try folder.status().history.last)
            #expect(entry.event == "activate")
            #expect(entry.forced == true)
            #expect(entry.note?.contains("would be refused") == true)
        }
    }

    /// Convex serves an old set for as long as it cannot fetch one.
    @Test func withoutABoundOnStaleSetsSomebodyAnswers() throws {
        try KeyringFolder.with(["--profile", "convex-oidc"]) { folder in
            try folder.stage()
            let refused = folder.rotation("apply", [], at: "2026-04-01T00:00:01Z")
            #expect(refused.status == .negative)
            #expect(refused.error.contains("no wait is long enough"))
            #expect(folder.rotation("apply", ["--if-due"], at: "2026-04-01T00:00:01Z").output == "")
            let early = folder.rotation("apply", ["--acknowledge", "stale-set"], at: "2026-01-01T02:00:01Z")
            #expect(early.status == .negative)
            #expect(early.error.contains("until 2026-01-01T02:07:45Z"))
            let run = folder.rotation(
                "apply", ["--if-due", "--acknowledge", "stale-set"], at: "2026-04-01T00:00:01Z")
            #expect(run.status == .success)
            #expect(try folder.status().history.suffix(2).map(\.event) == ["acknowledged", "activate"])
        }
    }

    @Test func aConfirmationThatIsOverdueIsAnAnswer() throws {
        try KeyringFolder.with { folder in
            #expect(folder.rotation("apply", ["--if-due"], at: "2026-01-08T00:00:00Z").status == .success)
            let late = folder.rotation("apply", ["--if-due"], at: "2026-01-08T00:00:01Z")
            #expect(late.status == .negative)
            #expect(late.error.contains("[rotation.unconfirmed]"))
            #expect(folder.rotation("status", [], at: "2026-01-08T00:00:01Z").status == .negative)
            #expect(folder.rotation("confirm", ["--jwks", folder.set], at: "2026-01-08T00:00:01Z").status == .success)
            #expect(folder.rotation("apply", ["--if-due"], at: "2026-01-08T00:00:02Z").status == .success)
        }
    }

    @Test(arguments: [
        ("2026-01-01T02:00:00Z", "14d", ExitStatus.success), ("2026-03-10T00:00:00Z", "14d", .success),
        ("2026-03-11T00:00:00Z", "14d", .negative), ("2026-03-11T00:00:00Z", "13d", .success),
        ("2026-05-01T00:00:00Z", "1s", .negative),
    ]) func statusWarnsInTime(time: String, warning: String, status: ExitStatus) throws {
        try KeyringFolder.with { folder in
            folder.rotation("confirm", ["--jwks", folder.set], at: "2026-01-01T02:00:00Z")
            #expect(folder.rotation("status", ["--warn-before", warning], at: time).status == status)
        }
    }

    /// Nothing is changed by a command whose time cannot be right.
    @Test(arguments: [
        ("apply", "2025-12-31T23:57:59Z"), ("apply", "2027-01-01T00:00:00Z"), ("confirm", "2025-12-31T23:57:59Z"),
        ("confirm", "2027-01-01T00:00:00Z"), ("rollback", "2025-12-31T23:57:59Z"),
    ]) func aClockThatJumpedChangesNothing(command: String, time: String) throws {
        try KeyringFolder.with { folder in
            let before = folder.contents
            let options = command == "confirm" ? ["--jwks", folder.set] : []
            let run = folder.rotation(command, options, at: time)
            #expect(run.status == .negative)
            #expect(run.error.contains("[rotation.clock]"))
            #expect(folder.contents == before)
        }
    }

    @Test func theClockOfTheServerCounts() throws {
        try KeyringFolder.with { folder in
            let server = try ServingProcess(
                "python3", [Repository.root.appending(path: "Tests/Clients/dated_server.py").path, folder.set])
            func confirm(date: String, at time: String) -> ToolRun {
                folder.rotation("confirm", ["--jwks", "http://127.0.0.1:\(server.firstLine)/\(date)"], at: time)
            }
            // 2026-01-01T02:00:00Z; the tolerance is 2ε + F + 1 s.
            let time = 1_767_232_800
            for wrong in [time - 152, time + 152, time + 86_400 * 365] {
                let run = confirm(date: "\(wrong)", at: "2026-01-01T02:00:00Z")
                #expect(run.status == .negative)
                #expect(run.error.contains("[rotation.clock]"))
            }
            #expect(try folder.status().generation == 1)
            let right = confirm(date: "\(time + 150)", at: "2026-01-01T02:00:00Z")
            #expect(right.status == .success)
            #expect(right.error == "")
            #expect(confirm(date: "none", at: "2026-01-01T02:00:00Z").error.contains("no Date"))
            // After a long silence the server vouches for the time, and the next step is made.
            let late = "2026-06-01T00:00:00Z"
            #expect(folder.rotation("apply", ["--if-due"], at: late).error.contains("[rotation.clock]"))
            #expect(confirm(date: "none", at: late).status == .negative)
            #expect(confirm(date: "1780272000", at: late).status == .success)
            #expect(folder.rotation("apply", ["--if-due"], at: late).output.hasPrefix("staged"))
            _ = server.finish()
        }
    }

    @Test func aKeyringThatWasPutBackIsNoticed() throws {
        try KeyringFolder.with { folder in
            let old = folder.contents
            try folder.stage()
            try old.write(to: URL(filePath: folder.keyring))
            let run = folder.rotation("apply", [], at: "2026-01-01T03:00:00Z")
            #expect(run.status == .negative)
            #expect(run.error.contains("[rotation.rolled-back]"))
            #expect(folder.contents == old)
            // Without the lock file beside it, the live set still shows it.
            try FileManager.default.removeItem(atPath: folder.keyring + ".lock")
            let live = folder.rotation("confirm", ["--jwks", folder.set], at: "2026-01-01T03:00:00Z")
            #expect(live.status == .negative)
            #expect(live.error.contains("a key that this keyring does not know"))
            #expect(folder.contents == old)
        }
    }

    @Test func aTokenShowsWhoSigns() throws {
        try KeyringFolder.with { folder in
            try folder.stage()
            func token(_ options: [String], at time: String) throws -> String {
                let run = ToolRun(["jwt", "sign", "--keyring", folder.keyring, "--at", time] + options)
                try #require(run.status == .success, "\(run.error)")
                let path = folder.path("token")
                try run.output.write(toFile: path, atomically: true, encoding: .utf8)
                return path
            }
            let old = try folder.status().keys("active")
            let early = try token([], at: "2026-01-01T00:00:00Z")
            let stale = folder.rotation("confirm", ["--signing", early], at: "2026-04-01T00:00:01Z")
            #expect(stale.error.contains("not just now"))
            folder.rotation("apply", ["--if-due"], at: "2026-04-01T00:00:01Z")
            let new = try token(["--expires-in", "3h"], at: "2026-04-01T00:01:00Z")
            let confirmed = folder.rotation("confirm", ["--signing", new], at: "2026-04-01T00:01:00Z")
            #expect(confirmed.status == .success)
            #expect(
                confirmed.output.contains("tokens live longer than the keyring knew, and are waited for that long: 3 h")
            )
            #expect(try folder.status().count("token-lifetime-raised") == 1)
            // D + S + T + L + 4ε, with T as it was seen, and not before the way back is closed.
            let plan = folder.rotation("plan", ["--json"], at: "2026-04-01T00:01:00Z").output
            #expect(plan.contains("\"until\":\"2026-04-01T04:05:00Z\""))
            #expect(
                folder.rotation("confirm", ["--signing", new], at: "2026-04-01T00:01:30Z").output.hasPrefix("the live"))
            let kept = try token(["--kid", old[0]], at: "2026-04-01T00:02:00Z")
            let back = folder.rotation("confirm", ["--signing", kept], at: "2026-04-01T00:02:00Z")
            #expect(back.status == .negative)
            #expect(back.error.contains("which was replaced"))
        }
    }

    @Test func aHookThatHangsIsEndedAndRunAgain() throws {
        try KeyringFolder.with { folder in
            let script = folder.path("hook")
            let text = "#!/bin/sh\n[ -e \"${1%/*}/mended\" ] || sleep 100\nenv > \"${1%/*}/environment\"\n"
            try text.write(toFile: script, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: script)
            let options = ["--hook", script, "--hook-timeout", "1s", "--jwks-out", folder.set, "--hook-env", "GIVEN"]
            let environment = ["GIVEN": "yes", "SECRET": "no", "AUTHKEYS_KID": "no"]
            let hung = folder.rotation("apply", options, at: "2026-01-01T01:00:00Z", environment: environment)
            #expect(hung.status == .failure)
            #expect(hung.error.contains("it was ended after 1 s"))
            #expect(try folder.status().pendingDelivery)
            let without = folder.rotation("apply", [], at: "2026-01-01T01:00:01Z")
            #expect(without.error.contains("[rotation.delivery-failed]"))
            try Data().write(to: folder.url.appending(path: "mended"))
            let again = folder.rotation(
                "apply", options + ["--if-due"], at: "2026-01-01T01:00:02Z", environment: environment)
            #expect(again.status == .success)
            #expect(try !folder.status().pendingDelivery)
            #expect(try folder.status().count("stage") == 1)
            let seen = try String(contentsOfFile: folder.path("environment"), encoding: .utf8)
            #expect(seen.contains("GIVEN=yes\n"))
            #expect(!seen.contains("SECRET"))
            #expect(seen.contains("AUTHKEYS_EVENT=stage\n"))
            #expect(!seen.contains("AUTHKEYS_KID=no"))
        }
    }

    @Test func aDeploymentIsSetInOneRequest() throws {
        try KeyringFolder.with(["--profile", "convex-oidc"]) { folder in
            let server = try DeploymentServer()
            let run = folder.rotation(
                "apply", ["--push"], at: "2026-01-01T01:00:00Z", environment: server.environment())
            #expect(run.status == .success, "\(run.error)")
            let record = try server.stop()
            #expect(record.requests.count { $0.method == "POST" } == 1)
            #expect(record.variables["JWT_PRIVATE_KEY"]?.hasPrefix("-----BEGIN PRIVATE KEY----- ") == true)
            for kid in try folder.status().keys.map(\.kid) { #expect(record.variables["JWKS"]?.contains(kid) == true) }
            #expect(!(run.output + run.error).contains("BEGIN"))
        }
        try KeyringFolder.with { folder in
            let run = folder.rotation("apply", ["--push"], at: "2026-01-01T01:00:00Z")
            #expect(run.error.contains("[rotation.impossible]"))
        }
    }

    @Test func aRevokedKeyIsReplacedAndNeverComesBack() throws {
        try KeyringFolder.with { folder in
            try folder.stage()
            let before = try folder.status()
            let (active, staged) = (before.keys("active")[0], before.keys("staged")[0])
            let run = folder.rotation("revoke", [active, "--reason", "lost"], at: "2026-01-01T03:00:00Z")
            #expect(run.status == .success)
            #expect(run.output.contains("these were stolen too: \(staged) (active)"))
            let both = folder.rotation("revoke", [staged], at: "2026-01-01T04:00:00Z")
            #expect(both.status == .success)
            let after = try folder.status()
            #expect(Set(after.keys("revoked")) == [active, staged])
            #expect(after.keys("active").count == 1)
            let again = folder.rotation("revoke", [active, staged], at: "2026-01-01T05:00:00Z")
            #expect(again.status == .success)
            #expect(again.output.contains("do this, in this order:"))
            #expect(again.output.contains("bring every signer to the new key"))
            #expect(!again.output.contains("stolen too"))
            #expect(try folder.status().generation == after.generation)
            #expect(folder.rotation("revoke", ["unknown"], at: "2026-01-01T05:00:00Z").status == .negative)
            #expect(!run.output.contains("BEGIN"))
        }
    }

    @Test func rollbackIsOpenForAsLongAsItIsSafe() throws {
        try KeyringFolder.with { folder in
            #expect(folder.rotation("rollback", [], at: "2026-01-01T01:00:00Z").status == .negative)
            try folder.stage()
            let old = try folder.status().keys("active")
            folder.rotation("apply", ["--if-due"], at: "2026-04-01T00:00:01Z")
            let late = folder.rotation("rollback", [], at: "2026-04-02T00:00:02Z")
            #expect(late.status == .negative)
            #expect(late.error.contains("the way back to"))
            #expect(folder.rotation("rollback", [], at: "2026-04-01T12:00:00Z").status == .success)
            #expect(try folder.status().keys("active") == old)
            #expect(try folder.status().keys("retiring").count == 1)
        }
    }

    @Test func aSealedKeyringStaysSealed() throws {
        try withTemporaryFolder { url in
            let passphrase = url.appending(path: "passphrase").path
            try "correct horse\n".write(toFile: passphrase, atomically: true, encoding: .utf8)
            let keyring = url.appending(path: "keyring.json").path
            let sealed = ["--passphrase-from", passphrase]
            let made = ToolRun(
                ["rotation", "init", keyring, "--test", "--at", KeyringFolder.start] + sealed)
            #expect(made.status == .success)
            let applied = ToolRun(["rotation", "apply", keyring, "--at", "2026-01-01T01:00:00Z"] + sealed)
            #expect(applied.status == .success)
            let text = try String(contentsOfFile: keyring, encoding: .utf8)
            #expect(text.hasPrefix("{\"schema\":\"authkeys.sealed-keyring/1\""))
            #expect(!text.contains("kid"))
            let plain = url.appending(path: "plain.json").path
            #expect(ToolRun(["rotation", "init", plain]).status == .success)
            let refused = ToolRun(["rotation", "status", plain] + sealed)
            #expect(refused.error.contains("[rotation.not-sealed]"))
        }
    }
}
