import AuthKeysCommand
import CommandOptions
import Foundation
import TestSupport
import Testing

/// The printed scripts in the shells that they are for.
@Suite struct CompletionTests {
    typealias Name = CompletingShell.Name

    private static func script(_ shell: Name) throws -> String {
        let run = ToolRun(["completions", shell.rawValue])
        try #require(run.status == .success && run.error.isEmpty)
        return run.output
    }

    /// What stands beside the lines.
    private static let places = (folders: ["auth-keys"], files: ["auth-keys", "keys.pem", "my key.pem"])

    private func answers(_ shell: CompletingShell, _ lines: [String]) throws -> [CompletingShell.Answer] {
        let answers = try withTemporaryFolder { folder in
            for name in Self.places.folders {
                try FileManager.default.createDirectory(
                    at: folder.appending(path: name), withIntermediateDirectories: false)
            }
            for name in Self.places.files where !Self.places.folders.contains(name) {
                try Data().write(to: folder.appending(path: name))
            }
            let answers = try shell.answers(to: lines, script: Self.script(shell.name), in: folder)
            #expect(Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)) == Set(Self.places.files))
            return answers
        }
        try #require(answers.count == lines.count)
        return answers
    }

    enum Offer: Sendable {
        case these([String])
        case files(after: String = "", beginning: String = "")
        case folders(after: String = "")

        /// Bash is told to look for files itself.
        func candidates(in shell: Name) -> Set<String> {
            switch (self, shell) {
            case (.these(let words), _): Set(words)
            case (.files, .bash): ["compopt -o default"]
            case (.folders, .bash): ["compopt -o dirnames"]
            case (.files(let lead, let start), _):
                Set(CompletionTests.places.files.filter { $0.hasPrefix(start) }.map { lead + $0 })
            case (.folders(let lead), _): Set(CompletionTests.places.folders.map { lead + $0 })
            }
        }
    }

    // MARK: - What is offered

    static let lines: [(line: String, offer: Offer)] = [
        // Commands
        ("authkeys j", .these(["jwks", "jwt"])),
        ("authkeys jwt v", .these(["verify"])),
        ("authkeys key ", .these(["convert", "inspect", "check"])),
        ("authkeys -", .these(["--help", "-h", "--version"])),
        ("authkeys key -", .these(["--help", "-h"])),
        ("authkeys help key ", .these(["convert", "inspect", "check"])),
        ("authkeys help key convert ", .these([])),
        ("authkeys help key -", .these([])),
        ("authkeys nothing ", .these([])),
        ("authkeys -h j", .these([])),
        ("authkeys jwt nothing ", .these([])),
        ("authkeys --version ", .these([])),
        // Values
        ("authkeys completions ", .these(["bash", "zsh", "fish"])),
        ("authkeys generate --bits ", .these(["2048", "3072", "4096"])),
        ("authkeys jwt sign --algorithm RS", .these(["RS256", "RS384", "RS512"])),
        ("authkeys jwt sign --jwt-id ", .these(["auto"])),
        ("authkeys generate --kid ", .these([])),
        ("authkeys generate --out -", .these([])),
        ("authkeys doctor --format s", .these(["sarif"])),
        // Files and folders
        ("authkeys generate --out ", .folders()),
        ("authkeys key inspect ", .files()),
        ("authkeys key check keys.pem ", .files()),
        ("authkeys jwks remove ", .files()),
        ("authkeys jwks remove jwks.json ", .these([])),
        ("authkeys jwt verify --jwks ", .files()),
        ("authkeys convex push ", .folders()),
        ("authkeys explain ", .files()),
        ("authkeys key inspect -- ", .files()),
        ("authkeys key inspect --json -- -", .files(beginning: "-")),
        // Options: not those that were given, unless they may be repeated, and none that exclude each other
        (
            "authkeys generate -",
            .these([
                "--out", "--bits", "--kid", "--profile", "--format", "--force", "--json", "--quiet", "-q", "--help",
                "-h",
            ])
        ),
        ("authkeys completions -", .these(["--json", "--quiet", "-q", "--help", "-h"])),
        ("authkeys completions -q -", .these(["--json", "--help", "-h"])),
        ("authkeys completions --json zsh --quiet ", .these(["--help", "-h"])),
        ("authkeys generate --bits=4096 --b", .these([])),
        ("authkeys jwt verify --jwks x --jw", .these([])),
        ("authkeys jwt verify --key x --disc", .these([])),
        ("authkeys jwt sign --audience a --aud", .these(["--audience"])),
        ("authkeys jwt verify --algorithm RS256 --algorithm RS5", .these(["RS512"])),
        ("authkeys rotation apply k --force --if", .these([])),
        // A value is not an argument, and the value of an option that may go without one is its
        ("authkeys key convert --to jwk ", .files()),
        ("authkeys key inspect keys.pem --j", .these(["--json"])),
        ("authkeys doctor --live https://example.com:3210 --prob", .these(["--probe"])),
        ("authkeys doctor --live --prob", .these(["--probe"])),
        // Nothing of a line is run
        ("authkeys '$(touch run)' ", .these([])),
        ("authkeys key check 'a[$(touch run)]' ", .files()),
    ]

