import AuthKeysCommand
import Foundation
import TestSupport
import Testing

/// The built binary, stopped at every system call that touches the file system: the old keyring is there or the new one,
/// and the next run finishes what is left.
@Suite(.serialized) struct RotationCrashTests {
    /// All that a run of `apply` does to files, and what it might.
    static let calls = [
        "openat", "read", "pread64", "write", "pwrite64", "close", "fsync", "fdatasync", "sync_file_range", "fchmod",
        "fchown", "flock", "newfstatat", "faccessat2", "access", "getdents64", "renameat", "renameat2", "rename",
        "linkat",
        "unlinkat", "ftruncate", "mkdirat",
    ]

    static let activation = "2026-04-01T00:00:01Z"

    struct Place: Hashable {
        let call: String
        /// Which of the calls of that name, from 1.
        let number: Int
    }

    private func apply(_ folder: KeyringFolder, tracing options: [String]) throws -> ChildProcess.Outcome {
        try ChildProcess(
            "strace",
            ["-f", "-o", folder.path("trace")] + options + [
                Repository.commandBinary.path, "rotation", "apply", "keyring.json", "--if-due", "--jwks-out",
                "jwks.json",
                "--at", Self.activation,
            ], environment: ["PATH": "/usr/bin:/bin"], workingDirectory: folder.url.path
        ).run()
    }

    /// Where a run that is left alone can be stopped: every call from the moment at which it opens the keyring.
    private func places() throws -> [Place] {
        try KeyringFolder.with { folder in
            try folder.stage()
            let outcome = try apply(folder, tracing: ["-e", "trace=\(Self.calls.joined(separator: ","))"])
            try #require(
                outcome.succeeded, "strace, the Debian package, is installed by 'make test': \(outcome.errorText)")
            var counts: [String: Int] = [:]
            var places: [Place] = []
            var hasBegun = false
            let trace = try String(contentsOfFile: folder.path("trace"), encoding: .utf8)
            for line in trace.split(separator: "\n") {
                guard let match = line.firstMatch(of: /^\d+ +(\w+)\(/) else { continue }
                let call = String(match.1)
                counts[call, default: 0] += 1
                if line.contains("\"keyring.json\"") { hasBegun = true }
                if hasBegun { places.append(Place(call: call, number: counts[call, default: 0])) }
            }
            return places
        }
    }

    @Test(arguments: ["signal=SIGKILL", "error=ENOSPC", "error=EIO"])
    func theOldKeyringIsThereOrTheNewOne(injection: String) throws {
        let places = try places()
        // The keyring alone: opened, read, locked, read, written, flushed, renamed, flushed.
        #expect(places.count > 30)
        for name in ["openat", "write", "fsync", "renameat", "flock", "pwrite64"] {
            #expect(places.contains { $0.call == name })
        }
        try KeyringFolder.with { folder in
            try folder.stage()
            let before = try folder.status()
            let (keyring, set) = (folder.contents, try Data(contentsOf: URL(filePath: folder.set)))
            let mark = try Data(contentsOf: URL(filePath: folder.keyring + ".lock"))
            var outcomes: Set<Int> = []
            for place in places {
                try keyring.write(to: URL(filePath: folder.keyring))
                try set.write(to: URL(filePath: folder.set))
                try mark.write(to: URL(filePath: folder.keyring + ".lock"))
                _ = try apply(
                    folder, tracing: ["-e", "inject=\(place.call):\(injection):when=\(place.number)"])

                let after = try folder.status()
                outcomes.insert(after.generation)
                if folder.contents != keyring {
                    #expect(after.generation == before.generation + 1, "\(place)")
                    #expect(after.keys("active") == before.keys("staged"), "\(place)")
                    #expect(after.keys("retiring") == before.keys("active"), "\(place)")
                }
                // A lock whose holder died is nobody's, and what it left behind is removed by the next run.
                let again = folder.rotation("apply", ["--if-due", "--jwks-out", folder.set], at: Self.activation)
                #expect(again.status == .success, "\(place): \(again.error)")
                let end = try folder.status()
                #expect(end.generation == before.generation + 1, "\(place)")
                #expect(end.count("activate") == 1, "\(place)")
                #expect(try folder.published() == end.keys("active") + end.keys("retiring"), "\(place)")
            }
            // Both were seen, so that the places lie on both sides of the change.
            #expect(outcomes == [before.generation, before.generation + 1])
            // One more change takes the lock, and with it what a killed run has left.
            folder.rotation("apply", ["--force", "--jwks-out", folder.set], at: "2026-04-01T00:00:02Z")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
            #expect(!names.contains { $0.hasPrefix(".keyring.json.tmp-") })
        }
    }

    @Test func aLimitOnFileSizesLeavesTheOldKeyring() throws {
        try KeyringFolder.with { folder in
            try folder.stage()
            let before = folder.contents
            let outcome = try ChildProcess(
                "sh",
                [
                    "-c", "ulimit -f 1; exec \"$@\"", "sh", Repository.commandBinary.path, "rotation", "apply",
                    "keyring.json", "--if-due", "--at", Self.activation,
                ], environment: ["PATH": "/usr/bin:/bin"], workingDirectory: folder.url.path
            ).run()
            #expect(outcome.termination == .exited(2))
            #expect(outcome.errorText.contains("[file.no-space]"))
            #expect(folder.contents == before)
        }
    }

    /// The file itself is never written to: that nobody may write to it does not matter, and it is private again after.
    @Test func aReadOnlyKeyringIsReplaced() throws {
        try KeyringFolder.with { folder in
            try folder.stage()
            try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: folder.keyring)
            #expect(folder.rotation("apply", ["--if-due"], at: Self.activation).status == .success)
            let mode = try FileManager.default.attributesOfItem(atPath: folder.keyring)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    /// A plain `apply` of eight processes that have all read the same keyring is one step, handed over once.
    @Test(arguments: [[], ["--if-due"]]) func eightProcessesAtOnceMakeOneStep(options: [String]) throws {
        try KeyringFolder.with { folder in
            try folder.stage()
            let script = folder.path("hook")
            try "#!/bin/sh\necho \"$AUTHKEYS_EVENT\" >> \"${1%/*}/handed-over\"\n".write(
                toFile: script, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: script)
            let outcome = try ChildProcess(
                "sh",
                [
                    "-c",
                    """
                    for i in 1 2 3 4 5 6 7 8; do "$@" > out$i 2> err$i; echo $? > status$i & done; wait
                    cat status?
                    """, "sh", Repository.commandBinary.path, "rotation", "apply", "keyring.json", "--at",
                    Self.activation,
                    "--hook", script, "--jwks-out", folder.set,
                ] + options, environment: ["PATH": "/usr/bin:/bin"], workingDirectory: folder.url.path
            ).run()
            #expect(outcome.succeeded)
            let status = try folder.status()
            #expect(status.count("activate") == 1)
            #expect(status.count("stage") == 1)
            #expect(status.keys("active").count == 1)
            #expect(!status.pendingDelivery)
            #expect(try String(contentsOfFile: folder.path("handed-over"), encoding: .utf8) == "activate\n")
            // Whoever came late found a step that is too early, or nothing to do.
            let statuses = outcome.outputText.split(separator: "\n")
            #expect(statuses.count == 8)
            #expect(statuses.allSatisfy { ["0", "1"].contains($0) })
        }
    }
}
