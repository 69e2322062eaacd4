import CommandOptions

/// Any list of arguments, joined by NULs, is taken or refused in visible words that hold no secret.
enum CommandLineProperty {
    static func check(_ input: [UInt8]) throws {
        let line = input.split(separator: 0, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        do {
            switch try FuzzedTool.specification.parse(line) {
            case .run(let arguments): try read(arguments)
            case .help(let path): try requireHelp(path)
            case .version: break
            }
        } catch let error as UsageError {
            try requireSound(error, line)
        }
    }

    private static func read(_ arguments: ParsedArguments) throws {
        let declared = arguments.command.options
        for option in FuzzedTool.texts where declared.contains(option.spec) { _ = try arguments.value(of: option) }
        if declared.contains(FuzzedTool.size.spec) {
            try require((1...99).contains(try arguments.required(FuzzedTool.size)), "a number is in its range")
        }
        if declared.contains(FuzzedTool.audience.spec) { _ = try arguments.values(of: FuzzedTool.audience) }
        let places = arguments.command.command.arguments.map { arguments.values(of: $0) }
        try require(places.joined().elementsEqual(arguments.arguments), "each argument has its place")
    }

    private static func requireHelp(_ path: CommandPath) throws {
        let help = HelpScreen(path).text
        try require(help.hasSuffix("\n") && help.utf8.count > 40, "there is help")
    }

    private static func requireSound(_ error: UsageError, _ line: [String]) throws {
        for text in [error.message, error.hint ?? ""] {
            try require(VisibleText.isVisible(text), "an error shows visible text only")
            try require(text.utf8.count < 2000, "an error is short")
            for secret in secrets(in: line) {
                try require(!contains(Array(text.utf8), Array(secret.utf8)), "\(text) repeats no secret")
            }
        }
    }

    /// The values of `--passphrase`, when they are long enough not to turn up by chance, and stand in no other
    /// word, nor, as in `-passphrase`, in the name of the option.
    private static func secrets(in words: [String]) -> [String] {
        let line = words.prefix { $0 != "--" }
        let attached = line.compactMap { word in
            ["--passphrase=", "-p=", "-p"].first { word.hasPrefix($0) }.map { String(word.dropFirst($0.count)) }
        }
        let apart = zip(line, line.dropFirst()).filter { ["--passphrase", "-p"].contains($0.0) }.map(\.1)
        return (attached + apart).filter { secret in
            secret.utf8.count >= 8 && !secret.hasPrefix("-")
                && !contains(Array(FuzzedTool.passphrase.spec.name.utf8), Array(secret.utf8))
                && words.count { contains(Array($0.utf8), Array(secret.utf8)) } == 1
        }
    }

    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        text.indices.contains { text[$0...].starts(with: part) }
    }
}