    @Test(arguments: CompletingShell.sourced + CompletingShell.installed)
    func offers(shell: CompletingShell) throws {
        let answers = try answers(shell, Self.lines.map(\.line))
        for (answer, (line, offer)) in zip(answers, Self.lines) {
            // Where nothing begins with a word, fish goes on to look for its letters.
            let typed = line.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
            let offered = answer.candidates.filter { shell.name != .fish || $0.hasPrefix(typed) }
            #expect(offered == offer.candidates(in: shell.name), "\(shell): \(line)")
        }
    }

    /// Where the value stands in the word of the option, bash offers what follows the `=`.
    @Test(arguments: CompletingShell.sourced)
    func offers_values_behind_an_equals_sign(shell: CompletingShell) throws {
        let lines = ["authkeys generate --format=", "authkeys generate --out=", "authkeys jwt verify --jwks="]
        let lead = shell.name == .bash ? "" : "--format="
        let offers: [Offer] = [
            .these(["dotenv", "json"].map { lead + $0 }), .folders(after: "--out="), .files(after: "--jwks="),
        ]
        for (answer, (line, offer)) in zip(try answers(shell, lines), zip(lines, offers)) {
            #expect(answer.candidates == offer.candidates(in: shell.name), "\(line)")
        }
    }

    /// The tables of the scripts against those that parsing and help read.
    @Test(arguments: CompletingShell.sourced)
    func knows_every_command_and_option(shell: CompletingShell) throws {
        var lines: [(line: String, offers: [String: String])] = []
        for path in [CommandPath(root: CommandTree.root)] + CommandPath(root: CommandTree.root).descendants {
            let options = path.options.flatMap { option in
                [option.spelling, option.shortSpelling].compactMap(\.self).map { ($0, Self.described(option.help)) }
            }
            lines.append(("\(path.name) -", Dictionary(uniqueKeysWithValues: options)))
            guard path.command.isGroup else { continue }
            var commands = path.subpaths.map { ($0.command.name, Self.described($0.command.abstract)) }
            if path.isRoot { commands.append(("help", "Tell all about a command")) }
            lines.append(("\(path.name) ", Dictionary(uniqueKeysWithValues: commands)))
        }
        #expect(lines.count > 45)
        for (answer, (line, offers)) in zip(try answers(shell, lines.map(\.line)), lines) {
            #expect(answer.candidates == Set(offers.keys), "\(line)")
            if shell.name != .bash { #expect(answer.descriptions == offers, "\(line)") }
        }
    }

    private static func described(_ sentence: String) -> String { String(sentence.dropLast()) }

    @Test(arguments: CompletingShell.sourced)
    func knows_every_value(shell: CompletingShell) throws {
        var lines: [(line: String, offer: Offer)] = []
        for path in CommandPath(root: CommandTree.root).commands {
            for option in path.command.options {
                let line = "\(path.name) \(option.spelling) "
                switch option.valueName?.place {
                case .file: lines.append((line, .files()))
                case .folder: lines.append((line, .folders()))
                case nil where !option.allowedValues.isEmpty: lines.append((line, .these(option.allowedValues)))
                case nil: break
                }
            }
        }
        #expect(lines.count > 90)
        for (answer, (line, offer)) in zip(try answers(shell, lines.map(\.line)), lines) {
            #expect(answer.candidates == offer.candidates(in: shell.name), "\(line)")
        }
    }

    static let calls: [(words: [String], candidates: [String])] = [
        (["jwt", "v"], ["verify"]), (["generate", "--format", "=", "j"], ["json"]),
        (["generate", "--format", "="], ["dotenv", "json"]), (["generate", "--format=j"], ["--format=json"]),
        (["generate", "--kid", "a:b", "--bi"], ["--bits"]), (["generate", "--kid", "a", ":", "b", "--bi"], ["--bits"]),
        (["doctor", "--live", "http", "://", "x", ":", "3210", "--prob"], ["--probe"]),
        (["key", "inspect", "'`touch run`'", "--json=$(touch run)", "a[$(touch run)]", "--q"], ["--quiet"]),
        (["key", "inspect", "$(touch run)"], []), (["$(touch run)", ""], []), (["jwt", "a[$(touch run)]", ""], []),
        (["generate", "--$(touch run)=$(touch run)"], []), (["generate", "--bits", "$(touch run)"], []), ([], []),
    ]

    /// As bash calls the function, also for words that it would not call it for itself.
    @Test(arguments: calls)
    func answers_bash(words: [String], candidates: [String]) throws {
        let call = #"""
            set -euo pipefail
            compopt() { :; }
            eval "$SCRIPT"
            COMP_WORDS=(authkeys "$@") COMP_CWORD=$#
            _authkeys
            printf '%s\n' ${COMPREPLY[@]+"${COMPREPLY[@]}"}
            """#
        try withTemporaryFolder { folder in
            let outcome = try ChildProcess(
                "bash", ["-c", call, "bash"] + words,
                environment: ["PATH": "/usr/bin:/bin", "SCRIPT": Self.script(.bash)], workingDirectory: folder.path
            ).run()
            #expect(outcome.succeeded && outcome.standardError.isEmpty, "\(outcome.errorText)")
            #expect(outcome.outputText.split(separator: "\n").map(String.init) == candidates)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        }
    }

    // MARK: - What is typed

    static let typed: [(line: String, words: [String])] = [
        ("authkeys jwt v", ["jwt", "verify"]),
        ("authkeys generate --format j", ["generate", "--format", "json"]),
        ("authkeys generate --format=j", ["generate", "--format=json"]),
        ("authkeys key inspect my", ["key", "inspect", "my key.pem"]),
        ("authkeys key inspect 'my", ["key", "inspect", "my key.pem"]),
        ("authkeys jwt verify --jwks=my", ["jwt", "verify", "--jwks=my key.pem"]),
        ("authkeys generate --out au", ["generate", "--out", "auth-keys"]),
        ("authkeys generate --out=au", ["generate", "--out=auth-keys"]),
        ("authkeys generate --out k", ["generate", "--out", "k"]),
        (
            "authkeys doctor --live http://localhost:3210 --prob",
            ["doctor", "--live", "http://localhost:3210", "--probe"]
        ),
    ]

    @Test(arguments: CompletingShell.sourced)
    func completes_what_was_typed(shell: CompletingShell) throws {
        for (answer, (line, words)) in zip(try answers(shell, Self.typed.map(\.line)), Self.typed) {
            let typed = answer.words.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
            #expect(typed == words, "\(line)")
        }
    }

    // MARK: - The script

    /// Also with the options that people set.
    @Test(arguments: [
        (Name.bash, "bash", ["-n", "FILE"]), (.bash, "bash", ["-euc", "source FILE"]),
        (.bash, "bash", ["-c", "POSIXLY_CORRECT=yes; source FILE"]), (.bash, "shellcheck", ["FILE"]),
        (.zsh, "zsh", ["-n", "FILE"]),
        (.zsh, "zsh", ["-fec", "autoload -Uz compinit; compinit -u -D; source FILE"]),
        (
            .zsh, "zsh",
            ["-fc", "autoload -Uz compinit; compinit -u -D; setopt ksharrays rcquotes nounset; source FILE"]
        ),
        (.fish, "fish", ["--no-config", "-n", "FILE"]), (.fish, "fish", ["--no-config", "FILE"]),
    ])
    func loads_without_a_word(shell: Name, program: String, arguments: [String]) throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "script")
            try Data(Self.script(shell).utf8).write(to: file)
            var child = ChildProcess(program, arguments.map { $0.replacing("FILE", with: file.path) })
            child.workingDirectory = folder.path
            let outcome = try child.run()
            #expect(outcome.succeeded && outcome.standardOutput.isEmpty && outcome.standardError.isEmpty, "\(outcome)")
        }
    }

    @Test func zsh_is_told_what_is_missing() throws {
        let outcome = try ChildProcess("zsh", ["-f"]).run(input: Self.script(.zsh))
        #expect(
            outcome.errorText
                == "authkeys: completions need 'autoload -Uz compinit && compinit' before they are sourced\n")
    }

    @Test func is_in_json_too() throws {
        struct Result: Decodable, Equatable { let schema, shell, script: String }
        let run = ToolRun(["completions", "fish", "--json"])
        #expect(
            try JSONDecoder().decode(Result.self, from: Data(run.output.utf8))
                == Result(schema: "authkeys.completions/1", shell: "fish", script: Self.script(.fish)))
    }

    @Test(arguments: [
        (arguments: [], error: "'authkeys completions' needs SHELL (bash, zsh or fish) [usage.missing-argument]"),
        (["tcsh"], "SHELL: 'tcsh' is not one of bash, zsh, fish [usage.invalid-value]"),
        (["ZSH"], "SHELL: 'ZSH' is not one of bash, zsh, fish [usage.invalid-value]"),
        ([""], "SHELL: '' is not one of bash, zsh, fish [usage.invalid-value]"),
        (["zsh", "fish"], "unexpected argument 'fish': 'authkeys completions' takes no more than SHELL"),
    ])
    func names_the_shells(arguments: [String], error: String) {
        let run = ToolRun(["completions"] + arguments)
        #expect(run.status == .usage)
        #expect(run.output.isEmpty)
        #expect(run.error.hasPrefix("authkeys: error: \(error)"))
    }
}
