extension UsageError {
    /// - Parameter typed: with its dashes, without a value.
    static func unknownOption(_ typed: String, at path: CommandPath) -> Self {
        let attached = path.shortOption(beginning: typed)
        return UsageError(
            .unknownOption, "unknown option \(path.shown(typed)) for '\(path.name)'",
            hint: hint(unknownOption: typed, attachedTo: attached, at: path), command: path)
    }

    private static func hint(
        unknownOption typed: String, attachedTo short: OptionSpec?, at path: CommandPath
    ) -> String {
        let root = CommandPath(root: path.root)
        if isPastedKey(typed) { return pastedKeyHint }
        if OptionSpec.version.isSpelled(typed) { return "'\(root.name) --version' shows the version" }
        let name = String(typed.utf8.drop { $0 == UInt8(ascii: "-") }) ?? ""
        if let meant = path.options.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
            return "did you mean '\(meant.spelling)'?"
        }
        if let short, let spelling = short.shortSpelling {
            return "a short option is one letter: write '\(spelling)' apart from what follows it"
        }
        if path.command.isGroup, let example = path.commands.first(where: { $0.option(spelled: typed) != nil }) {
            return "options follow the command, as in '\(example.name) \(typed)'"
        }
        let options = path.options + (path.command.isGroup ? path.commands.flatMap(\.options) : [])
        let candidates = unique(options).map { Suggestion.Candidate(text: $0.spelling, words: [$0.name]) }
        if let question = Suggestion.question(Suggestion.nearest(to: name, among: candidates)) { return question }
        let owners = root.commands.filter { $0.option(spelled: typed) != nil }
        if (1...3).contains(owners.count) {
            return "'\(typed)' belongs to \(enumeration(owners.map { "'\($0.name)'" }, "and"))"
        }
        let isName = name.utf8.allSatisfy { $0 == UInt8(ascii: "-") || Character(Unicode.Scalar($0)).isLetterOrDigit }
        if !isName, !path.command.arguments.isEmpty { return "an argument that begins with '-' comes after '--'" }
        return helpHint(path)
    }
}

/// Several commands have the same option, and it is one suggestion.
private func unique(_ options: [OptionSpec]) -> [OptionSpec] {
    var names: Set<String> = []
    return options.filter { names.insert($0.name).inserted }
}

extension CommandPath {
    /// A word for a message; when it looks like an option, without the value in it, which may be secret: that of
    /// `--name=VALUE`, and that of `-pVALUE`, also where only another command takes the option.
    func shown(_ typed: String) -> String {
        guard looksLikeOption(typed) else { return quoted(typed) }
        let secret = CommandPath(root: root).commands.lazy
            .compactMap { $0.shortOption(beginning: typed) }.first(where: \.isSecret)
        if let short = (shortOption(beginning: typed) ?? secret)?.shortSpelling { return "'\(short)…'" }
        guard let equals = typed.utf8.firstIndex(of: UInt8(ascii: "=")) else { return quoted(typed) }
        return quoted(String(typed[..<equals])).dropLast() + "=…'"
    }

    /// The option whose short letter begins `typed`, when more letters follow it.
    fileprivate func shortOption(beginning typed: String) -> OptionSpec? {
        let bytes = Array(typed.utf8)
        guard bytes.count > 2, bytes[1] != UInt8(ascii: "-") else { return nil }
        return options.first { $0.shortSpelling.map { bytes.starts(with: $0.utf8) } ?? false }
    }
}

extension Character {
    fileprivate var isLetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
