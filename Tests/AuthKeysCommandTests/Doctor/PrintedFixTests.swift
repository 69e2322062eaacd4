import AuthKeysCommand
import Encodings
import Foundation
import TestSupport
import Testing

/// What `doctor` prints as a command is pasted: each is run in the folder of its situation, and has to mend it.
@Suite struct PrintedFixTests {
    /// Of findings whose command needs somebody, or is about what no file of this machine shows.
    private static let unmended: [String: String] = [
        "encrypted.passphrase-needed": "asks a person for the passphrase",
        "env.container-only": "prints an entrypoint, which a container then runs",
        "convex.instance-name": "needs the container that makes admin keys",
    ]

    /// A finding whose fix is a command.
    struct PrintedFix {
        let finding: JSONValue
        let command: String

        var code: String { finding["code"]?.string ?? "" }
        var isError: Bool { finding["severity"]?.string == "error" }
    }

    @Test(arguments: Situation.all)
    func what_is_printed_as_a_command_is_one(situation: Situation) throws {
        let count = try withTemporaryFolder { folder in
            let findings = try Self.findings(situation, in: folder)
            // Text that begins as a command does looks like one.
            for edit in findings.compactMap({ $0["fix"]?["edit"]?.string }) {
                #expect(!edit.hasPrefix("authkeys ") || edit.contains(/\b(?:SOURCE|FILE|KID)\b/), "\(edit)")
            }
            return Self.fixes(findings).count
        }
        for index in 0..<count {
            try withTemporaryFolder { folder in
                let findings = try Self.findings(situation, in: folder)
                let fix = Self.fixes(findings)[index]
                guard Self.unmended[fix.code] == nil else { return }
                let errors = findings.count { $0["severity"]?.string == "error" }
                try paste(fix, situation, in: folder, isAlone: fix.isError && errors == 1)
            }
        }
    }

    @Test(arguments: [
        ("files of two runs", "authkeys jwks derive {dir}/key.pem --out {dir}/set.json --force"),
        ("files of two runs, with kids", "authkeys jwks add -- {dir}/set.json {dir}/key.pem"),
        ("an env file of two runs", "authkeys doctor --env-file {dir}/d.env --fix fixed.env"),
        (
            "an env file of two runs, with kids",
            "authkeys doctor --env-file {dir}/d.env --profile generic --fix fixed.env"
        ),
        ("a weak key of another set", "authkeys generate"),
        ("pair of two runs", "authkeys doctor --fix fixed.env"),
        ("PKCS#1 in an env file", "authkeys doctor --env-file {dir}/d.env --fix fixed.env"),
        ("base64 form for a deployment", "authkeys doctor --env-file {dir}/d.env --fix fixed.env"),
        ("a dotenv file with CRLF", "authkeys doctor --env-file {dir}/d.env --fix fixed.env"),
        ("exports without quotes", "authkeys doctor --env-file {dir}/d.sh --fix fixed.env"),
    ])
    func the_first_command_of(_ name: String, is command: String) throws {
        let situation = try #require(Situation.all.first { $0.name == name })
        try withTemporaryFolder { folder in
            let fixes = Self.fixes(try Self.findings(situation, in: folder))
            #expect(fixes.first?.command == command.replacing("{dir}", with: folder.path))
        }
    }

    private static func findings(_ situation: Situation, in folder: URL) throws -> [JSONValue] {
        let output = try situation.run(in: folder).run.output
        return try JSON.parse(output, limits: JSONLimits(bytes: 1 << 20, depth: 32))["findings"]?.elements ?? []
    }

    private static func fixes(_ findings: [JSONValue]) -> [PrintedFix] {
        findings.compactMap { finding in
            finding["fix"]?["command"]?.string.map { PrintedFix(finding: finding, command: $0) }
        }
    }

    private func paste(_ fix: PrintedFix, _ situation: Situation, in folder: URL, isAlone: Bool) throws {
        #expect(fix.command.hasPrefix("authkeys ") || fix.command.hasPrefix("chmod 600 "), "not run: \(fix.command)")
        #expect(!fix.command.contains(/\b(?:SOURCE|FILE|KID|TOKEN|NAME|DIR|KEY|SET)\b/), "\(fix.command)")
        let (environment, arguments) = try situation.prepare(in: folder)
        let before = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
        let tool = Repository.commandBinary.deletingLastPathComponent().path
        let outcome = try ChildProcess(
            "/bin/sh", ["-c", fix.command],
            environment: environment.merging(["PATH": "\(tool):/usr/bin:/bin"]) { $1 },
            workingDirectory: folder.path
        ).run()
        let isDiagnosis = fix.command.hasPrefix("authkeys doctor ")
        let isWritten = outcome.errorText.contains("note: wrote 'fixed")
        #expect(
            isDiagnosis ? isWritten && outcome.termination == .exited(1) || outcome.succeeded : outcome.succeeded,
            "\(fix.code): \(fix.command): \(outcome.termination) \(outcome.errorText)")
        guard isAlone else { return }
        let made = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)).subtracting(before)
        let second = Self.second(made, environment, arguments, in: folder)
        let run = ToolRun(
            ["doctor", "--json", "--profile", situation.profile] + second.arguments, environment: second.environment)
        let findings = try Situation.findings(run.output)
        #expect(!findings.contains { $0.hasPrefix("error") }, "\(fix.code): \(fix.command): \(findings)")
    }

    /// What is given to the second run: what the command made, in the place of what was wrong.
    private static func second(
        _ made: Set<String>, _ environment: [String: String], _ arguments: [String], in folder: URL
    ) -> (environment: [String: String], arguments: [String]) {
        if let file = made.first(where: { $0.hasPrefix("fixed") }) {
            return ([:], ["--env-file", folder.appending(path: file).path])
        }
        if let made = made.first(where: { $0.hasPrefix("auth-keys") }) {
            let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: made).path)) ?? []
            let file = files.first { $0.hasSuffix(".env") } ?? ""
            return ([:], ["--env-file", folder.appending(path: "\(made)/\(file)").path])
        }
        var arguments = arguments
        for (option, end) in [("--key", ".pem"), ("--jwks", ".json")] {
            guard let file = made.first(where: { $0.hasSuffix(end) }) else { continue }
            if let index = arguments.firstIndex(of: option) { arguments.removeSubrange(index...index + 1) }
            arguments += [option, folder.appending(path: file).path]
        }
        return (environment, arguments)
    }
}
