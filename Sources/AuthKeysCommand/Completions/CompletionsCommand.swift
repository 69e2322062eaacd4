internal import CommandOptions
internal import Encodings

/// `authkeys completions`
struct CompletionsCommand: Command {
    static let shell = ArgumentSpec(
        "SHELL", help: "The shell that is to complete.", allowed: CompletionShell.allCases.map(\.rawValue))

    static let specification = CommandSpec(
        "completions", abstract: "A script that completes command lines in bash, zsh or fish.",
        discussion: [
            "Prints the script to standard output. It completes commands, options, the values of options that have a list "
                + "of them, and files and folders where one is named; zsh and fish show what each is for. Options that were "
                + "given already, or that exclude each other, are not offered again.",
            "The script holds all it needs and runs no program. Make it again after an update of authkeys.",
        ],
        arguments: [shell],
        examples: [
            .init("source <(authkeys completions bash)", "In ~/.bashrc."),
            .init("source <(authkeys completions zsh)", "In ~/.zshrc, after compinit."),
            .init("authkeys completions fish | source", "In ~/.config/fish/config.fish."),
        ],
        exitStatuses: [
            .init(0, "The script is printed."), .init(2, "It could not be printed."),
            .init(64, "The command line is wrong; there is no script for such a shell."),
        ])

    private let shell: CompletionShell
    private let printsJSON: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let name = try arguments.required(Self.shell)
        guard let shell = CompletionShell(rawValue: name) else { throw .invalidValue(name, "is no shell") }
        self.shell = shell
        printsJSON = arguments.contains(CommandTree.json)
    }

    func run(_ context: CommandContext) throws(AuthKeysError) -> ExitStatus {
        let script = CommandTree.root.completionScript(for: shell)
        guard printsJSON else {
            try context.console.print(script)
            return .success
        }
        let result = JSONValue.object([
            "schema": .string("authkeys.completions/1"), "shell": .string(shell.rawValue), "script": .string(script),
        ])
        try context.console.print(result)
        return .success
    }
}
