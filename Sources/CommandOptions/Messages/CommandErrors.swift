extension UsageError {
    static func unknownCommand(_ word: String, in path: CommandPath) -> Self {
        let message =
            path.isRoot ? "unknown command \(quoted(word))" : "'\(path.name)' has no command \(quoted(word))"
        let root = CommandPath(root: path.root)
        var candidates = root.descendants.map { candidate in
            Suggestion.Candidate(
                text: candidate.name, words: [candidate.command.name, candidate.words.joined(separator: "-")],
                isPreferred: candidate.words.dropLast() == path.words[...])
        }
        candidates.append(.init(text: "\(root.name) help", words: ["help"], isPreferred: path.isRoot))
        candidates.append(.init(text: "\(root.name) --version", words: ["version"], isPreferred: path.isRoot))
        let question = Suggestion.question(Suggestion.nearest(to: word, among: candidates))
        return UsageError(.unknownCommand, message, hint: question ?? helpHint(path), command: path)
    }

    static func missingCommand(in path: CommandPath) -> Self {
        let names = path.command.subcommands.map(\.name)
        return UsageError(
            .missingCommand, "'\(path.name)' needs a command: \(enumeration(names, "or"))", hint: helpHint(path),
            command: path)
    }

    static func missingArguments(_ missing: [ArgumentSpec], at path: CommandPath) -> Self {
        let names = missing.map { argument in
            guard !argument.allowedValues.isEmpty else { return argument.name }
            return "\(argument.name) (\(enumeration(argument.allowedValues, "or")))"
        }
        return UsageError(
            .missingArgument, "'\(path.name)' needs \(enumeration(names, "and"))",
            hint: "the usage is '\(path.usage.joined(separator: " "))'", command: path)
    }

    static func surplusArgument(_ argument: String, at path: CommandPath) -> Self {
        let specs = path.command.arguments
        let shown = specs.contains(where: \.isSecret) ? "" : " \(quoted(argument))"
        let takes =
            specs.isEmpty ? "no arguments" : "no more than \(enumeration(specs.map(\.name), "and"))"
        return UsageError(
            .unexpectedArgument, "unexpected argument\(shown): '\(path.name)' takes \(takes)", hint: helpHint(path),
            command: path)
    }

    static func surplusAfterVersion(_ argument: String, at path: CommandPath) -> Self {
        UsageError(
            .unexpectedArgument, "unexpected argument \(path.shown(argument)): '--version' stands alone",
            hint: "write '\(path.root.name) --version'", command: path)
    }

    static func surplusTopic(_ argument: String, after path: CommandPath) -> Self {
        UsageError(
            .unexpectedArgument, "unexpected argument \(path.shown(argument)) after the name of a command",
            hint: helpHint(path), command: path)
    }

    static func helpHint(_ path: CommandPath) -> String { "see '\(path.name) --help'" }
}
